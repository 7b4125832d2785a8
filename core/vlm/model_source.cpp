#include "core/vlm/model_source.h"

#include "core/vlm/adapter.h"
#include "core/vlm/source/availability.h"
#include "core/vlm/source/config_check.h"
#include "core/vlm/source/expected_tensors.h"
#include "core/vlm/source/huggingface_config.h"
#include "core/vlm/source/huggingface_names.h"
#include "core/vlm/source/language_model_config.h"
#include "core/vlm/source/lavis_names.h"
#include "core/vlm/source/model_kind.h"
#include "core/vlm/source/tensor_access.h"
#include "core/vlm/source/upstream_config.h"

#include <functional>
#include <numeric>

namespace rb::vlm {
namespace {

bool isThere(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

struct File {
    std::filesystem::path path;
    NameMap names;
};

/// In the order in which they replace each other: bases first.
std::vector<File> filesOf(const ModelPaths& paths, ModelKind kind, const std::string& languageModelType) {
    std::vector<File> files;
    if (kind == ModelKind::Lavis) files.push_back({paths.llm, languageModelNames(languageModelType)});
    if (!paths.vision.empty()) files.push_back({paths.vision, mapEvaName});
    if (!paths.pointBert.empty()) files.push_back({paths.pointBert, mapPointBertName});
    if (kind == ModelKind::Ours) files.push_back({paths.model, mapReferenceName});
    if (kind == ModelKind::HuggingFace) files.push_back({paths.model, huggingFaceNames(languageModelType)});
    if (kind == ModelKind::Lavis) files.push_back({paths.model, mapLavisName});
    if (!paths.regionblip.empty()) files.push_back({paths.regionblip, mapReferenceName});
    return files;
}

Result<ModelConfig> configOfFiles(const ModelPaths& paths, ModelKind kind, const TensorCollection& tensors) {
    switch (kind) {
    case ModelKind::Ours: return readModelConfig(paths.model / "config.json");
    case ModelKind::HuggingFace: return readHuggingFaceConfig(paths.model);
    case ModelKind::Lavis: break;
    }
    return lavisConfig(tensors, paths);
}

Result<ModelConfig> configOf(const ModelPaths& paths, ModelKind kind, TensorCollection& tensors) {
    if (!paths.config.empty()) return readModelConfig(paths.config);
    Result<ModelConfig> config = configOfFiles(paths, kind, tensors);
    if (!config) return config;
    const bool over = kind == ModelKind::Ours ? !paths.regionblip.empty() : holdsRegionblip(tensors);
    if (over)
        if (Status applied = applyRegionblip(*config, tensors, paths); !applied) return applied.error();
    if (kind != ModelKind::Ours) {
        const Result<bool> tied = headIsTied(tensors, config->languageModel);
        if (!tied) return tied.error();
        config->languageModel.tiedHead = *tied;
    }
    const std::filesystem::path describedBy = kind == ModelKind::Ours ? paths.model / "config.json" : paths.model;
    if (Status checked = checkModelConfig(*config, describedBy); !checked) return checked.error();
    return config;
}

/// Where the tokenizers lie. Whether they can be read is found out by who opens them.
Status findTokenizers(const ModelPaths& paths, ModelKind kind, ModelSource& source) {
    source.languageTokenizerFolder = kind == ModelKind::Ours          ? paths.model / "tokenizer"
                                     : kind == ModelKind::HuggingFace ? paths.model
                                                                      : paths.llm;
    if (!isThere(source.languageTokenizerFolder))
        return Error{ErrorCode::FileNotFound, source.languageTokenizerFolder.string() +
                                                  " is missing: it holds the tokenizer of the language model."};
    if (!paths.bert.empty() && !isThere(paths.bert / "vocab.txt"))
        return Error{ErrorCode::FileNotFound,
                     (paths.bert / "vocab.txt").string() + " is missing: it is the vocabulary of the Q-Former."};
    if (!paths.bert.empty()) source.bertTokenizerFolder = paths.bert;
    else if (kind == ModelKind::Ours && isThere(source.languageTokenizerFolder / "vocab.txt"))
        source.bertTokenizerFolder = source.languageTokenizerFolder;
    return {};
}

Status finish(ModelSource& source, TensorCollection tensors) {
    source.missing = dropUnavailableModalities(source.config, tensors);
    if (source.config.modalities.empty())
        return Error{ErrorCode::ModelIncomplete, "The model " + source.name + " can do nothing: " +
                                                     (source.missing.empty() ? "" : source.missing.front())};
    if (Status checked = checkTensors(source.config, tensors); !checked) return checked;
    std::set<std::string> known;
    for (const auto& [name, expected] : expectedTensors(source.config)) known.insert(name);
    std::move(tensors).moveInto(source, known);
    return {};
}

} // namespace

std::optional<std::pair<checkpoint::DType, std::vector<std::int64_t>>>
ModelSource::shapeOf(const std::string& tensorName) const {
    const auto found = tensors.find(tensorName);
    if (found == tensors.end()) return std::nullopt;
    const auto tensor = locate(checkpoints, found->second);
    if (!tensor) return std::nullopt;
    return std::pair(tensor->dtype, tensor->shape);
}

std::uint64_t ModelSource::parameterCount() const {
    std::uint64_t count = 0;
    for (const auto& [tensorName, reference] : tensors) {
        const auto shape = shapeOf(tensorName)->second;
        count += static_cast<std::uint64_t>(std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>()));
    }
    return count;
}

Status ModelSource::read(const std::string& tensorName, void* destination) const {
    const auto found = tensors.find(tensorName);
    const auto tensor = found == tensors.end() ? std::nullopt : locate(checkpoints, found->second);
    if (!tensor) return Error{ErrorCode::ModelIncomplete, tensorName + " is in none of the files of " + name + "."};
    return checkpoints[found->second.checkpoint].read(*tensor, destination);
}

Result<ModelSource> openModelSource(const ModelPaths& paths) {
    const Result<ModelKind> kind = recogniseModel(paths);
    if (!kind) return kind.error();
    // A configuration that is no use is refused before the weights are looked at.
    Result<std::string> type = languageModelType(paths, *kind);
    if (!type) return type.error();
    TensorCollection tensors;
    for (const File& file : filesOf(paths, *kind, *type))
        if (Status added = tensors.addFile(file.path, file.names); !added) return added.error();
    tensors.resolveTiedNames();
    if (*kind == ModelKind::Lavis)
        if (Status checked = requireBlip2(paths.model, tensors); !checked) return checked.error();
    const Result<ModelConfig> config = configOf(paths, *kind, tensors);
    if (!config) return config.error();
    ModelSource source;
    source.config = *config;
    source.name = modelName(paths, *kind);
    if (Status found = findTokenizers(paths, *kind, source); !found) return found.error();
    if (Status finished = finish(source, std::move(tensors)); !finished) return finished.error();
    if (Status added = addAdapters(source, paths.adapters); !added) return added.error();
    return source;
}

} // namespace rb::vlm
