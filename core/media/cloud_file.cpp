#include "core/media/cloud_file.h"

#include "core/base/durable_file.h"
#include "core/media/npy_array.h"
#include "core/media/text_cloud.h"

#include <zip.h>

#include <algorithm>
#include <cctype>
#include <memory>

namespace rb::media {
namespace {

std::string endingOf(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

Error refusal(const std::filesystem::path& path, const std::string& reason) {
    return {ErrorCode::FileInvalid, path.string() + " is not a point cloud that can be read: " + reason + "."};
}

struct ZipCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// The name of `arr_0`, or of the only array.
std::string arrayName(zip_t* archive) {
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (zip_name_locate(archive, "arr_0.npy", 0) >= 0) return "arr_0.npy";
    return count == 1 ? zip_get_name(archive, 0, 0) : "";
}

Result<std::string> readNpzMember(const std::filesystem::path& path, std::uint64_t limit) {
    int code = 0;
    const std::unique_ptr<zip_t, ZipCloser> archive(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
    if (!archive) return refusal(path, "its archive is damaged");
    const std::string name = arrayName(archive.get());
    zip_stat_t info;
    if (name.empty() || zip_stat(archive.get(), name.c_str(), 0, &info) != 0)
        return refusal(path, "it holds no array arr_0");
    // Deflate cannot honestly shrink by more than 1032; a cloud of floats never comes near 200.
    if (info.size > limit || info.size / 200 > info.comp_size + 1)
        return refusal(path, "its array claims " + std::to_string(info.size) + " bytes, more than its archive can hold");
    const std::unique_ptr<zip_file_t, ZipCloser> file(zip_fopen(archive.get(), name.c_str(), 0));
    std::string bytes(info.size, '\0');
    if (!file || zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()))
        return refusal(path, "its array ends early");
    char beyond = 0;
    if (zip_fread(file.get(), &beyond, 1) != 0) return refusal(path, "its array's checksum is wrong");
    return bytes;
}

} // namespace

bool isCloudFile(const std::filesystem::path& path) {
    const std::string ending = endingOf(path);
    return ending == ".npy" || ending == ".npz" || ending == ".xyz" || ending == ".txt";
}

Result<geometry::PointCloud> readCloud(const std::filesystem::path& path, const CloudReadOptions& options) {
    // Eight bytes for each of up to nine columns, and room for a header.
    const std::uint64_t limit = options.maxPoints * 72 + 65'600;
    if (std::error_code error; !std::filesystem::exists(path, error))
        return Error{ErrorCode::FileNotFound, "There is no file " + path.string() + "."};
    if (!isCloudFile(path))
        return Error{ErrorCode::Unsupported,
                     path.string() + " is of no known cloud format; .npy, .npz, .xyz and .txt are read."};
    const std::string ending = endingOf(path);
    Result<std::string> bytes = ending == ".npz" ? readNpzMember(path, limit) : readFile(path, limit);
    if (!bytes.ok()) return bytes.error();
    if (ending == ".npy" || ending == ".npz") return cloudFromNpy(*bytes, path.string(), options.maxPoints);
    return cloudFromText(*bytes, path.string(), options.maxPoints);
}

} // namespace rb::media
