#pragma once

#include "core/base/result.h"
#include "core/vlm/model_source.h"
#include "core/vlm/region_captioner.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace rb::cli {

/// What the user said of model and decoding; the rest stays as the model has it.
struct GenerationFlags {
    std::string model;                 ///< empty: the embedded one
    std::vector<std::string> adapters;
    std::string modality;              ///< empty: one of the four, by the input
    std::string device = "auto";
    std::string precision = "fp32";
    std::optional<int> beams, maxNewTokens, minNewTokens, noRepeatNgram, numCaptions;
    std::optional<double> lengthPenalty, repetitionPenalty, topP;
    std::uint64_t seed = 0;

    void addTo(CLI::App& app);
    vlm::ModelPaths paths() const;
    vlm::CaptionerOptions captionerOptions() const;
    /// Opens the chosen model.
    Result<vlm::RegionCaptioner> openModel() const;
    /// The model's own decoding with what the user said on top; refuses values that make no sense.
    Result<vlm::GenerationOptions> over(vlm::GenerationOptions options) const;
};

} // namespace rb::cli
