#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rb::meaning {

/// Rows of numbers kept as bytes: number = scale of its row × byte, bytes from -127 to 127. A unit row of 64 to 256
/// numbers loses about 0.003 of its length, and a product of two rows is wrong by about 0.001.
struct ByteVectors {
    int width = 0;
    std::vector<std::int8_t> bytes;  ///< `[N, width]`, row-major
    std::vector<float> scales;       ///< `[N]`

    std::size_t size() const { return scales.size(); }
    std::span<const std::int8_t> row(std::size_t i) const { return {bytes.data() + i * static_cast<std::size_t>(width), static_cast<std::size_t>(width)}; }
};

/// `numbers` is `[N, width]`; what is not finite counts as 0.
ByteVectors toBytes(std::span<const float> numbers, int width);
/// The mean of the rows as one row.
ByteVectors meanOf(const ByteVectors& rows);

/// For a file: N scales (IEEE floats, lowest byte first), then the bytes.
QByteArray packed(const ByteVectors& rows);
/// Nothing when the bytes cannot be that: of another size, too wide, too many, or with scales that are no sizes.
std::optional<ByteVectors> unpacked(const QByteArray& bytes, qint64 width);

} // namespace rb::meaning
