#include "app/cli/generation_flags.h"

#include "app/shared/resource_folder.h"
#include "core/vlm/model_source.h"

#include <CLI/CLI.hpp>

namespace rb::cli {

void GenerationFlags::addTo(CLI::App& app) {
    app.add_option("--model", model, "Model folder: ours, or a Hugging Face BLIP-2 (default: the embedded model)");
    app.add_option("--adapter", adapters, "Adapter file of a training, on top of the model; may be repeated for adapters of different modalities")->allow_extra_args(false);
    app.add_option("--as", modality, "Modality to write with, where an adapter brought one of its own");
    app.add_option("--device", device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    app.add_option("--precision", precision, "fp32, or bf16 (half the memory; faster on a GPU or AVX-512 BF16)")
        ->check(CLI::IsMember({"fp32", "bf16"}))->capture_default_str();
    app.add_option("--beams", beams, "Beams of the search; 1 takes the likeliest token each time")->check(CLI::Range(1, 64));
    app.add_option("--max-new-tokens", maxNewTokens, "Longest caption in tokens, the end token included")->check(CLI::Range(1, 1024));
    app.add_option("--min-new-tokens", minNewTokens, "No end token while there are fewer tokens than this")->check(CLI::Range(0, 1024));
    app.add_option("--length-penalty", lengthPenalty, "Above 0 favours longer captions, below 0 shorter ones");
    app.add_option("--repetition-penalty", repetitionPenalty, "Above 1 avoids tokens that were already written")->check(CLI::PositiveNumber);
    app.add_option("--no-repeat-ngram", noRepeatNgram, "No run of N tokens stands twice in a caption (0: off)")->check(CLI::Range(0, 64));
    app.add_option("--top-p", topP, "Samples from the likeliest tokens that hold this share, instead of searching")->check(CLI::Range(0.0, 1.0));
    app.add_option("--seed", seed, "Of the sampling; the same seed gives the same captions")->capture_default_str();
    app.add_option("--num-captions", numCaptions, "Captions for each region, best first")->check(CLI::Range(1, 64));
}

vlm::CaptionerOptions GenerationFlags::captionerOptions() const {
    vlm::CaptionerOptions options;
    options.device = device;
    options.precision = precision == "bf16" ? vlm::Precision::BFloat16 : vlm::Precision::Float32;
    options.modality = modality;
    return options;
}

vlm::ModelPaths GenerationFlags::paths() const {
    vlm::ModelPaths paths;
    paths.model = model.empty() ? app::embeddedModelFolder() : std::filesystem::path(model);
    for (const std::string& each : adapters) paths.adapters.push_back({each});
    return paths;
}

Result<vlm::RegionCaptioner> GenerationFlags::openModel() const { return vlm::RegionCaptioner::open(paths(), captionerOptions()); }

Result<vlm::GenerationOptions> GenerationFlags::over(vlm::GenerationOptions options) const {
    options.numBeams = beams.value_or(options.numBeams);
    options.maxNewTokens = maxNewTokens.value_or(options.maxNewTokens);
    options.minNewTokens = minNewTokens.value_or(std::min(options.minNewTokens, options.maxNewTokens));
    options.lengthPenalty = lengthPenalty.value_or(options.lengthPenalty);
    options.repetitionPenalty = repetitionPenalty.value_or(options.repetitionPenalty);
    options.noRepeatNgram = noRepeatNgram.value_or(options.noRepeatNgram);
    options.numCaptions = numCaptions.value_or(options.numCaptions);
    options.sample = topP.has_value();
    options.topP = topP.value_or(options.topP);
    options.seed = seed;
    if (options.minNewTokens > options.maxNewTokens)
        return Error{ErrorCode::InvalidArgument, "--min-new-tokens " + std::to_string(options.minNewTokens) +
                                                     " is more than --max-new-tokens " + std::to_string(options.maxNewTokens) + "."};
    return options;
}

} // namespace rb::cli
