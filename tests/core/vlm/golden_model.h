#pragma once

#include "core/checkpoint/checkpoint.h"
#include "core/vlm/loaded_model.h"
#include "core/vlm/stages.h"
#include "core/vlm/tensor_files.h"

#include <QByteArray>
#include <QTest>

#include <cmath>
#include <fstream>
#include <map>
#include <string>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>
#include <nlohmann/json.hpp>

namespace rb::test {

inline std::filesystem::path dataFolder() { return RB_TEST_DATA; }

/// Rows of a data-driven test: both golden models.
inline void models() {
    QTest::addColumn<QString>("model");
    QTest::newRow("OPT") << QStringLiteral("tiny-opt");
    QTest::newRow("T5") << QStringLiteral("tiny-t5");
}

/// The same, each with every modality.
inline void modelsAndModalities() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("modality");
    for (const char* model : {"tiny-opt", "tiny-t5"})
        for (const char* modality : {"image", "image_region", "pointcloud", "pointcloud_region"})
            QTest::addRow("%s %s", model, modality) << QString::fromLatin1(model) << QString::fromLatin1(modality);
}

/// The folder of the row's model.
inline std::filesystem::path folder() {
    QFETCH(QString, model);
    return dataFolder() / "regionblip" / model.toStdString();
}

inline nlohmann::json readJson(const std::filesystem::path& path) {
    std::ifstream in(path);
    return nlohmann::json::parse(in);
}

inline std::map<std::string, at::Tensor> readGolden(const std::filesystem::path& path) {
    const auto file = checkpoint::Checkpoint::open(path);
    if (!file.ok()) qFatal("%s", file.error().message.c_str());
    auto tensors = vlm::readTensors(*file);
    if (!tensors.ok()) qFatal("%s", tensors.error().message.c_str());
    return std::move(*tensors);
}

/// One model a process and path; opening costs more than most tests.
inline const vlm::LoadedModel& modelAt(const vlm::ModelPaths& paths) {
    static std::map<std::string, vlm::LoadedModel> open;
    const std::string key = paths.model.string() + "|" + paths.regionblip.string();
    auto found = open.find(key);
    if (found == open.end()) {
        auto loaded = vlm::loadModel(paths, {});
        if (!loaded.ok()) qFatal("%s", loaded.error().message.c_str());
        found = open.emplace(key, std::move(*loaded)).first;
    }
    return found->second;
}

inline const vlm::LoadedModel& modelAt(const std::filesystem::path& folder) {
    vlm::ModelPaths paths;
    paths.model = folder;
    return modelAt(paths);
}

/// Largest difference as a share of the expected tensor's largest value.
inline double relativeDifference(const at::Tensor& found, const at::Tensor& expected) {
    const at::Tensor wanted = expected.to(at::kDouble);
    const double scale = wanted.abs().max().item<double>();
    return (found.to(at::kDouble) - wanted).abs().max().item<double>() / std::max(scale, 1e-30);
}

/// Fails unless `found` has the expected shape and lies within `tolerance` of it (integers: equal).
inline bool matches(const std::string& name, const at::Tensor& found, const at::Tensor& expected, double tolerance) {
    if (!found.defined() || found.sizes() != expected.sizes()) {
        qWarning("%s: shape differs or the tensor is absent", name.c_str());
        return false;
    }
    if (!at::isFloatingType(expected.scalar_type())) return found.equal(expected.to(found.scalar_type()));
    const double difference = relativeDifference(found, expected);
    if (difference <= tolerance) return true;
    qWarning("%s: differs by %.3g of its largest value", name.c_str(), difference);
    return false;
}

/// The new tokens of a golden row: without the `prefix` ids in front, ended after the end token.
inline std::vector<vlm::TokenId> newTokens(const nlohmann::json& row, std::size_t prefix, vlm::TokenId end,
                                           vlm::TokenId pad) {
    std::vector<vlm::TokenId> tokens;
    for (std::size_t i = prefix; i < row.size(); ++i) {
        tokens.push_back(row[i].get<vlm::TokenId>());
        if (tokens.back() == end) return tokens;
    }
    while (!tokens.empty() && tokens.back() == pad) tokens.pop_back();
    return tokens;
}

} // namespace rb::test
