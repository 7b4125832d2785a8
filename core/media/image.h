#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace rb::media {

/// A picture in memory: 8-bit RGB, row-major, no padding.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb; ///< [height × width × 3]
};

/// What a file's header says, before any pixel is decoded.
struct ImageHeader {
    int width = 0;             ///< as stored
    int height = 0;
    int exifOrientation = 1;   ///< 1 … 8
    std::string format;        ///< "png", "jpeg", "webp", "bmp", "tiff", …
    int shownWidth() const { return exifOrientation >= 5 ? height : width; }
    int shownHeight() const { return exifOrientation >= 5 ? width : height; }
};

struct ImageReadOptions {
    bool applyExifOrientation = true;              ///< what people see, and what boxes are drawn on
    std::uint64_t maxPixels = 400'000'000;         ///< a larger picture is refused before decoding
};

/// Reads only the header. A refusal is one sentence that names the file and the reason. Pictures are
/// read by Qt's readers, which need a QCoreApplication to find their plug-ins.
Result<ImageHeader> readImageHeader(const std::filesystem::path& path);

/// Reads a picture as PIL's `convert('RGB')` would give it: alpha dropped, 16-bit gray clipped at
/// 255, CMYK by (255−C)(255−K)/255, palette looked up. The header is checked before memory is asked for.
Result<Image> readImage(const std::filesystem::path& path, const ImageReadOptions& options = {});

/// PIL's bicubic resize with antialias, to the last bit of its two 8-bit passes
/// (tests/data/images/README.md states the algorithm). No aspect keeping.
Image resizedBicubic(const Image& image, int width, int height);

/// `[3, height, width]` float32: (v / 255 − mean) / std per channel.
std::vector<float> normalisedPlanes(const Image& image, const float (&mean)[3], const float (&std)[3]);

/// Writes PNG or JPEG by the file's ending, through replaceFile().
Status writeImage(const std::filesystem::path& path, const Image& image);

} // namespace rb::media
