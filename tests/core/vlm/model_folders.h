#pragma once

#include "core/checkpoint/safetensors_writer.h"
#include "core/vlm/model_source.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace rb::test {

inline std::filesystem::path testData(const std::string& relative) {
    return std::filesystem::path(RB_TEST_DATA) / relative;
}

inline std::filesystem::path embeddedModel() {
    return std::filesystem::path(RB_RESOURCES) / "models/regionblip-mini";
}

inline QByteArray contentOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeContent(const std::filesystem::path& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write %s", path.c_str());
}

inline nlohmann::json jsonOf(const std::filesystem::path& path) {
    const QByteArray bytes = contentOf(path);
    return nlohmann::json::parse(bytes.begin(), bytes.end());
}

inline void writeJson(const std::filesystem::path& path, const nlohmann::json& json) {
    writeContent(path, QByteArray::fromStdString(json.dump()));
}

/// Copies what lies in `from` over what lies in `to`, as a person lays one folder over another.
inline void layOver(const std::filesystem::path& from, const std::filesystem::path& to) {
    namespace fs = std::filesystem;
    fs::create_directories(to);
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

/// A folder with `config.json`, weights and tokenizer of a tiny model, without its golden data.
inline void copyModel(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::create_directories(to);
    for (const char* name : {"config.json", "model.safetensors"}) std::filesystem::copy_file(from / name, to / name);
    layOver(from / "tokenizer", to / "tokenizer");
}

struct TestTensor {
    checkpoint::DType dtype = checkpoint::DType::F32;
    std::vector<std::int64_t> shape;
    std::string bytes;
};
using TestTensors = std::map<std::string, TestTensor>;

inline TestTensors tensorsOf(const std::filesystem::path& path) {
    const auto file = checkpoint::Checkpoint::open(path);
    if (!file) qFatal("%s", file.error().message.c_str());
    TestTensors tensors;
    for (const auto& [name, info] : file->tensors()) {
        TestTensor tensor{info.dtype, info.shape, std::string(info.byteCount(), '\0')};
        if (!file->read(info, tensor.bytes.data())) qFatal("cannot read %s", name.c_str());
        tensors[name] = std::move(tensor);
    }
    return tensors;
}

inline void writeTensors(const std::filesystem::path& path, const TestTensors& tensors) {
    std::vector<checkpoint::TensorToWrite> list;
    for (const auto& [name, tensor] : tensors)
        list.push_back({name, tensor.dtype, tensor.shape, [&t = tensor]() -> Result<std::string> { return t.bytes; }});
    if (const Status written = checkpoint::writeSafetensors(path, list, {}); !written)
        qFatal("%s", written.error().message.c_str());
}

/// A tensor of zeros in half precision.
inline TestTensor zeros(std::vector<std::int64_t> shape) {
    std::size_t bytes = 2;
    for (const std::int64_t size : shape) bytes *= static_cast<std::size_t>(size);
    return {checkpoint::DType::F16, std::move(shape), std::string(bytes, '\0')};
}

inline vlm::ModelPaths at(const std::filesystem::path& folder) {
    vlm::ModelPaths paths;
    paths.model = folder;
    return paths;
}

/// The shipped files of a tiny model; its config.json stands for the heads no shape tells.
inline vlm::ModelPaths upstreamOf(const std::string& model) {
    const std::filesystem::path upstream = testData("regionblip/" + model + "/upstream");
    vlm::ModelPaths paths;
    paths.model = upstream / "blip2.pth";
    paths.regionblip = upstream / "regionblip.pth";
    paths.llm = upstream / "llm";
    paths.pointBert = upstream / "point_bert.pt";
    paths.bert = upstream / "bert";
    paths.config = testData("regionblip/" + model + "/config.json");
    return paths;
}

/// Dense bytes of a tensor; empty when it cannot be read.
inline std::string bytesOf(const vlm::ModelSource& source, const std::string& name) {
    const auto found = source.shapeOf(name);
    if (!found) return {};
    checkpoint::TensorInfo info;
    info.dtype = found->first;
    info.shape = found->second;
    std::string bytes(info.byteCount(), '\0');
    return source.read(name, bytes.data()).ok() ? bytes : std::string();
}

inline QString said(const Error& error) { return QString::fromStdString(error.message); }

inline bool holdsText(const std::vector<std::string>& sentences, const std::string& text) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [&text](const std::string& sentence) { return sentence.find(text) != std::string::npos; });
}

inline QStringList namesOf(const std::map<std::string, vlm::ModalityConfig>& modalities) {
    QStringList names;
    for (const auto& [name, modality] : modalities) names << QString::fromStdString(name);
    return names;
}

/// One sentence: no line breaks, ends in a full stop.
inline bool isSentence(const QString& text) { return text.endsWith(u'.') && !text.contains(u'\n'); }

} // namespace rb::test

/// `const ModelSource& name`, or the test fails with the reason.
#define OPEN_MODEL(name, paths)                                                                                       \
    const auto name##Result = rb::vlm::openModelSource(paths);                                                        \
    QVERIFY2(name##Result.ok(), name##Result.ok() ? "" : name##Result.error().message.c_str());                       \
    const rb::vlm::ModelSource& name = *name##Result
