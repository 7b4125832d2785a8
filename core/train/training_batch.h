#pragma once

#include "core/train/caption_tokens.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

namespace rb::train {

/// Which items of the gathered batch stand in for the wrong picture of each text and the wrong text
/// of each picture (ITM).
struct Negatives {
    std::vector<std::int64_t> pictures, texts;
};

/// In patchNames: nothing is learnt there.
constexpr std::int64_t kUnclear = -100;

/// The items of one step, all of one modality: R captions over P pictures or clouds.
struct TrainingBatch {
    std::string modality;
    at::Tensor input;    ///< pixels `[P, 3, S, S]` or points `[P, N, 3]`; not needed when `features` is there
    at::Tensor features; ///< of the frozen encoder, `[P, N, D]`: behind `ln_vision`, in front of `pc_adapter`
    std::vector<std::filesystem::path> media; ///< of each input row
    bool cacheable = false; ///< features of these inputs may be kept: nothing about them was random
    at::Tensor itemOf;   ///< `[R]` int64: the picture or cloud of each caption; undefined: one each, in order
    at::Tensor boxes;    ///< `[R, 4 or 24]` of region modalities, as PaFE reads them
    CaptionTokens captions; ///< empty: only the patches are named
    at::Tensor patchNames;  ///< `[P, N]` int64: what each patch shows, kUnclear where it is no one thing
    at::Tensor patchShares; ///< `[R, N]`: how much of each patch lies in a region's box, adding up to 1
    at::Tensor names;       ///< `[R]` int64: what each region, or cloud, shows
    std::optional<Negatives> negatives; ///< absent: drawn
};

/// The same batch on a device.
TrainingBatch on(const at::Device& device, TrainingBatch batch);

} // namespace rb::train
