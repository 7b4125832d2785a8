#pragma once

#include "core/vlm/model_config.h"

#include <string>

namespace rb::train {

/// What an encoder is given tells its features apart: pictures, whole objects or scenes. Modalities with
/// the same key share cached features.
inline std::string encoderKey(const vlm::ModalityConfig& modality) {
    if (!vlm::seesPoints(modality)) return "vision";
    return std::string(modality.region ? "scene" : "object") + (vlm::seesColor(modality) ? "_color" : "");
}

} // namespace rb::train
