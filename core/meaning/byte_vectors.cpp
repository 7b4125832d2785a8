#include "core/meaning/byte_vectors.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace rb::meaning {

static constexpr float kLargest = 127;
static constexpr qint64 kWidest = 8192, kMostRows = 4096;

ByteVectors toBytes(std::span<const float> numbers, int width) {
    const auto columns = static_cast<std::size_t>(width);
    ByteVectors rows{width, std::vector<std::int8_t>(numbers.size()), std::vector<float>(numbers.size() / columns)};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = numbers.subspan(i * columns, columns);
        float largest = 0;
        for (const float number : row)
            if (std::isfinite(number)) largest = std::max(largest, std::abs(number));
        rows.scales[i] = largest / kLargest;
        for (std::size_t k = 0; k < columns && largest > 0; ++k)
            if (std::isfinite(row[k])) rows.bytes[i * columns + k] = static_cast<std::int8_t>(std::lround(row[k] / largest * kLargest));
    }
    return rows;
}

ByteVectors meanOf(const ByteVectors& rows) {
    std::vector<float> mean(static_cast<std::size_t>(rows.width), 0.0F);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = rows.row(i);
        for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += rows.scales[i] * static_cast<float>(row[k]) / static_cast<float>(rows.size());
    }
    return toBytes(mean, rows.width);
}

QByteArray packed(const ByteVectors& rows) {
    QByteArray bytes;
    for (const float scale : rows.scales) {
        char raw[sizeof(float)];
        qToLittleEndian(scale, raw);
        bytes.append(raw, sizeof raw);
    }
    return bytes.append(reinterpret_cast<const char*>(rows.bytes.data()), static_cast<qsizetype>(rows.bytes.size()));
}

std::optional<ByteVectors> unpacked(const QByteArray& bytes, qint64 width) {
    constexpr qint64 kScaleSize = sizeof(float);
    if (width < 1 || width > kWidest || bytes.isEmpty() || bytes.size() % (width + kScaleSize)) return std::nullopt;
    const qint64 count = bytes.size() / (width + kScaleSize);
    if (count > kMostRows) return std::nullopt;
    ByteVectors rows{static_cast<int>(width), {}, {}};
    for (qint64 i = 0; i < count; ++i) {
        const auto scale = qFromLittleEndian<float>(bytes.constData() + i * kScaleSize);
        if (!std::isfinite(scale) || scale < 0 || scale > 1) return std::nullopt;
        rows.scales.push_back(scale);
    }
    const auto* first = reinterpret_cast<const std::int8_t*>(bytes.constData() + count * kScaleSize);
    rows.bytes.assign(first, first + count * width);
    return rows;
}

} // namespace rb::meaning
