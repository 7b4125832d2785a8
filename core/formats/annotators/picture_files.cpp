#include "core/formats/annotators/picture_files.h"

#include <algorithm>
#include <fstream>

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

std::string headOf(const fs::path& file) {
    constexpr std::size_t kHead = 4096;
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return {};
    std::string head(kHead, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    return head;
}

bool hasSuffix(const fs::path& file, std::string_view suffix) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending == suffix;
}

bool someFileBelow(const fs::path& folder, std::string_view suffix, bool (*looks)(const fs::path&)) {
    constexpr int kMost = 1000;
    int seen = 0;
    bool found = false;
    visitFiles(folder, [&](const fs::path& file) {
        found = hasSuffix(file, suffix) && looks(file);
        return !found && ++seen < kMost;
    });
    return found;
}

std::vector<fs::path> filesBelow(const fs::path& folder, const std::vector<std::string_view>& suffixes) {
    std::vector<fs::path> files;
    visitFiles(folder, [&](const fs::path& file) {
        if (std::any_of(suffixes.begin(), suffixes.end(), [&](std::string_view suffix) { return hasSuffix(file, suffix); }))
            files.push_back(file);
        return true;
    });
    std::sort(files.begin(), files.end());
    return files;
}

const std::vector<std::string_view>& pictureSuffixes() {
    static const std::vector<std::string_view> kSuffixes{".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff"};
    return kSuffixes;
}

std::string pathBelow(const fs::path& root, const fs::path& file) {
    return file.lexically_normal().lexically_relative(root.lexically_normal()).generic_string();
}

std::string withoutSuffix(const std::string& path) { return fs::path(path).replace_extension().generic_string(); }

fs::path findPicture(const std::vector<fs::path>& folders, const std::string& path) {
    std::error_code ignored;
    for (const fs::path& folder : folders)
        for (const fs::path& file : {folder / path, folder / fs::path(path).filename()})
            if (fs::is_regular_file(file, ignored)) return file.lexically_normal();
    return {};
}

Status copyPicture(const PictureRecord& picture, const std::string& relativePath, OutputTree& output) {
    if (picture.file.empty() || !output.keepsBytes()) return {};
    return output.file(relativePath, [&](FileSink& sink) -> Status {
        std::ifstream in(picture.file, std::ios::binary);
        std::string piece(std::size_t{1} << 20, '\0');
        while (in) {
            in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
            const std::string_view read(piece.data(), static_cast<std::size_t>(in.gcount()));
            if (Status written = sink.write(read); !written.ok()) return written;
        }
        if (in.eof()) return {};
        return Error{ErrorCode::FileUnreadable, picture.file.string() + " cannot be read."};
    });
}

} // namespace rb::formats
