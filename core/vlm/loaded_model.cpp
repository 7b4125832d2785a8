#include "core/vlm/loaded_model.h"

#include "core/vlm/compute_device.h"
#include "core/vlm/tensor_files.h"

#include <new>

#include <ATen/core/grad_mode.h>
#include <c10/util/Exception.h>

namespace rb::vlm {

std::vector<text::TokenId> LoadedModel::promptIdsOf(const std::string& prompt) const {
    return languageTokenizer->encode(prompt);
}

std::vector<text::TokenId> LoadedModel::promptIds(const std::string& modality) const {
    const auto& prompts = source->config.languageModel.prompt;
    const auto found = prompts.find(modality);
    return promptIdsOf(found == prompts.end() ? std::string() : found->second);
}

GenerationContext LoadedModel::generationContext(const std::vector<text::TokenId>& promptIds) const {
    const ModelConfig& config = source->config;
    const LanguageModelConfig& language = config.languageModel;
    GenerationContext context;
    context.convention = config.convention;
    context.vocabularySize = static_cast<TokenId>(language.vocabSize);
    context.endToken = static_cast<TokenId>(language.eosTokenId);
    context.padToken = static_cast<TokenId>(language.padTokenId);
    context.countedPrefix = config.convention == ScoringConvention::Reference ? 1 : 0;
    if (language.type == "t5") {
        context.history = {static_cast<TokenId>(language.decoderStartTokenId)};
    } else if (config.convention == ScoringConvention::Reference) {
        context.history = {static_cast<TokenId>(language.bosTokenId)};
    } else {
        // Hugging Face stands its image token at each soft-prompt position.
        context.history.assign(static_cast<std::size_t>(config.qformer.numQueryTokens),
                               static_cast<TokenId>(language.imageTokenId.value_or(language.vocabSize - 1)));
        context.history.insert(context.history.end(), promptIds.begin(), promptIds.end());
    }
    return context;
}

std::string LoadedModel::captionText(std::span<const text::TokenId> tokens) const {
    // The released T5 models' captions keep their outer spaces, which decode() takes away.
    if (source->config.languageModel.type == "t5" && source->config.convention == ScoringConvention::Reference)
        return languageTokenizer->decodePartial(tokens);
    const std::string text = languageTokenizer->decode(tokens, true);
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Status guarded(const char* what, const std::function<void()>& work) {
    try {
        work();
        return {};
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::TooLarge, std::string(what) + " needs more memory than there is."};
    } catch (const c10::Error& error) {
        const std::string message = error.what_without_backtrace();
        if (message.find("memory") != std::string::npos)
            return Error{ErrorCode::TooLarge, std::string(what) + " needs more memory than there is."};
        return Error{ErrorCode::Internal, std::string(what) + " failed: " + message};
    } catch (const std::exception& error) {
        return Error{ErrorCode::Internal, std::string(what) + " failed: " + error.what()};
    }
}

static Result<std::shared_ptr<const text::Tokenizer>> openLanguageTokenizer(const ModelSource& source) {
    const auto kind = source.config.languageModel.type == "t5" ? text::TokenizerKind::SentencePiece
                                                               : text::TokenizerKind::ByteLevelBpe;
    return text::openTokenizer(source.languageTokenizerFolder, kind);
}

Result<LoadedModel> loadTokenizers(const ModelPaths& paths, const CaptionerOptions& options) {
    const Result<at::Device> device = chooseDevice(options.device);
    if (!device.ok()) return device.error();
    useThreads(options.threads);
    Result<ModelSource> opened = openModelSource(paths);
    if (!opened.ok()) return opened.error();
    auto source = std::make_shared<const ModelSource>(std::move(*opened));

    LoadedModel model{source, nullptr, nullptr, nullptr, *device, modelTypes(options.precision, *device)};
    auto language = openLanguageTokenizer(*source);
    if (!language.ok()) return language.error();
    model.languageTokenizer = std::move(*language);
    if (!source->bertTokenizerFolder.empty()) {
        auto bert = text::openTokenizer(source->bertTokenizerFolder, text::TokenizerKind::WordPiece);
        if (!bert.ok()) return bert.error();
        model.bertTokenizer = std::move(*bert);
    }
    return model;
}

Result<LoadedModel> loadModel(const ModelPaths& paths, const CaptionerOptions& options) {
    Result<LoadedModel> opened = loadTokenizers(paths, options);
    if (!opened.ok()) return opened;
    LoadedModel& model = *opened;
    const nn::Weights weights(weightsOf(model.source, model.device), model.types);
    const Status built = guarded("Opening the model", [&] {
        const at::NoGradGuard noGradients;
        model.network = std::make_unique<RegionBlip>(weights, model.source->config);
    });
    if (!built.ok()) return built.error();
    if (Status status = weights.status(); !status.ok()) return status.error();
    return opened;
}

Result<LoadedModel> loadModel(const std::filesystem::path& folder, const CaptionerOptions& options) {
    ModelPaths paths;
    paths.model = folder;
    return loadModel(paths, options);
}

} // namespace rb::vlm
