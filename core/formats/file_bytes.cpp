#include "core/formats/file_bytes.h"

#include <algorithm>
#include <fstream>

namespace rb::formats {

std::string headOf(const std::filesystem::path& file) {
    constexpr std::size_t kHead = 16 * 1024;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return {};
    std::string head(kHead, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    return head;
}

std::optional<std::uint64_t> sizeInBytes(const std::filesystem::path& file) {
    std::error_code error;
    if (file.empty() || !std::filesystem::is_regular_file(file, error)) return std::nullopt;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error) return std::nullopt;
    return size;
}

Status copyBytes(const std::filesystem::path& file, std::uint64_t size, FileSink& sink) {
    constexpr std::uint64_t kPiece = std::uint64_t{1} << 20;
    std::ifstream in(file, std::ios::binary);
    std::string piece;
    for (std::uint64_t left = size; left > 0; left -= piece.size()) {
        piece.resize(std::min(left, kPiece));
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        if (!in) return Error{ErrorCode::FileUnreadable, file.string() + " became unreadable or shorter while it was copied."};
        if (Status written = sink.write(piece); !written.ok()) return written;
    }
    return {};
}

Status copyPicture(const PictureRecord& picture, const std::string& relativePath, OutputTree& output) {
    const std::optional<std::uint64_t> size = sizeInBytes(picture.file);
    if (!size || !output.keepsBytes()) return {};
    return output.file(relativePath, [&](FileSink& sink) { return copyBytes(picture.file, *size, sink); });
}

} // namespace rb::formats
