#include "core/vlm/source/huggingface_names.h"

#include <array>

namespace rb::vlm {
namespace {

struct Replacement {
    const char* from;
    const char* to;
};

bool startsWith(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }

void replaceFirst(std::string& text, const Replacement& replacement) {
    const std::size_t at = text.find(replacement.from);
    if (at != std::string::npos) text.replace(at, std::string(replacement.from).size(), replacement.to);
}

template <std::size_t N>
std::string replaced(std::string text, const std::array<Replacement, N>& replacements) {
    for (const Replacement& replacement : replacements) replaceFirst(text, replacement);
    return text;
}

std::vector<MappedName> mapVisionName(const checkpoint::TensorInfo& tensor) {
    static constexpr std::array<Replacement, 8> kReplacements{{
        {"vision_model.post_layernorm.", "ln_vision."},
        {"vision_model.embeddings.class_embedding", "visual_encoder.cls_token"},
        {"vision_model.embeddings.position_embedding", "visual_encoder.pos_embed"},
        {"vision_model.embeddings.patch_embedding.", "visual_encoder.patch_embed.proj."},
        {"vision_model.encoder.layers.", "visual_encoder.blocks."},
        {".layer_norm", ".norm"},
        {".self_attn.projection.", ".attn.proj."},
        {".self_attn.", ".attn."},
    }};
    const std::string name = replaced(tensor.name, kReplacements);
    const std::string fused = ".attn.qkv.bias";
    if (name.size() < fused.size() || name.compare(name.size() - fused.size(), fused.size(), fused) != 0)
        return {{name}};
    const std::string attention = name.substr(0, name.size() - std::string("qkv.bias").size());
    const std::int64_t width = tensor.shape.empty() ? 0 : tensor.shape[0] / 3;
    return {{attention + "q_bias", 0, width}, {attention + "v_bias", 2 * width, width}};
}

std::string mapQFormerName(const std::string& name) {
    static constexpr std::array<Replacement, 4> kReplacements{{
        {"qformer.layernorm.", "Qformer.bert.embeddings.LayerNorm."},
        {"qformer.", "Qformer.bert."},
        {".attention.attention.", ".attention.self."},
        {".crossattention.attention.", ".crossattention.self."},
    }};
    return replaced(name, kReplacements);
}

} // namespace

NameMap huggingFaceNames(const std::string& languageModelType) {
    return [languageModelType](const checkpoint::TensorInfo& tensor) -> std::vector<MappedName> {
        const std::string& name = tensor.name;
        if (startsWith(name, "vision_model.")) return mapVisionName(tensor);
        if (startsWith(name, "qformer.")) return {{mapQFormerName(name)}};
        if (name == "query_tokens") return {{"query_tokens_img"}};
        const std::string projection = "language_projection.";
        if (startsWith(name, projection))
            return {{languageModelType + "_proj_img." + name.substr(projection.size())}};
        const std::string model = "language_model.";
        if (startsWith(name, model)) return {{languageModelType + "_model." + name.substr(model.size())}};
        return {};
    };
}

} // namespace rb::vlm
