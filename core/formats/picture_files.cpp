#include "core/formats/picture_files.h"

#include "core/formats/file_names.h"

#include <algorithm>
#include <functional>

namespace rb::formats {
namespace fs = std::filesystem;

namespace {

/// Calls `visit` with every regular file until it says no.
void visitFiles(const fs::path& folder, const std::function<bool(const fs::path&)>& visit) {
    std::error_code error;
    fs::recursive_directory_iterator each(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && each != fs::recursive_directory_iterator(); each.increment(error)) {
        std::error_code ignored;
        if (each->is_regular_file(ignored) && !visit(each->path())) return;
    }
}

} // namespace

bool isFolder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

bool isOrHolds(const fs::path& path, std::string_view suffix, bool (*looks)(const fs::path&)) {
    if (!isFolder(path)) return looks(path);
    constexpr int kMost = 1000;
    int seen = 0;
    bool found = false;
    visitFiles(path, [&](const fs::path& file) {
        found = suffixOf(file.generic_string()) == suffix && looks(file);
        return !found && ++seen < kMost;
    });
    return found;
}

std::vector<fs::path> filesBelow(const fs::path& folder, const std::vector<std::string_view>& suffixes) {
    std::vector<fs::path> files;
    visitFiles(folder, [&](const fs::path& file) {
        if (std::find(suffixes.begin(), suffixes.end(), suffixOf(file.generic_string())) != suffixes.end()) files.push_back(file);
        return true;
    });
    std::sort(files.begin(), files.end());
    return files;
}

std::string pathBelow(const fs::path& root, const fs::path& file) {
    return file.lexically_normal().lexically_relative(root.lexically_normal()).generic_string();
}

fs::path findPicture(const std::vector<fs::path>& folders, const std::string& path) {
    std::error_code ignored;
    for (const fs::path& folder : folders)
        for (const fs::path& file : {folder / path, folder / fs::path(path).filename()})
            if (fs::is_regular_file(file, ignored)) return file.lexically_normal();
    return {};
}

} // namespace rb::formats
