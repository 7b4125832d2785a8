#include "core/formats/format.h"

#include <algorithm>

namespace rb::formats {
namespace {

/// The one of the dialects with this name, else the first.
std::string known(const Format& format, const std::string& dialect) {
    const auto found = std::find(format.dialects.begin(), format.dialects.end(), dialect);
    if (found != format.dialects.end()) return *found;
    return format.dialects.empty() ? std::string() : format.dialects.front();
}

} // namespace

Result<std::string> dialectOf(const Format& format, const std::string& asked) {
    const std::string dialect = known(format, asked);
    if (asked.empty() || asked == dialect) return dialect;
    return Error{ErrorCode::InvalidArgument, std::string(format.name) + " has no dialect \"" + asked + "\"."};
}

Holds holdsOf(const Format& format, const std::string& dialect) {
    return format.holdsIn ? format.holdsIn(known(format, dialect)) : format.holds;
}

std::string fileSuffix(const Format& format, const std::string& dialect) {
    return format.suffixIn ? format.suffixIn(known(format, dialect)) : format.suffix;
}

std::string outputName(const Format& format, const std::string& dialect, const std::string& stem) {
    if (format.output == Format::Output::File) return stem + fileSuffix(format, dialect);
    const std::string variant = known(format, dialect);
    return variant == known(format, {}) ? stem : stem + "-" + variant.substr(variant.find_first_not_of('.'));
}

std::string stemOf(const Format& format, const std::string& fileName) {
    std::vector<std::string> suffixes{format.suffix};
    for (const char* dialect : format.dialects) suffixes.push_back(fileSuffix(format, dialect));
    for (const std::string& suffix : suffixes)
        if (fileName.size() > suffix.size() && fileName.ends_with(suffix)) return fileName.substr(0, fileName.size() - suffix.size());
    return fileName;
}

} // namespace rb::formats
