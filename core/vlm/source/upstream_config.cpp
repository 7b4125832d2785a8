#include "core/vlm/source/upstream_config.h"

#include "core/vlm/source/generation_block.h"
#include "core/vlm/source/language_model_config.h"
#include "core/vlm/source/shape_config.h"

#include <algorithm>

namespace rb::vlm {
namespace {

/// Side of the pictures in all published evaluations of RegionBLIP's ViT-g.
constexpr std::int64_t kPublishedImageSize = 364;
constexpr std::int64_t kPublishedVisionWidth = 1408;

Result<LanguageModelConfig> readLanguageModelFolder(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "config.json";
    const Result<nlohmann::json> json = readJsonObject(file);
    if (!json) return json.error();
    JsonFields fields(*json, file);
    LanguageModelConfig model = readLanguageModelConfig(fields);
    if (!fields.status()) return fields.status().error();
    return model;
}

/// What RegionBLIP and LAVIS fix, whatever the language model's own configuration says.
Status adoptReferenceRules(LanguageModelConfig& model, const std::filesystem::path& tokenizerFolder) {
    model.imageTokenId.reset();
    if (model.type == "t5") {
        model.activation = "gelu";
        return {};
    }
    const Result<std::int64_t> newline = newlineToken(tokenizerFolder);
    if (!newline) return newline.error();
    model.eosTokenId = *newline;
    return {};
}

void setPrompts(ModelConfig& config) {
    const bool t5 = config.languageModel.type == "t5";
    config.languageModel.prompt.clear();
    for (const auto& [name, modality] : config.modalities)
        config.languageModel.prompt[name] =
            !t5 ? "" : seesPoints(modality) ? "a point cloud of" : "a photo of";
}

void addRegionblipModalities(ModelConfig& config, const TensorCollection& tensors) {
    const bool second = tensors.containsPrefix("Qformer_pc.bert.");
    const std::string pointQFormer = second ? "Qformer_pc" : "Qformer";
    const std::string point = tensors.containsPrefix("point_encoder.encoder_color.") ? "point_color" : "point";
    config.modalities = {{"image", {"vision", false, "Qformer", "img"}},
                         {"image_region", {"vision", true, "Qformer", "img_region"}},
                         {"pointcloud", {point, false, pointQFormer, "pc"}},
                         {"pointcloud_region", {point, true, pointQFormer, "pc_region"}}};
}

/// Hugging Face's BLIP-2 has more tokens (the image token, padding) than the language model that
/// RegionBLIP was trained with, whose embedding's second name is in the checkpoint.
void limitVocabulary(LanguageModelConfig& model, TensorCollection& tensors) {
    const bool opt = model.type == "opt";
    const std::string second = opt ? "opt_model.lm_head.weight" : "t5_model.encoder.embed_tokens.weight";
    const std::int64_t rows = tensors.dimension(second, 0);
    if (rows == 0 || rows >= model.vocabSize) return;
    model.vocabSize = rows;
    tensors.limitRows(opt ? "opt_model.model.decoder.embed_tokens.weight" : "t5_model.shared.weight", rows);
    if (!opt) tensors.limitRows("t5_model.lm_head.weight", rows);
}

Status readHeads(ModelConfig& config, const TensorCollection& tensors) {
    if (tensors.containsPrefix("point_encoder.blocks.")) {
        Result<PointConfig> point = pointFromShapes(tensors);
        if (!point) return point.error();
        config.point = *point;
    } else {
        // Nothing is known of a point encoder that no file holds; its modalities are dropped later.
        std::erase_if(config.modalities, [](const auto& entry) { return seesPoints(entry.second); });
    }
    if (const auto rows = tensors.dimension("stage1_proj_text.weight", 0); rows > 0) config.embedDim = rows;
    for (const char* name : {"pc_region_posembed.0.weight", "img_region_posembed.0.weight"})
        if (const auto rows = tensors.dimension(name, 0); rows > 0) config.regionHiddenSize = rows;
    config.loraRank = loraRankFromShapes(tensors);
    config.loraAlpha = 1;
    return {};
}

} // namespace

Result<ModelConfig> lavisConfig(const TensorCollection& tensors, const ModelPaths& paths) {
    ModelConfig config;
    Result<LanguageModelConfig> model = readLanguageModelFolder(paths.llm);
    if (!model) return model.error();
    config.languageModel = *model;
    if (Status adopted = adoptReferenceRules(config.languageModel, paths.llm); !adopted) return adopted.error();
    const Result<VisionConfig> vision = visionFromShapes(tensors);
    if (!vision) return vision.error();
    config.vision = *vision;
    const Result<QFormerConfig> qformer = qformerFromShapes(tensors, paths.bert);
    if (!qformer) return qformer.error();
    config.qformer = *qformer;
    config.modalities = {{"image", {"vision", false, "Qformer", "img"}}};
    setPrompts(config);
    config.generation = publishedDecoding(config.languageModel.type, config.convention);
    if (const auto rows = tensors.dimension("stage1_proj_text.weight", 0); rows > 0) config.embedDim = rows;
    return config;
}

bool holdsRegionblip(const TensorCollection& tensors) {
    return tensors.contains("query_tokens_img_region") || tensors.contains("query_tokens_pc") ||
           tensors.contains("query_tokens_pc_region");
}

Status applyRegionblip(ModelConfig& config, TensorCollection& tensors, const ModelPaths& paths) {
    if (config.convention == ScoringConvention::HuggingFace) {
        config.convention = ScoringConvention::Reference;
        config.generation = publishedDecoding(config.languageModel.type, config.convention);
        config.vision.outputNormEps = VisionConfig().outputNormEps;
        if (Status adopted = adoptReferenceRules(config.languageModel, paths.model); !adopted) return adopted;
        if (Status read = readTextSide(config.qformer, tensors, paths.bert); !read) return read;
    }
    addRegionblipModalities(config, tensors);
    setPrompts(config);
    if (Status read = readHeads(config, tensors); !read) return read;
    limitVocabulary(config.languageModel, tensors);
    if (config.vision.hiddenSize == kPublishedVisionWidth) config.vision.imageSize = kPublishedImageSize;
    return {};
}

} // namespace rb::vlm
