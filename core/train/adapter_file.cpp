#include "core/train/adapter_file.h"

#include "core/vlm/model_writer.h"
#include "core/vlm/tensor_files.h"

#include <nlohmann/json.hpp>

namespace rb::train {

static std::map<std::string, std::string> metadataOf(const TrainingResult& result, const std::string& base) {
    std::map<std::string, vlm::ModalityConfig> added; // and those with another scale
    for (const auto& [name, modality] : result.config.modalities) {
        const auto before = result.base.config.modalities.find(name);
        if (before == result.base.config.modalities.end() || before->second.loraScale != modality.loraScale) added[name] = modality;
    }
    std::string targets;
    for (const LoraTarget target : result.options.targets) targets += (targets.empty() ? "" : " ") + nameOf(target);
    std::map<std::string, std::string> metadata{{"format", "regionblip-adapter"},
            {"version", "1"},
            {"base", base},
            {"base_name", result.base.name},
            {"preset", nameOf(result.options.preset)},
            {"rank", std::to_string(result.options.rank.value_or(result.base.config.loraRank))},
            {"targets", targets},
            {"data", result.dataFingerprint},
            {"samples", std::to_string(result.data.usable)},
            {"steps", std::to_string(result.progress.step)},
            {"loss", std::to_string(result.progress.loss)},
            {"seed", std::to_string(result.options.seed)},
            {"program", "RegionBLIP Studio " RB_VERSION}};
    if (result.options.alpha) metadata["alpha"] = std::to_string(*result.options.alpha);
    if (!result.metrics.empty()) metadata["metrics"] = nlohmann::json(result.metrics).dump();
    if (!added.empty()) metadata["modalities"] = vlm::modalitiesText(added);
    return metadata;
}

Status writeResult(const TrainingResult& result) {
    const Result<std::string> base = vlm::fingerprint(result.base);
    if (!base.ok()) return base.error();
    const std::filesystem::path adapter = result.folder / "adapter.safetensors";
    if (Status written = vlm::writeTensors(adapter, result.parameters.changing(), metadataOf(result, *base)); !written.ok()) return written;
    if (result.options.preset != Preset::Full) return {};
    vlm::ModelSource merged = result.base;
    if (Status added = vlm::addAdapter(merged, adapter); !added.ok()) return added;
    std::error_code ignored;
    std::filesystem::remove_all(result.folder / "model", ignored);
    return vlm::writeModelFolder(merged, result.folder / "model");
}

} // namespace rb::train
