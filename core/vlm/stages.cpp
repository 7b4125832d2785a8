#include "core/vlm/stages.h"

#include "core/checkpoint/checkpoint.h"
#include "core/vlm/loaded_model.h"
#include "core/vlm/tensor_files.h"
#include "core/vlm/trace_model.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace rb::vlm {
namespace {

struct ModalityInputs {
    at::Tensor encoderStates; ///< undefined when the inputs have none for this modality
    at::Tensor boxes;
    at::Tensor rows;          ///< which encoder state each box belongs to
};

at::Tensor find(const StageInputs& inputs, const std::string& name) {
    const auto found = inputs.find(name);
    return found == inputs.end() ? at::Tensor() : found->second;
}

/// Encodes once what several modalities share.
class EncodedInputs {
public:
    EncodedInputs(const RegionBlip& model, const StageInputs& inputs, nn::Trace* trace)
        : m_model(model), m_inputs(inputs), m_trace(trace) {}

    ModalityInputs of(const ModalityConfig& config) {
        if (!seesPoints(config)) return ofPictures(config.region);
        return config.region ? ofScenes() : ofObjects();
    }

private:
    ModalityInputs ofPictures(bool region) {
        const at::Tensor pixels = find(m_inputs, "pixel_values"), boxes = find(m_inputs, "box");
        if (!pixels.defined() || (region && !boxes.defined())) return {};
        if (!m_pictures.defined()) m_pictures = m_model.encodePixels(pixels, m_trace);
        if (!region) return {m_pictures, {}, {}};
        at::Tensor rows = find(m_inputs, "box_image");
        if (!rows.defined()) rows = at::zeros({boxes.size(0)}, at::kLong);
        return {m_pictures, boxes, rows};
    }
    ModalityInputs ofObjects() {
        const at::Tensor points = find(m_inputs, "pointcloud");
        if (!points.defined()) return {};
        return {m_model.encodePoints(points, m_trace, "point"), {}, {}};
    }
    ModalityInputs ofScenes() {
        const at::Tensor points = find(m_inputs, "scene"), corners = find(m_inputs, "scene_box_corners");
        if (!points.defined() || !corners.defined()) return {};
        return {m_model.encodePoints(points, m_trace, "scene"), corners.reshape({corners.size(0), 24}),
                at::arange(corners.size(0), at::kLong)};
    }

    const RegionBlip& m_model;
    const StageInputs& m_inputs;
    nn::Trace* m_trace;
    at::Tensor m_pictures;
};

at::Tensor softPromptFor(const RegionBlip& model, const Modality& modality, const ModalityInputs& inputs,
                         nn::Trace* trace) {
    CrossStates cross = modality.qformer->crossStates(inputs.encoderStates, modality.adapter);
    if (inputs.rows.defined()) cross = cross.rows(inputs.rows);
    return model.softPrompt(modality, model.queryOutput(modality, cross, inputs.boxes, trace), trace);
}

} // namespace

Result<at::Tensor> softPromptOf(const RegionBlip& model, const std::string& name, const StageInputs& inputs,
                                nn::Trace* trace) {
    const Modality* modality = model.modality(name);
    if (!modality) return Error{ErrorCode::Unsupported, "The model has no modality " + name + "."};
    const ModalityInputs own = EncodedInputs(model, inputs, trace).of(modality->config);
    if (!own.encoderStates.defined())
        return Error{ErrorCode::InvalidArgument, "There are no inputs for modality " + name + "."};
    return softPromptFor(model, *modality, own, trace);
}

Status traceStages(const RegionBlip& model, const StageInputs& inputs,
                   const std::map<std::string, std::vector<text::TokenId>>& promptIds, nn::Trace& trace) {
    EncodedInputs encoded(model, inputs, &trace);
    for (const auto& [name, config] : model.config().modalities) {
        const Modality& modality = *model.modality(name);
        const ModalityInputs own = encoded.of(config);
        if (!own.encoderStates.defined()) continue;
        const at::Tensor prompt = softPromptFor(model, modality, own, &trace);
        const auto ids = promptIds.find(name);
        model.languageModel()
            .start({prompt, ids == promptIds.end() ? std::vector<text::TokenId>{} : ids->second, modality.adapter,
                    &trace, name})
            ->prefill();
    }
    return {};
}

Status traceModel(const std::filesystem::path& folder, const std::filesystem::path& inputs,
                  const std::filesystem::path& outputs) {
    const Result<LoadedModel> model = loadModel(folder, {});
    if (!model.ok()) return model.error();
    const Result<checkpoint::Checkpoint> file = checkpoint::Checkpoint::open(inputs);
    if (!file.ok()) return file.error();
    const auto tensors = readTensors(*file);
    if (!tensors.ok()) return tensors.error();
    std::map<std::string, std::vector<text::TokenId>> promptIds;
    for (const auto& [name, config] : model->source->config.modalities) promptIds[name] = model->promptIds(name);

    nn::Trace trace;
    Status traced;
    const Status status = guarded("Tracing the model", [&] {
        const c10::InferenceMode inference;
        traced = traceStages(*model->network, *tensors, promptIds, trace);
    });
    if (!status.ok()) return status;
    if (!traced.ok()) return traced;
    return writeTensors(outputs, trace.tensors(), {{"format", "regionblip-trace"}});
}

} // namespace rb::vlm
