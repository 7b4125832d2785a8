#include "core/media/png_header.h"

#include <cstdint>

namespace rb::media {

static constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
static constexpr std::uint32_t kLongestSide = 1'000'000; // that libpng reads

static std::uint32_t bigEndian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

/// Table 11.1: which depths the colour types have.
static bool isAllowed(int depth, int colorType) {
    switch (colorType) {
    case 0: return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    case 3: return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case 2:
    case 4:
    case 6: return depth == 8 || depth == 16;
    default: return false;
    }
}

std::optional<std::string> faultOfPngHeader(std::string_view start) {
    if (!start.starts_with(kSignature)) return std::nullopt;
    if (start.size() < 29 || start.substr(12, 4) != "IHDR" || bigEndian(start.substr(8)) != 13) return "its header is damaged";
    const std::uint32_t width = bigEndian(start.substr(16)), height = bigEndian(start.substr(20));
    if (width == 0 || height == 0) return "its header gives no size";
    if (width > kLongestSide || height > kLongestSide)
        return "its header says " + std::to_string(width) + " by " + std::to_string(height) + " pixels, and no side may have more than a million";
    const int depth = static_cast<unsigned char>(start[24]), colorType = static_cast<unsigned char>(start[25]);
    if (!isAllowed(depth, colorType)) return "its header says bit depth " + std::to_string(depth) + " and colour type " + std::to_string(colorType) + ", which is no PNG";
    return std::nullopt;
}

} // namespace rb::media
