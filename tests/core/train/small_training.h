#pragma once

#include "tests/core/train/golden_training.h"

#include "core/train/trainer.h"
#include "core/vlm/region_captioner.h"

#include <fstream>
#include <memory>

#include <QTemporaryDir>

namespace rb::test {

/// Trainings of the tiny golden model on the golden pictures, each test in a folder of its own.
class SmallTraining {
protected:
    void begin() { m_folder = std::make_unique<QTemporaryDir>(); }
    std::filesystem::path at(const char* name) const { return std::filesystem::path(m_folder->path().toStdString()) / name; }
    static std::filesystem::path model() { return dataFolder() / "regionblip" / "tiny-opt"; }
    std::filesystem::path data() const;
    train::TrainingOptions options(const char* run) const;
    static std::map<std::string, at::Tensor> adapterOf(const std::filesystem::path& run) { return readGolden(run / "adapter.safetensors"); }
    static Status run(const train::TrainingOptions& options, train::TrainingObserver& observer);
    /// Of the first picture and two of its regions, with their scores.
    static std::vector<std::string> captions(const std::vector<vlm::AdapterFile>& adapters);
    /// Every activation of the four known modalities, with the golden inputs.
    static std::map<std::string, at::Tensor> tracedStages(const vlm::ModelPaths& paths);

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// The golden pictures with the golden boxes, as a RegionBLIP list.
inline std::filesystem::path SmallTraining::data() const {
    const std::filesystem::path list = at("regions.json");
    if (std::filesystem::exists(list)) return list;
    nlohmann::json records = nlohmann::json::array();
    const char* captions[] = {"a red bridge near the coat", "a short banana next to the knife", "the bus to the right of a boat"};
    for (int i = 0; i < 9; ++i) {
        const std::string picture = (dataFolder() / "regionblip" / ("picture" + std::to_string(i / 3) + ".png")).string();
        records.push_back({{"image", picture}, {"image_id", std::to_string(i / 3)}, {"bbox", {4 + i, 5, 20, 24 + i}}, {"caption", captions[i % 3]}});
    }
    std::ofstream(list) << records.dump();
    return list;
}

inline train::TrainingOptions SmallTraining::options(const char* run) const {
    train::TrainingOptions options;
    options.data = data();
    options.model = model();
    options.output = at(run);
    options.terms = train::defaultTerms(train::Preset::Lora);
    options.steps = 12;
    options.batch = 4;
    options.learningRate = 5e-3;
    options.checkpointEvery = 4;
    options.threads = 1;
    return options;
}

inline Status SmallTraining::run(const train::TrainingOptions& options, train::TrainingObserver& observer) {
    const auto trainer = train::Trainer::open(options);
    return trainer.ok() ? (*trainer)->run(observer) : Status(trainer.error());
}

inline std::vector<std::string> SmallTraining::captions(const std::vector<vlm::AdapterFile>& adapters) {
    vlm::ModelPaths paths;
    paths.model = model();
    paths.adapters = adapters;
    auto captioner = vlm::RegionCaptioner::open(paths, {});
    if (!captioner.ok()) qFatal("%s", captioner.error().message.c_str());
    const auto picture = media::readImage(dataFolder() / "regionblip" / "picture0.png");
    const auto encoded = captioner->encode(*picture);
    std::vector<std::string> texts;
    for (const auto& boxes : {std::vector<geometry::Box2>{}, std::vector<geometry::Box2>{{4, 5, 20, 24}, {7, 5, 20, 27}}}) {
        const auto written = captioner->caption(*encoded, boxes, captioner->description().generation);
        for (const auto& best : *written) texts.push_back(best.front().text + " " + std::to_string(best.front().score));
    }
    return texts;
}

inline std::map<std::string, at::Tensor> SmallTraining::tracedStages(const vlm::ModelPaths& paths) {
    const auto loaded = vlm::loadModel(paths, {});
    if (!loaded.ok()) qFatal("%s", loaded.error().message.c_str());
    const c10::InferenceMode inference;
    std::map<std::string, std::vector<text::TokenId>> prompts;
    for (const char* name : {"image", "image_region", "pointcloud", "pointcloud_region"}) prompts[name] = loaded->promptIds(name);
    nn::Trace trace;
    const Status traced = vlm::traceStages(*loaded->network, readGolden(model() / "inputs.safetensors"), prompts, trace);
    if (!traced.ok()) qFatal("%s", traced.error().message.c_str());
    return trace.tensors();
}

} // namespace rb::test
