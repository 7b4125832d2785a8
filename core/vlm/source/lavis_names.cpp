#include "core/vlm/source/lavis_names.h"

#include <array>
#include <charconv>

namespace rb::vlm {
namespace {

constexpr int kUsedEvaBlocks = 39;

bool dropPrefix(std::string& name, const std::string& prefix) {
    if (name.compare(0, prefix.size(), prefix) != 0) return false;
    name.erase(0, prefix.size());
    return true;
}

std::string withoutEntry(const checkpoint::TensorInfo& tensor) {
    std::string name = tensor.name;
    dropPrefix(name, "model.");
    dropPrefix(name, "module.");
    return name;
}

/// N of "blocks.N.…", or -1.
int blockNumber(const std::string& name) {
    std::string rest = name;
    int number = -1;
    if (dropPrefix(rest, "blocks.")) std::from_chars(rest.data(), rest.data() + rest.size(), number);
    return number;
}

} // namespace

std::vector<MappedName> mapReferenceName(const checkpoint::TensorInfo& tensor) { return {{withoutEntry(tensor)}}; }

std::vector<MappedName> mapLavisName(const checkpoint::TensorInfo& tensor) {
    struct Renamed {
        const char* lavis;
        const char* reference;
    };
    static constexpr std::array<Renamed, 5> kRenamed{{{"opt_proj.", "opt_proj_img."},
                                                      {"t5_proj.", "t5_proj_img."},
                                                      {"vision_proj.", "stage1_proj_img."},
                                                      {"text_proj.", "stage1_proj_text."},
                                                      {"itm_head.", "img_itm_head."}}};
    std::string name = withoutEntry(tensor);
    if (name == "query_tokens") return {{"query_tokens_img"}};
    for (const Renamed& renamed : kRenamed)
        if (dropPrefix(name, renamed.lavis)) return {{renamed.reference + name}};
    return {{name}};
}

std::vector<MappedName> mapEvaName(const checkpoint::TensorInfo& tensor) {
    std::string name = withoutEntry(tensor);
    dropPrefix(name, "visual_encoder.");
    if (blockNumber(name) >= kUsedEvaBlocks) return {};
    return {{"visual_encoder." + name}};
}

std::vector<MappedName> mapPointBertName(const checkpoint::TensorInfo& tensor) {
    std::string name = tensor.name;
    const bool entry = dropPrefix(name, "base_model.");
    dropPrefix(name, "module.");
    const bool inside = dropPrefix(name, "transformer_q.") || dropPrefix(name, "base_model.");
    if (!entry && !inside) return {};
    if (name.rfind("cls_head", 0) == 0) return {};
    return {{"point_encoder." + name}};
}

NameMap languageModelNames(const std::string& type) {
    return [type](const checkpoint::TensorInfo& tensor) -> std::vector<MappedName> {
        // Folders saved from the bare decoder lack the first part of the name.
        const bool bareDecoder = type == "opt" && tensor.name.rfind("decoder.", 0) == 0;
        return {{type + "_model." + (bareDecoder ? "model." : "") + tensor.name}};
    };
}

} // namespace rb::vlm
