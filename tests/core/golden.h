#pragma once

#include "core/checkpoint/checkpoint.h"

#include <QFile>
#include <QtGlobal>

#include <optional>
#include <type_traits>

#include <nlohmann/json.hpp>

namespace rb::testing {

/// A tensor of the golden data, dense and row-major.
template <typename T>
struct GoldenTensor {
    std::vector<std::int64_t> shape;
    std::vector<T> values;
};

template <typename T>
constexpr checkpoint::DType goldenType() {
    if constexpr (std::is_same_v<T, float>) return checkpoint::DType::F32;
    else if constexpr (std::is_same_v<T, std::int64_t>) return checkpoint::DType::I64;
    else {
        static_assert(std::is_same_v<T, std::uint8_t>, "float, std::int64_t or std::uint8_t");
        return checkpoint::DType::U8;
    }
}

/// A safetensors file under tests/data. What is missing or of another type than asked for comes back
/// without values, after a logged line.
class GoldenFile {
public:
    explicit GoldenFile(const std::string& relative) {
        auto opened = checkpoint::Checkpoint::open(std::string(RB_TEST_DATA "/") + relative);
        if (opened.ok()) m_file.emplace(*std::move(opened));
        else qCritical("%s", opened.error().message.c_str());
    }

    bool contains(const std::string& name) const { return m_file && m_file->find(name); }

    template <typename T>
    GoldenTensor<T> tensor(const std::string& name) const {
        const checkpoint::TensorInfo* info = m_file ? m_file->find(name) : nullptr;
        GoldenTensor<T> tensor;
        if (info && info->dtype == goldenType<T>()) {
            tensor.shape = info->shape;
            tensor.values.resize(info->elementCount());
            if (m_file->read(*info, tensor.values.data()).ok()) return tensor;
        }
        qCritical("The golden data have no tensor %s of this type.", name.c_str());
        return {};
    }

private:
    std::optional<checkpoint::Checkpoint> m_file;
};

/// A JSON file under tests/data; a discarded value when it cannot be read.
inline nlohmann::json goldenJson(const std::string& relative) {
    QFile file(QString::fromStdString(std::string(RB_TEST_DATA "/") + relative));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
}

} // namespace rb::testing
