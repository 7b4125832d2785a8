#include "core/formats/file_names.h"

#include <algorithm>

namespace rb::formats {
namespace {

// The C library's functions ask the locale.
char lowered(char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign; }

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char sign) { return lowered(sign); });
    return text;
}

bool isPlain(char sign) {
    const char low = lowered(sign);
    return (low >= 'a' && low <= 'z') || (sign >= '0' && sign <= '9') || sign == '-';
}

/// Where the last part of a path begins.
std::size_t lastPart(const std::string& path) { return path.find_last_of('/') + 1; }

/// Where the suffix begins; a dot at the beginning of a name is none.
std::size_t suffixAt(const std::string& path) {
    const std::size_t dot = path.find_last_of('.');
    return dot == std::string::npos || dot <= lastPart(path) ? path.size() : dot;
}

} // namespace

std::string pathWithoutSuffix(const std::string& path) { return path.substr(0, suffixAt(path)); }
std::string suffixOf(const std::string& path) { return lowered(path.substr(suffixAt(path))); }

const std::vector<std::string_view>& pictureSuffixes() {
    static const std::vector<std::string_view> kSuffixes{".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif"};
    return kSuffixes;
}

bool isPictureSuffix(std::string_view suffix) {
    return std::find(pictureSuffixes().begin(), pictureSuffixes().end(), suffix) != pictureSuffixes().end();
}

std::string withDashes(std::string path, std::string_view unwanted) {
    for (std::size_t i = lastPart(path); i < path.size(); ++i)
        if (unwanted.find(path[i]) != std::string_view::npos) path[i] = '-';
    return path;
}

std::string plainName(std::string text) {
    std::replace_if(text.begin(), text.end(), [](char sign) { return !isPlain(sign); }, '-');
    return text;
}

std::string UniqueNames::claim(const std::string& wanted) {
    std::string name = wanted;
    if (m_taken.insert(lowered(name)).second) return name;
    int& next = m_next.try_emplace(lowered(wanted), 2).first->second;
    do name = wanted + "-" + std::to_string(next++);
    while (!m_taken.insert(lowered(name)).second);
    return name;
}

} // namespace rb::formats
