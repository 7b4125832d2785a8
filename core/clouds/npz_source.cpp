#include "core/clouds/npy_table.h"
#include "core/clouds/refusal.h"
#include "core/clouds/zip_member.h"

#include <algorithm>

namespace rb::clouds {
namespace {

/// `arr_0`, or the only array.
std::string placesOf(const std::vector<std::string>& members) {
    if (std::find(members.begin(), members.end(), "arr_0.npy") != members.end()) return "arr_0.npy";
    return members.size() == 1 ? members.front() : std::string();
}

Result<NpyTable> arrayOf(ZipArchive& archive, const std::string& member) {
    Result<std::shared_ptr<ByteSource>> bytes = archive.member(member);
    if (!bytes.ok()) return bytes.error();
    Result<NpyTable> array = readNpyTable(*bytes);
    if (!array.ok() || !array->columnMajor) return array;
    // Columns of a packed member cannot be read side by side.
    std::vector<char> plain(static_cast<std::size_t>((*bytes)->size()));
    if (Status read = (*bytes)->read(0, plain.data(), plain.size()); !read.ok()) return read.error();
    array->bytes = memoryBytes((*bytes)->name(), std::move(plain));
    return array;
}

/// The colours beside the places, when they are as many.
Result<Table> colorsOf(ZipArchive& archive, const std::vector<std::string>& members, const NpyTable& places) {
    Table table;
    for (const char* name : {"rgb.npy", "colors.npy"}) {
        if (places.columns >= 6 || !table.strips.empty() || std::find(members.begin(), members.end(), name) == members.end()) continue;
        const Result<NpyTable> colors = arrayOf(archive, name);
        if (!colors.ok()) return colors.error();
        if (colors->rows == places.rows && colors->columns >= 3) addStrips(*colors, {Role::Red, Role::Green, Role::Blue}, table);
    }
    return table;
}

} // namespace

OpenedSource openNpz(const std::filesystem::path& path) {
    const Result<std::shared_ptr<ZipArchive>> archive = ZipArchive::open(path);
    if (!archive.ok()) return archive.error();
    const std::vector<std::string> members = (*archive)->members();
    const std::string name = placesOf(members);
    if (name.empty()) return refusal(path.string(), "it holds no array arr_0");
    const Result<NpyTable> places = arrayOf(**archive, name);
    if (!places.ok()) return places.error();
    Result<Table> colors = colorsOf(**archive, members, *places);
    if (!colors.ok()) return colors.error();
    return openNpyTable(*places, "NumPy archive", *std::move(colors));
}

} // namespace rb::clouds
