#pragma once

#include "core/train/samples.h"
#include "core/vlm/model_source.h"

#include <string>
#include <vector>

namespace rb::train {

/// A modality that a training adds: it begins as a copy of one that is there, and goes its own way
/// without touching it.
struct NewModality {
    std::string name; ///< also the suffix of its tensors: a-z, 0-9 and _
    std::string like; ///< the modality it begins as
    bool color = false; ///< clouds with colour: groups are read by `encoder_color`, which begins blind to it
};

/// "thermal=image_region"; "painted=pointcloud_region+color".
Result<NewModality> newModalityFrom(const std::string& text);

/// Adds the entry to the configuration and gives its tensors (query tokens, projection, position
/// embedding, heads, LoRA pairs) the numbers of the other's.
Status addModality(vlm::ModelSource& source, const NewModality& modality);

/// The samples of the other modality become the new one's.
void giveTo(const NewModality& modality, std::vector<Sample>& samples);

} // namespace rb::train
