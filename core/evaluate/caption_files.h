#pragma once

#include "core/evaluate/evaluation.h"

#include <filesystem>

namespace rb::evaluate {

/// Items of two JSON files that map ids to lists of captions (a candidate may be a plain text). Every
/// candidate needs references, and no item may have several candidates.
Result<std::vector<EvaluatedItem>> readCaptionFiles(const std::filesystem::path& candidates,
                                                    const std::filesystem::path& references);

} // namespace rb::evaluate
