#pragma once

#include "core/text/tokenizer.h"
#include "core/vlm/model_source.h"
#include "core/vlm/region_blip.h"
#include "core/vlm/region_captioner.h"

#include <memory>

#include <c10/core/Device.h>

namespace rb::vlm {

/// A model in memory with its tokenizers, and how to decode with it.
struct LoadedModel {
    std::shared_ptr<const ModelSource> source;
    std::unique_ptr<RegionBlip> network;
    std::shared_ptr<const text::Tokenizer> languageTokenizer;
    std::shared_ptr<const text::Tokenizer> bertTokenizer; ///< null when the model has none
    at::Device device;
    nn::ModelTypes types;

    /// Ids of the modality's configured prompt, special tokens included.
    std::vector<text::TokenId> promptIds(const std::string& modality) const;
    /// The same for any prompt.
    std::vector<text::TokenId> promptIdsOf(const std::string& prompt) const;
    /// What generate() must know, for a prompt of `promptIds`.
    GenerationContext generationContext(const std::vector<text::TokenId>& promptIds) const;
    /// The text of new tokens as captions are given out: stripped of outer spaces, but for the released
    /// T5 models, which leave them.
    std::string captionText(std::span<const text::TokenId> tokens) const;
};

/// Opens the files and reads every weight onto the device. Torch's exceptions become errors.
Result<LoadedModel> loadModel(const ModelPaths& paths, const CaptionerOptions& options);
/// The same without the network: configuration, source and tokenizers.
Result<LoadedModel> loadTokenizers(const ModelPaths& paths, const CaptionerOptions& options);

/// loadModel() from one folder: ours, or a Hugging Face BLIP-2.
Result<LoadedModel> loadModel(const std::filesystem::path& folder, const CaptionerOptions& options);

/// Runs `work` and turns exceptions of torch and the standard library into an Error: out of memory
/// becomes TooLarge, everything else Internal.
Status guarded(const char* what, const std::function<void()>& work);

} // namespace rb::vlm
