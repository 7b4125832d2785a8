#include "core/vlm/source/availability.h"

#include "core/vlm/source/expected_tensors.h"
#include "core/vlm/source/tensor_access.h"

#include <algorithm>

namespace rb::vlm {
namespace {

std::string encoderReason(const ModalityConfig& modality, const TensorCollection& tensors) {
    if (!seesPoints(modality))
        return tensors.containsPrefix("visual_encoder.blocks.")
                   ? ""
                   : "the image encoder (visual_encoder) is in none of the files; give eva_vit_g.pth";
    if (!tensors.containsPrefix("point_encoder.blocks."))
        return "the point encoder (point_encoder) is in none of the files; give point_bert_pretrained.pt";
    return tensors.containsPrefix("pc_adapter.") ? "" : "pc_adapter.weight is in none of the files";
}

/// Why a modality cannot run; empty when it can.
std::string reasonAgainst(const ModelConfig& config, const ModalityConfig& modality, const TensorCollection& tensors) {
    if (std::string reason = encoderReason(modality, tensors); !reason.empty()) return reason;
    const std::string attention = modality.qformer + ".bert.encoder.layer.0.attention.self.";
    if (!tensors.contains(attention + "query.weight") && !tensors.contains(attention + "key.weight"))
        return modality.qformer + " is in none of the files";
    for (const std::string& name : modalityTensors(config, modality))
        if (!tensors.contains(name)) return name + " is in none of the files";
    return "";
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

std::string fileNames(const TensorCollection& tensors) {
    std::vector<std::string> names;
    for (const checkpoint::Checkpoint& file : tensors.checkpoints())
        for (const std::filesystem::path& path : file.files()) names.push_back(path.string());
    constexpr std::size_t kMostShown = 4;
    if (names.size() <= kMostShown) return joined(names);
    const std::size_t more = names.size() - kMostShown;
    names.resize(kMostShown);
    return joined(names) + " and " + std::to_string(more) + " more";
}

std::string fileOf(const checkpoint::TensorInfo& tensor, const checkpoint::Checkpoint& file) {
    return tensor.file < file.files().size() ? file.files()[tensor.file].string() : std::string("its file");
}

bool isFloatingPoint(checkpoint::DType dtype) {
    using checkpoint::DType;
    return dtype == DType::F32 || dtype == DType::F16 || dtype == DType::BF16 || dtype == DType::F64;
}

Status checkTensor(const std::string& name, const ExpectedTensor& expected, const TensorCollection& tensors) {
    const auto found = tensors.tensors().find(name);
    if (found == tensors.tensors().end()) {
        if (!expected.required) return {};
        return Error{ErrorCode::ModelIncomplete, name + " " + shapeText(expected.shape) +
                                                     " is missing: it is in none of the model's files (" +
                                                     fileNames(tensors) + ")."};
    }
    const auto tensor = locate(tensors.checkpoints(), found->second);
    if (!tensor)
        return Error{ErrorCode::ModelIncomplete, name + " has fewer rows than " + shapeText(expected.shape) + "."};
    const std::string where = fileOf(*tensor, tensors.checkpoints()[found->second.checkpoint]) + ": " + tensor->name;
    if (!shapeFits(name, expected.shape, tensor->shape))
        return Error{ErrorCode::ModelIncomplete, where + " must have the shape " + shapeText(expected.shape) +
                                                     ", but has " + shapeText(tensor->shape) + "."};
    if (!isFloatingPoint(tensor->dtype))
        return Error{ErrorCode::Unsupported, where + " must be of type F32, F16, BF16 or F64, but is " +
                                                 std::string(checkpoint::toString(tensor->dtype)) + "."};
    return {};
}

} // namespace

std::vector<std::string> dropUnavailableModalities(ModelConfig& config, const TensorCollection& tensors) {
    std::vector<std::string> sentences;
    std::vector<std::string> neverThere;
    for (const char* name : {"image", "image_region", "pointcloud", "pointcloud_region"})
        if (config.modalities.count(name) == 0) neverThere.push_back(name);
    bool point = false;
    for (auto entry = config.modalities.begin(); entry != config.modalities.end();) {
        const std::string reason = reasonAgainst(config, entry->second, tensors);
        if (!reason.empty()) sentences.push_back(entry->first + " cannot run: " + reason + ".");
        point = point || (reason.empty() && seesPoints(entry->second));
        entry = reason.empty() ? std::next(entry) : config.modalities.erase(entry);
    }
    if (!point) config.point.reset();
    if (!neverThere.empty())
        sentences.push_back(joined(neverThere) + " cannot run: this needs a RegionBLIP checkpoint" +
                            (holds(neverThere, "pointcloud") ? " and Point-BERT." : "."));
    return sentences;
}

Status checkTensors(const ModelConfig& config, const TensorCollection& tensors) {
    for (const auto& [name, expected] : expectedTensors(config))
        if (Status checked = checkTensor(name, expected, tensors); !checked) return checked;
    return {};
}

} // namespace rb::vlm
