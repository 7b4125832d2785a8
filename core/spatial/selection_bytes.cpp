// Bytes of a selection: "RBS1", then numbers in base 128, lowest digits first, the high bit set on all but the last byte
// (LEB128): the number of points, then lengths of runs, unselected first, selected next, in turn. Only the first may be
// 0, and they add up to the number of points, so every selection has exactly one form.

#include "core/spatial/point_selection.h"

#include <algorithm>
#include <optional>

namespace rb::spatial {
namespace {

constexpr std::string_view kMagic = "RBS1";
constexpr std::string_view kRefused = "The stored selection of points is damaged: ";

void appendNumber(std::string& bytes, std::size_t number) {
    for (; number >= 128; number >>= 7) bytes.push_back(static_cast<char>(static_cast<unsigned char>(number | 128)));
    bytes.push_back(static_cast<char>(number));
}

/// Takes a number off the front; nothing when the bytes end in it, it passes 63 bits, or a shorter form exists.
std::optional<std::uint64_t> takeNumber(std::string_view& bytes) {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 63 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        number |= static_cast<std::uint64_t>(byte & 127U) << shift;
        if (byte >= 128) continue;
        if (byte == 0 && shift > 0) return std::nullopt;
        return number;
    }
    return std::nullopt;
}

Error refused(std::string_view reason) { return {ErrorCode::FileInvalid, std::string(kRefused).append(reason)}; }

/// Calls take(first, end) for every run of selected points; nothing is kept, so bytes can be looked through first.
template <typename Take>
Status readRuns(std::string_view bytes, std::size_t points, const Take& take) {
    bool selected = false;
    for (std::size_t at = 0; at < points; selected = !selected) {
        const bool first = at == 0 && !selected;
        const auto run = takeNumber(bytes);
        if (!run) return refused("a run of points is cut short.");
        if (*run > points - at) return refused("its runs pass the end of the cloud.");
        if (*run == 0 && !first) return refused("it has an empty run.");
        if (selected) take(at, at + *run);
        at += *run;
    }
    return bytes.empty() ? Status() : refused("there are bytes behind its end.");
}

} // namespace

std::string PointSelection::toBytes() const {
    std::string bytes(kMagic);
    appendNumber(bytes, m_points);
    bool selected = false;
    std::size_t runStart = 0, at = 0;
    while (at < m_points) {
        const std::uint64_t unlike = (selected ? ~m_words[at / kWordBits] : m_words[at / kWordBits]) >> (at % kWordBits);
        if (unlike == 0) {
            at = std::min(m_points, (at / kWordBits + 1) * kWordBits);
            continue;
        }
        at = std::min(m_points, at + static_cast<std::size_t>(std::countr_zero(unlike)));
        if (at == m_points) break;
        appendNumber(bytes, at - runStart);
        runStart = at;
        selected = !selected;
    }
    if (m_points > 0) appendNumber(bytes, m_points - runStart);
    return bytes;
}

Result<PointSelection> PointSelection::fromBytes(std::string_view bytes, std::size_t points) {
    if (!bytes.starts_with(kMagic)) return refused("it does not begin as one.");
    bytes.remove_prefix(kMagic.size());
    const auto stored = takeNumber(bytes);
    if (!stored) return refused("its number of points is cut short.");
    if (*stored != points)
        return refused("it is of " + std::to_string(*stored) + " points, and the cloud has " + std::to_string(points) + ".");
    if (const Status looked = readRuns(bytes, points, [](std::size_t, std::size_t) {}); !looked) return looked.error();
    PointSelection selection(points);
    const auto take = [&](std::size_t first, std::size_t end) { selection.setRange(first, end); };
    if (const Status read = readRuns(bytes, points, take); !read) return read.error();
    return selection;
}

} // namespace rb::spatial
