#pragma once

#include "core/media/image.h"
#include "tests/core/checkpoint/test_files.h"
#include "tests/core/golden.h"

#include <QCryptographicHash>

#include <cstdlib>

namespace rb::media::testing {

/// Grey levels by which another JPEG decoder may differ.
inline constexpr int kJpegTolerance = 2;

/// The largest difference of two pictures; 256 when their sizes differ.
inline int largestDifference(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
    if (a.size() != b.size()) return 256;
    int largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

/// A rectangle of the picture as row-major RGB.
inline std::vector<std::uint8_t> crop(const Image& image, const QRect& part) {
    std::vector<std::uint8_t> rgb;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const auto first = image.rgb.begin() + (static_cast<std::ptrdiff_t>(y) * image.width + part.left()) * 3;
        rgb.insert(rgb.end(), first, first + static_cast<std::ptrdiff_t>(part.width()) * 3);
    }
    return rgb;
}

inline std::string sha256(const Image& image) {
    const QByteArrayView bytes(image.rgb.data(), static_cast<qsizetype>(image.rgb.size()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

/// The picture `file` of tests/data/images in the variant `raw` or `exif_applied`.
inline Result<Image> readVariant(const std::string& file, const std::string& variant) {
    ImageReadOptions options;
    options.applyExifOrientation = variant == "exif_applied";
    return readImage(std::string(RB_TEST_DATA "/images/") + file, options);
}

inline std::string stemOf(const std::string& file) { return std::filesystem::path(file).stem().string(); }
inline bool isJpeg(const std::string& file) { return file.ends_with(".jpg"); }

} // namespace rb::media::testing
