#pragma once

#include "tests/core/vlm/golden_model.h"

#include "core/text/caption_normalisation.h"
#include "core/train/objective.h"
#include "core/train/parameter_set.h"
#include "core/train/presets.h"

/// The training goldens of tests/data/regionblip: batches, and one forward pass.
namespace rb::test {

inline vlm::ModelSource sourceAt(const std::filesystem::path& folder) {
    vlm::ModelPaths paths;
    paths.model = folder;
    auto source = vlm::openModelSource(paths);
    if (!source.ok()) qFatal("%s", source.error().message.c_str());
    return std::move(*source);
}

inline std::shared_ptr<train::ParameterSet> parametersOf(const vlm::ModelSource& source,
                                                         const std::function<bool(const std::string&)>& trains) {
    auto parameters = train::ParameterSet::read(source, trains, {}, at::kCPU);
    if (!parameters.ok()) qFatal("%s", parameters.error().message.c_str());
    return *parameters;
}

/// The batches of one golden folder.
class GoldenBatches {
public:
    explicit GoldenBatches(const std::filesystem::path& folder)
        : m_model(modelAt(folder)), m_inputs(readGolden(folder / "inputs.safetensors")) {}

    /// The modality's batch of `captions` (normalised) for the given items.
    train::TrainingBatch batch(const std::string& modality, const std::vector<std::string>& captions,
                               std::vector<std::int64_t> items = {}) const {
        if (items.empty())
            for (std::size_t i = 0; i < captions.size(); ++i) items.push_back(static_cast<std::int64_t>(i));
        const at::Tensor rows = at::tensor(items, at::kLong);
        train::TrainingBatch batch;
        batch.modality = modality;
        if (modality == "image") batch.input = m_inputs.at("pixel_values").index_select(0, rows);
        if (modality == "pointcloud") batch.input = m_inputs.at("pointcloud").index_select(0, rows);
        if (modality == "pointcloud_region") {
            batch.input = m_inputs.at("scene").index_select(0, rows);
            batch.boxes = m_inputs.at("scene_box_corners").index_select(0, rows).flatten(1);
        }
        if (modality == "image_region") {
            batch.input = m_inputs.at("pixel_values");
            batch.itemOf = m_inputs.at("box_image").to(at::kLong).index_select(0, rows);
            batch.boxes = m_inputs.at("box").index_select(0, rows);
        }
        const vlm::ModelConfig& config = m_model.source->config;
        const auto prompt = config.languageModel.prompt.find(modality);
        batch.captions = train::tokenise(captions, {*m_model.languageTokenizer, m_model.bertTokenizer.get()}, config,
                                         prompt == config.languageModel.prompt.end() ? "" : prompt->second);
        return batch;
    }

private:
    const vlm::LoadedModel& m_model;
    std::map<std::string, at::Tensor> m_inputs;
};

/// Losses of one batch, with a graph behind them.
inline train::Losses lossesOf(const std::shared_ptr<train::ParameterSet>& parameters, const vlm::ModelConfig& config,
                              const train::TrainingBatch& batch, const train::ObjectiveOptions& options) {
    const nn::Weights weights(parameters, {});
    const vlm::RegionBlip network(weights, config);
    const train::TrainingHeads heads(weights, config);
    return train::objective({network, heads}, batch, options);
}

inline train::Negatives negativesOf(const nlohmann::json& losses) {
    return {losses.at("itm_negative_image_indices").get<std::vector<std::int64_t>>(),
            losses.at("itm_negative_text_indices").get<std::vector<std::int64_t>>()};
}

/// A loss within 1e-5 of the golden one; an absent term counts as 0.
inline bool lossEquals(const nlohmann::json& golden, const char* key, const at::Tensor& found) {
    const double wanted = golden.value(key, 0.0), value = found.defined() ? found.item<double>() : 0.0;
    if (std::abs(value - wanted) <= 1e-5 * std::max(1.0, std::abs(wanted))) return true;
    qWarning("%s: %.8g instead of %.8g", key, value, wanted);
    return false;
}

inline bool lossesEqual(const nlohmann::json& golden, const train::Losses& losses) {
    const std::pair<const char*, at::Tensor> terms[] = {{"loss_itc", losses.itc}, {"loss_itm", losses.itm}, {"loss_lm", losses.itg},
                                                        {"loss_llm", losses.llm}, {"loss_reg", losses.reg}, {"loss", losses.total}};
    bool equal = true;
    for (const auto& [key, term] : terms) equal = lossEquals(golden, key, term) && equal;
    return equal;
}

/// Gradients within 1e-4 of the tensor's largest value or 1e-6.
inline int wrongGradients(const std::shared_ptr<train::ParameterSet>& parameters, const std::map<std::string, at::Tensor>& golden,
                          const std::string& modality) {
    int wrong = 0;
    for (const auto& [name, parameter] : parameters->trained()) {
        const auto wanted = golden.find(modality + "|" + name);
        const at::Tensor found = parameter.grad().defined() ? parameter.grad() : at::zeros_like(parameter);
        const at::Tensor expected = wanted == golden.end() ? at::zeros_like(parameter) : wanted->second;
        const double limit = std::max(1e-6, 1e-4 * expected.abs().max().item<double>());
        const double difference = (found - expected.view(found.sizes())).abs().max().item<double>();
        if (difference <= limit) continue;
        qWarning("%s: gradient differs by %.3g (limit %.3g)", name.c_str(), difference, limit);
        ++wrong;
    }
    return wrong;
}

} // namespace rb::test
