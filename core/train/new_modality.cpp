#include "core/train/new_modality.h"

#include "core/vlm/source/modalities_json.h"

namespace rb::train {

/// The name with the suffix of one modality exchanged for another's; empty when it is not that one's:
/// `query_tokens_S`, `opt_proj_S.weight`, `S_posembed.0.bias`, `….lora_A_S`.
static std::string renamed(const std::string& name, const std::string& from, const std::string& to) {
    const std::size_t dot = name.find('.');
    const std::string head = name.substr(0, dot), rest = dot == std::string::npos ? "" : name.substr(dot);
    for (const char* prefix : {"query_tokens_", "opt_proj_", "t5_proj_", "stage1_proj_", "reg_"})
        if (head == prefix + from) return prefix + to + rest;
    for (const char* ending : {"_posembed", "_itm_head"})
        if (head == from + ending) return to + ending + rest;
    for (const char* pair : {".lora_A_", ".lora_B_"})
        if (name.ends_with(pair + from)) return name.substr(0, name.size() - from.size()) + to;
    return {};
}

Result<NewModality> newModalityFrom(const std::string& text) {
    const std::string color = "+color";
    const auto equals = text.find('=');
    if (equals == std::string::npos)
        return Error{ErrorCode::InvalidArgument, "A new modality is given with the one it begins as: thermal=image_region."};
    NewModality modality{text.substr(0, equals), text.substr(equals + 1), text.ends_with(color)};
    if (modality.color) modality.like.resize(modality.like.size() - color.size());
    return modality;
}

/// The reader of coloured groups begins as that of plain ones; the columns of the colours are added
/// when the tensors are read (ParameterSet).
static Status addColor(vlm::ModelSource& source, const NewModality& modality, vlm::ModalityConfig& made) {
    if (!vlm::seesPoints(made))
        return Error{ErrorCode::InvalidArgument, modality.like + " sees no point clouds; +color goes with pointcloud or pointcloud_region."};
    made.encoder = "point_color";
    const std::string plain = "point_encoder.encoder.", colored = "point_encoder.encoder_color.";
    std::map<std::string, vlm::TensorRef> copies;
    for (const auto& [name, tensor] : source.tensors)
        if (name.starts_with(plain)) copies[colored + name.substr(plain.size())] = tensor;
    source.tensors.insert(copies.begin(), copies.end());
    return {};
}

Status addModality(vlm::ModelSource& source, const NewModality& modality) {
    const auto like = source.config.modalities.find(modality.like);
    if (like == source.config.modalities.end())
        return Error{ErrorCode::InvalidArgument, "The model " + source.name + " has no modality " + modality.like + " to begin with."};
    if (!vlm::isModalitySuffix(modality.name) || source.config.modalities.contains(modality.name))
        return Error{ErrorCode::InvalidArgument, "A new modality needs a name of its own, of a-z, 0-9 and _; \"" + modality.name + "\" will not do."};
    vlm::ModalityConfig made = like->second;
    made.suffix = modality.name;
    if (modality.color)
        if (Status added = addColor(source, modality, made); !added.ok()) return added;
    std::map<std::string, vlm::TensorRef> copies;
    for (const auto& [name, tensor] : source.tensors)
        if (const std::string copy = renamed(name, like->second.suffix, made.suffix); !copy.empty()) copies[copy] = tensor;
    source.tensors.insert(copies.begin(), copies.end());
    source.config.modalities[modality.name] = made;
    auto& prompts = source.config.languageModel.prompt;
    if (const auto prompt = prompts.find(modality.like); prompt != prompts.end()) prompts[modality.name] = prompt->second;
    return {};
}

void giveTo(const NewModality& modality, std::vector<Sample>& samples) {
    for (Sample& sample : samples)
        if (sample.modality == modality.like) sample.modality = modality.name;
}

} // namespace rb::train
