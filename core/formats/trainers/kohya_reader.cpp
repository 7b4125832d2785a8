#include "core/base/durable_file.h"
#include "core/formats/file_names.h"
#include "core/formats/picture_files.h"
#include "core/formats/safe_path.h"
#include "core/formats/trainers/caption_texts.h"
#include "core/formats/trainers/format_parts.h"

namespace rb::formats {
namespace {

namespace fs = std::filesystem;

/// Captions of the side-car that trainers look for first; none when there is no side-car.
Result<std::vector<CaptionRecord>> captionsBeside(const fs::path& picture) {
    constexpr std::uint64_t kLongest = std::uint64_t{1} << 20;
    for (const char* suffix : {".caption", ".txt"}) {
        std::error_code ignored;
        fs::path sidecar = picture;
        sidecar.replace_extension(suffix);
        if (!fs::is_regular_file(sidecar, ignored)) continue;
        const Result<std::string> text = readFile(sidecar, kLongest);
        if (!text.ok()) return text.error();
        return captionLines(*text, sidecar.string());
    }
    return std::vector<CaptionRecord>();
}

} // namespace

Status readKohya(const fs::path& path, const ReadOptions&, const RecordSink& sink, LossTally&) {
    if (!isFolder(path)) return Error{ErrorCode::FileUnreadable, path.string() + " must be a folder of pictures, but is none."};
    const std::vector<fs::path> pictures = filesBelow(path, pictureSuffixes());
    if (pictures.empty())
        return Error{ErrorCode::FileInvalid, path.string() + " must hold pictures with caption files, but holds no picture."};
    for (const fs::path& file : pictures) {
        const Result<std::string> relative = safeRelativePath(file.lexically_relative(path).generic_string(), path.string());
        if (!relative.ok()) return relative.error();
        Result<std::vector<CaptionRecord>> captions = captionsBeside(file);
        if (!captions.ok()) return captions.error();
        PictureRecord picture;
        picture.path = *relative;
        picture.captions = std::move(*captions);
        picture.file = file;
        if (Status taken = sink(std::move(picture)); !taken.ok()) return taken;
    }
    return {};
}

} // namespace rb::formats
