#pragma once

#include "core/train/samples.h"

namespace rb::train {

/// The accepted captions of a project's pictures whose split is `split` (none counts as train).
Result<std::vector<Sample>> readProjectSamples(const std::filesystem::path& project, Split split);

} // namespace rb::train
