#include "core/train/presets.h"

namespace rb::train {
namespace {

bool starts(const std::string& name, const char* prefix) { return name.rfind(prefix, 0) == 0; }

/// "…lora_A_pc_region" → "pc_region"; empty when the name is no LoRA pair's.
std::string loraSuffix(const std::string& name) {
    for (const char* part : {".lora_A_", ".lora_B_"})
        if (const auto at = name.find(part); at != std::string::npos) return name.substr(at + 8);
    return {};
}

// `query_tokens_S`, `opt_proj_S`, `t5_proj_S`: the image's are BLIP-2's and stay.
bool belongsToNewModality(const std::string& name) {
    for (const char* prefix : {"query_tokens_", "opt_proj_", "t5_proj_"}) {
        if (!starts(name, prefix)) continue;
        const std::string rest = name.substr(std::string(prefix).size());
        return rest != "img" && !starts(rest, "img.");
    }
    return false;
}

// The published list (`trainable` in tests/data/regionblip/*/losses.json).
bool isPublished(const std::string& name) {
    if (starts(name, "Qformer_pc.")) return true;
    if (const std::string suffix = loraSuffix(name); !suffix.empty()) return suffix != "img";
    if (belongsToNewModality(name) || name == "temp") return true;
    for (const char* prefix : {"stage1_proj_", "reg_", "img_itm_head", "img_region_posembed", "pc_region_posembed", "pc_adapter"})
        if (starts(name, prefix)) return true;
    return false;
}

} // namespace

Result<Preset> presetNamed(const std::string& name) {
    for (const Preset preset : {Preset::Lora, Preset::RegionBlip, Preset::Full})
        if (nameOf(preset) == name) return preset;
    return Error{ErrorCode::InvalidArgument, "There is no preset \"" + name + "\"; choose lora, regionblip or full."};
}

std::string nameOf(Preset preset) {
    switch (preset) {
    case Preset::Lora: return "lora";
    case Preset::RegionBlip: return "regionblip";
    case Preset::Full: break;
    }
    return "full";
}

std::function<bool(const std::string&)> trainedBy(Preset preset, const vlm::ModelConfig& config,
                                                  const std::set<std::string>& modalities) {
    if (preset == Preset::Full) return [](const std::string& name) { return !isStatistic(name); };
    if (preset == Preset::RegionBlip) return isPublished;
    std::map<std::string, std::string> qformerOf; // by suffix
    for (const auto& [name, modality] : config.modalities)
        if (modalities.contains(name)) qformerOf[modality.suffix] = modality.qformer + ".";
    return [qformerOf](const std::string& name) {
        const auto found = qformerOf.find(loraSuffix(name));
        if (found == qformerOf.end()) return false;
        return !starts(name, "Qformer") || starts(name, found->second.c_str());
    };
}

std::function<bool(const std::string&)> ownTensorsOf(const vlm::ModalityConfig& modality) {
    return [modality](const std::string& name) {
        if (loraSuffix(name) == modality.suffix) return !starts(name, "Qformer") || starts(name, (modality.qformer + ".").c_str());
        const std::string head = name.substr(0, name.find('.'));
        for (const char* prefix : {"query_tokens_", "opt_proj_", "t5_proj_", "stage1_proj_", "reg_"})
            if (head == prefix + modality.suffix) return true;
        return head == modality.suffix + "_posembed";
    };
}

bool isStatistic(const std::string& name) { return name.ends_with("running_mean") || name.ends_with("running_var"); }

bool isDecayed(const std::string& name, std::int64_t dimensions) {
    if (dimensions < 2) return false;
    for (const char* part : {"bias", "ln", "bn"})
        if (name.find(part) != std::string::npos) return false;
    return true;
}

} // namespace rb::train
