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

/// Each of the first dimension's rows by itself.
static std::vector<std::vector<float>> rowsOf(const at::Tensor& table) {
    const at::Tensor rows = table.cpu().contiguous();
    std::vector<std::vector<float>> result;
    for (std::int64_t row = 0; row < rows.size(0); ++row) {
        const at::Tensor one = rows[row];
        result.emplace_back(one.const_data_ptr<float>(), one.const_data_ptr<float>() + one.numel());
    }
    return result;
}

Status RegionCaptioner::Model::comparesTexts(const Modality& modality) const {
    if (loaded.bertTokenizer && modality.stage1Weight.defined() && modality.qformer->wordEmbeddings().defined()) return {};
    return Error{ErrorCode::Unsupported, "The model " + description.name + " was shipped without the parts that compare texts (the text side of "
                                         "the Q-Former and stage1_proj_" + modality.config.suffix + ")."};
}

at::Tensor RegionCaptioner::Model::queryFeatures(const Modality& modality, const SharedStates& states, const at::Tensor& boxes) const {
    const at::Tensor output = loaded.network->queryOutput(modality, states.crossFor(modality), boxes);
    return loaded.network->queryFeatures(modality, output).to(at::kFloat);
}

Result<EncodedTexts> RegionCaptioner::encodeTexts(const std::string& modality, const std::vector<std::string>& texts) {
    const auto found = m_model->modality(modality);
    if (!found.ok()) return found.error();
    if (const Status compares = m_model->comparesTexts(**found); !compares.ok()) return compares.error();
    const LoadedModel& model = m_model->loaded;
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
        const at::Tensor queries = queryFeatures(modality, states, boxes);
        result = rowsOf(at::matmul(queries, texts.t()).amax(1)); // [R, T]
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

Result<std::vector<RegionEmbedding>> RegionCaptioner::embed(const EncodedImage& image, const std::vector<geometry::Box2>& boxes) {
    const auto modality = m_model->modality(boxes.empty() ? "image" : "image_region");
    if (!modality.ok()) return modality.error();
    if (const Status compares = m_model->comparesTexts(**modality); !compares.ok()) return compares.error();
    const auto corners = boxTensor(boxes, image.width(), image.height());
    if (!corners.ok()) return corners.error();
    std::vector<RegionEmbedding> embeddings;
    const Status status = guarded("Comparing", [&] {
        const c10::InferenceMode inference;
        const at::Tensor features = m_model->queryFeatures(**modality, *image.m_states, *corners);
        for (auto& row : rowsOf(features)) embeddings.push_back({std::move(row), static_cast<int>(features.size(2))});
    });
    if (!status.ok()) return status.error();
    return embeddings;
}

Result<std::vector<std::vector<float>>> RegionCaptioner::embedTexts(const std::string& modality, const std::vector<std::string>& texts) {
    if (texts.empty()) return std::vector<std::vector<float>>();
    const Result<EncodedTexts> encoded = encodeTexts(modality, texts);
    if (!encoded.ok()) return encoded.error();
    return rowsOf(encoded->m_features->rows);
}

} // namespace rb::vlm
