#include "core/checkpoint/refusal.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace rb::checkpoint {
namespace {

constexpr std::size_t kShownBytes = 120;
constexpr std::size_t kNameBytes = 1024;

/// Length of the UTF-8 sequence that `lead` begins, or 0.
std::size_t sequenceLength(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

/// Whether the second byte keeps the sequence from being overlong, a surrogate or past U+10FFFF.
bool allowsSecond(unsigned char lead, unsigned char second) {
    switch (lead) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second <= 0x9F;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second <= 0x8F;
    default:
        return true;
    }
}

bool isUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = sequenceLength(lead);
        if (length == 0 || length > text.size() - at) return false;
        for (std::size_t i = 1; i < length; ++i)
            if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return false;
        if (length > 2 && !allowsSecond(lead, static_cast<unsigned char>(text[at + 1]))) return false;
        at += length;
    }
    return true;
}

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

} // namespace

Error refusal(const std::filesystem::path& path, const std::string& reason, ErrorCode code) {
    return {code, path.string() + ": " + reason + "."};
}

std::string inQuotes(std::string_view text) {
    std::string shown = "\"";
    for (const char c : text.substr(0, kShownBytes))
        shown += isControl(c) || static_cast<unsigned char>(c) >= 0x80 || c == '"' ? '?' : c;
    return shown + (text.size() > kShownBytes ? "…\"" : "\"");
}

bool isTensorName(std::string_view name) {
    return !name.empty() && name.size() <= kNameBytes && std::none_of(name.begin(), name.end(), isControl) &&
           isUtf8(name);
}

bool isPlainFileName(std::string_view name) {
    return !name.empty() && name.size() <= 255 && name != "." && name != ".." &&
           name.find_first_of("/\\:") == std::string_view::npos &&
           std::none_of(name.begin(), name.end(), isControl);
}

} // namespace rb::checkpoint
