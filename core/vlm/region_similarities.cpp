#include "core/vlm/captioner_model.h"

#include "core/text/truncation.h"
#include "core/vlm/id_tensor.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace rb::vlm {

struct EncodedTexts::Features {
    std::string modality;
    at::Tensor rows; ///< `[T, E]`
};

Result<EncodedTexts> RegionCaptioner::encodeTexts(const std::string& modality, const std::vector<std::string>& texts) {
    const auto found = m_model->modality(modality);
    if (!found.ok()) return found.error();
    const LoadedModel& model = m_model->loaded;
    if (!model.bertTokenizer || !(*found)->stage1Weight.defined() || !(*found)->qformer->wordEmbeddings().defined())
        return Error{ErrorCode::Unsupported, "The model " + m_model->description.name + " was shipped without the parts that compare texts (the "
                                             "text side of the Q-Former and stage1_proj_" + (*found)->config.suffix + ")."};
    EncodedTexts encoded;
    const Status status = guarded("Encoding the texts", [&] {
        const c10::InferenceMode inference;
        std::vector<at::Tensor> rows;
        for (const std::string& text : texts) {
            auto ids = model.bertTokenizer->encode(text);
            text::truncate(ids, static_cast<std::size_t>(model.source->config.maxTextLength), true);
            rows.push_back(model.network->textFeatures(**found, {idTensor(ids, model.device).unsqueeze(0), {}})[0]);
        }
        encoded.m_features = std::make_shared<EncodedTexts::Features>(EncodedTexts::Features{(*found)->name, at::stack(rows).to(at::kFloat)});
    });
    if (!status.ok()) return status.error();
    return encoded;
}

Result<Similarities> RegionCaptioner::Model::similarities(const Modality& modality, const SharedStates& states, const at::Tensor& boxes,
                                                          const std::string& textModality, const at::Tensor& texts) const {
    if (textModality != modality.name)
        return Error{ErrorCode::InvalidArgument, "The texts were encoded for " + textModality + ", and this is " + modality.name + "."};
    Similarities result;
    const Status status = guarded("Comparing", [&] {
        const c10::InferenceMode inference;
        const at::Tensor output = loaded.network->queryOutput(modality, states.crossFor(modality), boxes);
        const at::Tensor queries = loaded.network->queryFeatures(modality, output).to(at::kFloat);
        const at::Tensor best = at::matmul(queries, texts.t()).amax(1).cpu().contiguous(); // [R, T]
        for (std::int64_t row = 0; row < best.size(0); ++row) {
            const float* first = best[row].const_data_ptr<float>();
            result.emplace_back(first, first + best.size(1));
        }
    });
    if (!status.ok()) return status.error();
    return result;
}

Result<Similarities> RegionCaptioner::similarities(const EncodedImage& image, const std::vector<geometry::Box2>& boxes, const EncodedTexts& texts) {
    const auto modality = m_model->modality(boxes.empty() ? "image" : "image_region");
    if (!modality.ok()) return modality.error();
    const auto corners = boxTensor(boxes, image.width(), image.height());
    if (!corners.ok()) return corners.error();
    return m_model->similarities(**modality, *image.m_states, *corners, texts.m_features->modality, texts.m_features->rows);
}

Result<Similarities> RegionCaptioner::similarities(const EncodedCloud& cloud, const std::vector<geometry::Box3>& boxes, const EncodedTexts& texts) {
    const auto modality = m_model->modality(boxes.empty() ? "pointcloud" : "pointcloud_region");
    if (!modality.ok()) return modality.error();
    const auto corners = boxTensor(boxes, m_model->loaded.source->config);
    if (!corners.ok()) return corners.error();
    return m_model->similarities(**modality, *cloud.m_states, *corners, texts.m_features->modality, texts.m_features->rows);
}

} // namespace rb::vlm
