#include "core/clouds/ply_writer.h"

#include "core/base/durable_file.h"

#include <algorithm>
#include <bit>
#include <string>

namespace rb::clouds {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are written as they lie in memory");

constexpr std::size_t kBlockPoints = 16384;

std::string headerOf(const Cloud& cloud, std::size_t count, bool doubles) {
    std::string header = "ply\nformat binary_little_endian 1.0\nelement vertex " + std::to_string(count) + "\n";
    const auto add = [&header](const char* type, std::initializer_list<const char*> names) {
        for (const char* name : names) header += std::string("property ") + type + " " + name + "\n";
    };
    add(doubles ? "double" : "float", {"x", "y", "z"});
    if (!cloud.colors.empty()) add("uchar", {"red", "green", "blue"});
    if (!cloud.normals.empty()) add("float", {"nx", "ny", "nz"});
    if (!cloud.intensity.empty()) add("float", {"intensity"});
    if (!cloud.classes.empty()) add("int", {"class"});
    if (!cloud.instances.empty()) add("int", {"instance"});
    return header + "end_header\n";
}

template <typename T>
void append(std::string& bytes, const T* values, std::size_t count) {
    bytes.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

void appendPoint(const Cloud& cloud, std::size_t i, bool doubles, std::string& bytes) {
    const float* const place = cloud.positions.data() + 3 * i;
    if (doubles) {
        const double exact[3] = {cloud.offset[0] + static_cast<double>(place[0]), cloud.offset[1] + static_cast<double>(place[1]),
                                 cloud.offset[2] + static_cast<double>(place[2])};
        append(bytes, exact, 3);
    } else {
        append(bytes, place, 3);
    }
    if (!cloud.colors.empty()) append(bytes, cloud.colors.data() + 3 * i, 3);
    if (!cloud.normals.empty()) append(bytes, cloud.normals.data() + 3 * i, 3);
    if (!cloud.intensity.empty()) append(bytes, cloud.intensity.data() + i, 1);
    if (!cloud.classes.empty()) append(bytes, cloud.classes.data() + i, 1);
    if (!cloud.instances.empty()) append(bytes, cloud.instances.data() + i, 1);
}

} // namespace

Status writePly(const std::filesystem::path& path, const Cloud& cloud, std::optional<std::span<const std::uint32_t>> points) {
    if (points && std::any_of(points->begin(), points->end(), [&](std::uint32_t i) { return i >= cloud.size(); }))
        return Error{ErrorCode::InvalidArgument, path.string() + " cannot be written: a chosen point is none of the cloud's."};
    return replaceFile(path, [&](FileSink& sink) { return writePly(sink, cloud, points); });
}

Status writePly(FileSink& sink, const Cloud& cloud, std::optional<std::span<const std::uint32_t>> points) {
    const std::size_t count = points ? points->size() : cloud.size();
    const bool doubles = cloud.offset != std::array<double, 3>{};
    std::string bytes = headerOf(cloud, count, doubles);
    for (std::size_t i = 0; i < count; ++i) {
        appendPoint(cloud, points ? (*points)[i] : i, doubles, bytes);
        if ((i + 1) % kBlockPoints != 0) continue;
        if (Status written = sink.write(bytes); !written.ok()) return written;
        bytes.clear();
    }
    return sink.write(bytes);
}

} // namespace rb::clouds
