#include "core/formats/safe_path.h"

#include <algorithm>

namespace rb::formats {

Result<std::string> safeRelativePath(const std::string& path, const std::string& place) {
    constexpr std::size_t kLongest = 4096;
    const auto refused = [&](const char* why) {
        return Error{ErrorCode::FileInvalid, place + ": the picture path \"" + path.substr(0, 80) + "\" " + why + "."};
    };
    if (path.empty()) return refused("is empty");
    if (path.size() > kLongest) return refused("is too long");
    if (path.find('\0') != std::string::npos) return refused("holds a zero byte");
    std::string slashed = path;
    std::replace(slashed.begin(), slashed.end(), '\\', '/');
    if (slashed.front() == '/' || (slashed.size() > 1 && slashed[1] == ':')) return refused("is absolute; a path relative to the pictures' folder is expected");
    std::string safe;
    for (std::size_t start = 0; start <= slashed.size();) {
        const std::size_t end = std::min(slashed.find('/', start), slashed.size());
        const std::string part = slashed.substr(start, end - start);
        if (part == "..") return refused("leaves the pictures' folder");
        if (!part.empty() && part != ".") safe += (safe.empty() ? "" : "/") + part;
        start = end + 1;
    }
    if (safe.empty()) return refused("names no file");
    return safe;
}

} // namespace rb::formats
