#include "core/formats/datasets/rle.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include <nlohmann/json.hpp>

namespace rb::formats {
namespace {

using nlohmann::json;
using Runs = std::vector<std::int64_t>;

constexpr std::int64_t kMostPixels = 100'000'000;

std::optional<Runs> runsOfList(const json& counts, std::int64_t most) {
    Runs runs;
    for (const json& each : counts) {
        if (!each.is_number_integer()) return std::nullopt;
        runs.push_back(each.get<std::int64_t>());
        if (runs.back() < 0 || runs.back() > most) return std::nullopt;
    }
    return runs;
}

/// Reads one number of the compressed form: five bits a character from the lowest on, the sixth says
/// that more follow, and the fifth of the last one is the sign.
std::optional<std::int64_t> nextNumber(const std::string& text, std::size_t& at) {
    constexpr unsigned kBits = 5, kMore = 0x20, kSign = 0x10;
    std::uint64_t value = 0;
    for (unsigned shift = 0; at < text.size() && shift < 60; shift += kBits) {
        const unsigned char byte = static_cast<unsigned char>(text[at++]);
        if (byte < '0' || byte > '0' + 63) return std::nullopt;
        const unsigned bits = byte - static_cast<unsigned>('0');
        value |= static_cast<std::uint64_t>(bits & (kMore - 1)) << shift;
        if ((bits & kMore) != 0) continue;
        if ((bits & kSign) != 0) value |= ~std::uint64_t{0} << (shift + kBits);
        return static_cast<std::int64_t>(value);
    }
    return std::nullopt;
}

std::optional<Runs> runsOfText(const std::string& text, std::int64_t most) {
    Runs runs;
    for (std::size_t at = 0; at < text.size();) {
        const std::optional<std::int64_t> number = nextNumber(text, at);
        if (!number) return std::nullopt;
        // From the fourth run on a number is the difference from the run of the same colour before.
        const std::int64_t base = runs.size() > 2 ? runs[runs.size() - 2] : 0;
        if (*number < -base || *number > most - base) return std::nullopt;
        runs.push_back(*number + base);
    }
    return runs;
}

std::optional<Runs> runsOf(const json& counts, std::int64_t pixels) {
    const std::optional<Runs> runs = counts.is_string() ? runsOfText(counts.get<std::string>(), pixels)
                                     : counts.is_array() ? runsOfList(counts, pixels)
                                                         : std::nullopt;
    if (!runs) return std::nullopt;
    std::int64_t rest = pixels;
    for (const std::int64_t run : *runs)
        if ((rest -= run) < 0) return std::nullopt;
    return rest == 0 ? runs : std::nullopt;
}

std::optional<Mask> emptyMask(const json& size) {
    const bool pair = size.is_array() && size.size() == 2 && size[0].is_number_integer() && size[1].is_number_integer();
    if (!pair) return std::nullopt;
    const auto height = size[0].get<std::int64_t>(), width = size[1].get<std::int64_t>();
    const bool positive = height > 0 && width > 0;
    const bool fits = positive && height <= kMostPixels && width <= kMostPixels / height;
    return fits ? std::optional(Mask{static_cast<int>(width), static_cast<int>(height), {}}) : std::nullopt;
}

void fill(Mask& mask, const Runs& runs) {
    const auto width = static_cast<std::size_t>(mask.width), height = static_cast<std::size_t>(mask.height);
    mask.pixels.assign(width * height, 0);
    std::size_t at = 0;
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (const std::size_t end = at + static_cast<std::size_t>(runs[i]); at < end; ++at)
            if (i % 2 == 1) mask.pixels[at % height * width + at / height] = 1;
}

} // namespace

Result<Mask> decodeRle(const json& segmentation, const std::string& place) {
    const auto refused = [&](const char* expected) {
        return Error{ErrorCode::FileInvalid, place + ": the run lengths of its mask must have " + expected + "."};
    };
    const bool complete = segmentation.is_object() && segmentation.contains("size") && segmentation.contains("counts");
    if (!complete) return refused("a size and counts");
    std::optional<Mask> mask = emptyMask(segmentation["size"]);
    if (!mask) return refused("a size [height, width] of 1 to 100,000,000 pixels");
    const std::optional<Runs> runs = runsOf(segmentation["counts"], std::int64_t{mask->width} * mask->height);
    if (!runs) return refused("counts that add up to height times width");
    fill(*mask, *runs);
    return std::move(*mask);
}

std::int64_t areaOf(const Mask& mask) { return std::accumulate(mask.pixels.begin(), mask.pixels.end(), std::int64_t{0}); }

geometry::Box2 boundsOf(const Mask& mask) {
    int left = mask.width, right = 0, top = mask.height, bottom = 0;
    for (int y = 0, at = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x, ++at) {
            if (mask.pixels[static_cast<std::size_t>(at)] == 0) continue;
            left = std::min(left, x);
            right = std::max(right, x + 1);
            top = std::min(top, y);
            bottom = y + 1;
        }
    if (right == 0) return {};
    return {double(left), double(top), double(right - left), double(bottom - top)};
}

} // namespace rb::formats
