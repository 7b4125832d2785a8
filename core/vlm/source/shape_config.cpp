#include "core/vlm/source/shape_config.h"

#include "core/base/durable_file.h"
#include "core/vlm/source/config_bounds.h"

#include <algorithm>
#include <cmath>

namespace rb::vlm {
namespace {

constexpr std::int64_t kPublishedVisionWidth = 1408;
constexpr std::int64_t kPublishedVisionHeads = 16;
constexpr std::int64_t kPublishedPointWidth = 384;
constexpr std::int64_t kPublishedPointHeads = 6;
constexpr std::int64_t kPublishedGroups = 512;
constexpr std::int64_t kPublishedGroupSize = 32;
constexpr std::int64_t kPublishedHeadWidth = 64;
constexpr std::uint64_t kLargestVocabularyFile = 64ull << 20;

Error headsUnknown(const std::string& part, std::int64_t width) {
    return {ErrorCode::InvalidArgument, "The number of attention heads of a " + part + " of width " +
                                            std::to_string(width) +
                                            " cannot be told from its tensors; give a config.json that states it."};
}

VisionConfig publishedVision(const TensorCollection& tensors) {
    VisionConfig vision;
    for (const char* qformer : {"Qformer_pc", "Qformer"}) {
        const std::string key = std::string(qformer) + ".bert.encoder.layer.0.crossattention.self.key.weight";
        if (vision.hiddenSize == 0) vision.hiddenSize = tensors.dimension(key, 1);
    }
    vision.numLayers = 39;
    vision.numHeads = vision.hiddenSize == kPublishedVisionWidth ? kPublishedVisionHeads : 1;
    vision.mlpSize = static_cast<std::int64_t>(static_cast<double>(vision.hiddenSize) * 4.3637);
    return vision;
}

/// The id of a special token is its line's number.
std::optional<std::int64_t> lineOf(const std::string& vocabulary, const std::string& token) {
    std::int64_t line = 0;
    for (std::size_t at = 0; at < vocabulary.size(); ++line) {
        const std::size_t end = std::min(vocabulary.find('\n', at), vocabulary.size());
        std::string piece = vocabulary.substr(at, end - at);
        if (!piece.empty() && piece.back() == '\r') piece.pop_back();
        if (piece == token) return line;
        at = end + 1;
    }
    return std::nullopt;
}

Status readBertConfig(QFormerConfig& qformer, const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "config.json";
    std::error_code ignored;
    if (folder.empty() || !std::filesystem::exists(file, ignored)) return {};
    const Result<nlohmann::json> json = readJsonObject(file);
    if (!json) return json.error();
    JsonFields fields(*json, file);
    // Another BERT than the one the Q-Former was made from says nothing about it.
    if (fields.integer("hidden_size", bounds::kWidth, 768) != qformer.hiddenSize) return fields.status();
    qformer.numHeads = fields.integer("num_attention_heads", bounds::kHeads, 12);
    qformer.layerNormEps = fields.number("layer_norm_eps", bounds::kEpsilon, 1e-12);
    return fields.status();
}

std::int64_t crossAttentionFrequency(const TensorCollection& tensors, const std::string& layers, std::int64_t count) {
    for (std::int64_t i = 1; i < count; ++i)
        if (tensors.contains(layers + std::to_string(i) + ".crossattention.self.key.weight")) return i;
    return count;
}

} // namespace

Result<VisionConfig> visionFromShapes(const TensorCollection& tensors) {
    if (!tensors.contains("visual_encoder.cls_token")) return publishedVision(tensors);
    const std::string patches = "visual_encoder.patch_embed.proj.weight";
    VisionConfig vision;
    vision.hiddenSize = tensors.dimension(patches, 0);
    vision.patchSize = tensors.dimension(patches, 3);
    vision.numLayers = tensors.countNumbered("visual_encoder.blocks.", ".norm1.weight");
    vision.mlpSize = tensors.dimension("visual_encoder.blocks.0.mlp.fc1.weight", 0);
    const std::int64_t positions = tensors.dimension("visual_encoder.pos_embed", 1);
    const auto side = std::llround(std::sqrt(std::max(0.0, static_cast<double>(positions - 1))));
    vision.imageSize = std::min(bounds::kImageSize.most, std::int64_t{side}) * vision.patchSize;
    if (vision.hiddenSize != kPublishedVisionWidth) return headsUnknown("vision transformer", vision.hiddenSize);
    vision.numHeads = kPublishedVisionHeads;
    return vision;
}

Result<PointConfig> pointFromShapes(const TensorCollection& tensors) {
    PointConfig point;
    const std::string plain = "point_encoder.encoder";
    const std::string group = tensors.containsPrefix(plain + ".") ? plain : plain + "_color";
    const std::string block = "point_encoder.blocks.blocks.";
    point.hiddenSize = tensors.dimension("point_encoder.reduce_dim.weight", 0);
    point.numLayers = tensors.countNumbered(block, ".norm1.weight");
    point.mlpSize = tensors.dimension(block + "0.mlp.fc1.weight", 0);
    point.numGroups = kPublishedGroups;
    point.groupSize = kPublishedGroupSize;
    point.groupChannels = {tensors.dimension(group + ".first_conv.0.weight", 0),
                           tensors.dimension(group + ".first_conv.3.weight", 0),
                           tensors.dimension(group + ".second_conv.0.weight", 0),
                           tensors.dimension(group + ".second_conv.3.weight", 0)};
    point.positionHiddenSize = tensors.dimension("point_encoder.pos_embed.0.weight", 0);
    if (point.hiddenSize != kPublishedPointWidth) return headsUnknown("point encoder", point.hiddenSize);
    point.numHeads = kPublishedPointHeads;
    return point;
}

Result<QFormerConfig> qformerFromShapes(const TensorCollection& tensors, const std::filesystem::path& bertFolder) {
    const std::string query = ".bert.encoder.layer.0.attention.self.query.weight";
    const std::string name = tensors.contains("Qformer" + query) ? "Qformer" : "Qformer_pc";
    const std::string layers = name + ".bert.encoder.layer.";
    QFormerConfig qformer;
    qformer.hiddenSize = tensors.dimension(name + query, 0);
    qformer.numLayers = tensors.countNumbered(layers, ".attention.self.query.weight");
    qformer.intermediateSize = tensors.dimension(layers + "0.intermediate_query.dense.weight", 0);
    qformer.encoderHiddenSize = tensors.dimension(layers + "0.crossattention.self.key.weight", 1);
    qformer.crossAttentionFrequency = crossAttentionFrequency(tensors, layers, qformer.numLayers);
    for (const char* suffix : {"pc_region", "pc", "img_region", "img"})
        if (const auto count = tensors.dimension(std::string("query_tokens_") + suffix, 1); count > 0)
            qformer.numQueryTokens = count;
    qformer.numHeads = qformer.hiddenSize % kPublishedHeadWidth == 0 ? qformer.hiddenSize / kPublishedHeadWidth : 0;
    if (Status read = readBertConfig(qformer, bertFolder); !read) return read.error();
    if (qformer.hiddenSize > 0 && qformer.numHeads == 0) return headsUnknown("Q-Former", qformer.hiddenSize);
    if (Status read = readTextSide(qformer, tensors, bertFolder); !read) return read.error();
    return qformer;
}

Status readTextSide(QFormerConfig& qformer, const TensorCollection& tensors, const std::filesystem::path& bertFolder) {
    for (const char* name : {"Qformer_pc", "Qformer"}) {
        const std::string embeddings = std::string(name) + ".bert.embeddings.";
        if (const auto rows = tensors.dimension(embeddings + "word_embeddings.weight", 0); rows > 0)
            qformer.vocabSize = rows;
        if (const auto rows = tensors.dimension(embeddings + "position_embeddings.weight", 0); rows > 0)
            qformer.maxPositionEmbeddings = rows;
    }
    qformer.bosTokenId = qformer.vocabSize - 1;
    qformer.clsTokenId = std::min(qformer.clsTokenId, qformer.vocabSize - 1);
    if (bertFolder.empty()) return {};
    const Result<std::string> vocabulary = readFile(bertFolder / "vocab.txt", kLargestVocabularyFile);
    if (!vocabulary) return vocabulary.error();
    qformer.padTokenId = lineOf(*vocabulary, "[PAD]").value_or(qformer.padTokenId);
    qformer.clsTokenId = lineOf(*vocabulary, "[CLS]").value_or(qformer.clsTokenId);
    return {};
}

std::int64_t loraRankFromShapes(const TensorCollection& tensors) {
    constexpr std::int64_t kPublishedRank = 8;
    for (const auto& [name, ref] : tensors.tensors())
        if (name.find(".lora_A_") != std::string::npos) return tensors.dimension(name, 0);
    return kPublishedRank;
}

} // namespace rb::vlm
