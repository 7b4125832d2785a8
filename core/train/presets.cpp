#include "core/train/presets.h"

namespace rb::train {
namespace {

bool starts(const std::string& name, const char* prefix) { return name.rfind(prefix, 0) == 0; }

// `query_tokens_S`, `opt_proj_S`, `t5_proj_S`: the image's are BLIP-2's and stay.
bool belongsToNewModality(const std::string& name) {
    for (const char* prefix : {"query_tokens_", "opt_proj_", "t5_proj_"}) {
        if (!starts(name, prefix)) continue;
        const std::string rest = name.substr(std::string(prefix).size());
        return rest != "img" && !starts(rest, "img.");
    }
    return false;
}

// The published list (`trainable` in tests/data/regionblip/*/losses.json), but for LoRA pairs.
bool isPublished(const std::string& name) {
    if (starts(name, "Qformer_pc.")) return true;
    if (belongsToNewModality(name) || name == "temp") return true;
    for (const char* prefix : {"stage1_proj_", "reg_", "img_itm_head", "img_region_posembed", "pc_region_posembed", "pc_adapter"})
        if (starts(name, prefix)) return true;
    return false;
}

/// Whether a modality with this Q-Former can meet the tensor.
bool isReadBy(const std::string& qformer, const std::string& name) {
    return !starts(name, "Qformer") || starts(name, (qformer + ".").c_str());
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

TrainedNames trainedBy(Preset preset, const vlm::ModelConfig& config, const std::set<std::string>& modalities,
                       const std::set<LoraTarget>& targets) {
    std::map<std::string, std::string> qformerOf; // by suffix
    for (const auto& [name, modality] : config.modalities)
        if (modalities.contains(name)) qformerOf[modality.suffix] = modality.qformer;
    return [preset, qformerOf, targets](const std::string& name) {
        const auto pair = loraNameOf(name);
        if (!pair) return preset == Preset::Full ? !isStatistic(name) : preset == Preset::RegionBlip && isPublished(name);
        if (!targets.contains(pair->target)) return false;
        if (preset != Preset::Lora) return preset == Preset::Full || pair->suffix != "img" || starts(name, "Qformer_pc.");
        const auto found = qformerOf.find(pair->suffix);
        return found != qformerOf.end() && isReadBy(found->second, name);
    };
}

TrainedNames ownTensorsOf(const vlm::ModalityConfig& modality, const std::set<LoraTarget>& targets) {
    return [modality, targets](const std::string& name) {
        if (const auto pair = loraNameOf(name))
            return pair->suffix == modality.suffix && targets.contains(pair->target) && isReadBy(modality.qformer, name);
        const std::string head = name.substr(0, name.find('.'));
        for (const char* prefix : {"query_tokens_", "opt_proj_", "t5_proj_", "stage1_proj_", "reg_"})
            if (head == prefix + modality.suffix) return true;
        const bool readsColor = name.starts_with("point_encoder.encoder_color.") && vlm::seesColor(modality);
        return (readsColor && !isStatistic(name)) || head == modality.suffix + "_posembed";
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
