#pragma once

#include "core/project/caption_edits.h"
#include "core/vlm/region_captioner.h"

namespace rb::jobs {

/// What a project remembers of a model's captions: texts, scores, tokens, and who wrote them and how.
std::vector<project::MachineCaption> machineCaptions(const std::vector<vlm::Caption>& captions);
project::MachineAuthor machineAuthor(const vlm::ModelDescription& model, const vlm::GenerationOptions& options);

} // namespace rb::jobs
