#include "core/formats/trainers/picture_size.h"

#include "core/media/image.h"

namespace rb::formats {
namespace {

Result<PixelSize> sizeOfFile(const std::filesystem::path& file) {
    const Result<media::ImageHeader> header = media::readImageHeader(file);
    if (!header.ok()) return header.error();
    return PixelSize{header->shownWidth(), header->shownHeight()};
}

} // namespace

Result<PixelSize> sizeOf(const PictureRecord& picture) {
    if (picture.width > 0 && picture.height > 0) return PixelSize{picture.width, picture.height};
    if (!picture.file.empty()) return sizeOfFile(picture.file);
    return Error{ErrorCode::InvalidArgument,
                 picture.path +
                     " has boxes that are written as parts of the picture, but its size is unknown and its file is missing."};
}

PictureSizes::PictureSizes(const std::filesystem::path& annotations, const ReadOptions& options) : m_folder(options.media) {
    std::error_code ignored;
    if (m_folder.empty())
        m_folder = std::filesystem::is_directory(annotations, ignored) ? annotations : annotations.parent_path();
}

Result<PixelSize> PictureSizes::of(RecordFields& fields, const std::string& picture) const {
    const PixelSize told{fields.side("width"), fields.side("height")};
    if (!fields.status().ok()) return fields.status().error();
    if (told.width > 0 && told.height > 0) return told;
    return sizeOfFile(m_folder / picture);
}

} // namespace rb::formats
