#include "core/vlm/source/model_kind.h"

#include "core/vlm/source/json_fields.h"

namespace rb::vlm {
namespace {

bool isFile(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

bool isBlip2(const nlohmann::json& config) {
    const auto architectures = config.find("architectures");
    if (architectures != config.end() && architectures->is_array())
        for (const nlohmann::json& name : *architectures)
            if (name == "Blip2ForConditionalGeneration") return true;
    return false;
}

std::string describedAs(const nlohmann::json& config) {
    const auto type = config.find("model_type");
    if (type == config.end() || !type->is_string()) return "neither";
    return "a model of type " + type->dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

Result<ModelKind> recogniseFolder(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "config.json";
    if (!isFile(file))
        return Error{ErrorCode::FileNotFound, folder.string() + " is not a model folder: it has no config.json."};
    const Result<nlohmann::json> config = readJsonObject(file);
    if (!config) return config.error();
    const auto format = config->find("format");
    if (format != config->end() && *format == "regionblip") {
        // Which of the two was meant cannot be known, and they may differ.
        if (isFile(folder / "model.safetensors") && isFile(folder / "model.safetensors.index.json"))
            return Error{ErrorCode::FileInvalid, folder.string() + " holds both model.safetensors and " +
                                                     "model.safetensors.index.json; remove the one that is not meant."};
        return ModelKind::Ours;
    }
    if (isBlip2(*config)) return ModelKind::HuggingFace;
    return Error{ErrorCode::Unsupported, file.string() + " must describe a model of format \"regionblip\" or a " +
                                             "Blip2ForConditionalGeneration, but describes " + describedAs(*config) +
                                             "."};
}

} // namespace

Result<ModelKind> recogniseModel(const ModelPaths& paths) {
    if (paths.model.empty())
        return Error{ErrorCode::InvalidArgument,
                     "No model was named; give a model folder, a Hugging Face BLIP-2 folder or a LAVIS .pth file."};
    std::error_code ignored;
    if (!std::filesystem::exists(paths.model, ignored))
        return Error{ErrorCode::FileNotFound, paths.model.string() + " does not exist."};
    if (std::filesystem::is_directory(paths.model, ignored)) return recogniseFolder(paths.model);
    if (paths.llm.empty())
        return Error{ErrorCode::InvalidArgument, paths.model.string() + " holds no language model; give the Hugging "
                                                     "Face folder of its OPT or FLAN-T5 beside it."};
    return ModelKind::Lavis;
}

Result<std::string> languageModelType(const ModelPaths& paths, ModelKind kind) {
    if (kind == ModelKind::Ours) {
        const Result<ModelConfig> config = readModelConfig(paths.model / "config.json");
        return config ? Result<std::string>(config->languageModel.type) : Result<std::string>(config.error());
    }
    const std::filesystem::path file = (kind == ModelKind::Lavis ? paths.llm : paths.model) / "config.json";
    const Result<nlohmann::json> json = readJsonObject(file);
    if (!json) return json.error();
    JsonFields fields(*json, file);
    std::string type;
    if (kind == ModelKind::HuggingFace) type = fields.object("text_config").choice("model_type", {"opt", "t5"});
    else type = fields.choice("model_type", {"opt", "t5"});
    if (!fields.status()) return fields.status().error();
    return type;
}

Status requireBlip2(const std::filesystem::path& file, const TensorCollection& tensors) {
    if (tensors.containsPrefix("query_tokens_")) return {};
    return Error{ErrorCode::Unsupported,
                 file.string() + " is not a BLIP-2 checkpoint: it has no tensor query_tokens."};
}

std::string modelName(const ModelPaths& paths, ModelKind kind) {
    if (kind == ModelKind::Lavis) return (paths.regionblip.empty() ? paths.model : paths.regionblip).stem().string();
    if (const Result<nlohmann::json> card = readJsonObject(paths.model / "model.json"); card) {
        const auto name = card->find("name");
        constexpr std::size_t kLongestName = 200;
        const std::string* text = name == card->end() ? nullptr : name->get_ptr<const std::string*>();
        if (text && !text->empty() && text->size() <= kLongestName) return *text;
    }
    std::error_code ignored;
    const std::filesystem::path folder = std::filesystem::weakly_canonical(paths.model, ignored);
    return folder.has_filename() ? folder.filename().string() : folder.parent_path().filename().string();
}

} // namespace rb::vlm
