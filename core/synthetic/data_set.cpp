#include "core/synthetic/data_set.h"

#include "core/synthetic/split_writers.h"

#include <optional>

namespace rb::synthetic {
namespace {

namespace fs = std::filesystem;

/// Of every ten scenes: where the split begins and ends.
struct Split {
    const char* name;
    std::uint64_t first, end;
};
constexpr Split kSplits[] = {{"train", 0, 8}, {"val", 8, 9}, {"test", 9, 10}};

Error invalid(const std::string& message) {
    return {ErrorCode::InvalidArgument, message};
}

Status checkPictures(const PictureOptions& picture) {
    const auto range = [](double low, double high) { return low > 0 && low <= high && high <= 1; };
    if (picture.scale < 1 || picture.scale > 16)
        return invalid("The scale of pictures is a whole number from 1 to 16.");
    if (picture.minObjects < 1 || picture.maxObjects < picture.minObjects || picture.maxObjects > 1000)
        return invalid("A picture has 1 to 1000 objects, and its smallest number is not above its largest.");
    if (!range(picture.minSize, picture.maxSize) || !range(picture.minFewSize, picture.maxFewSize))
        return invalid(
            "Sizes of objects are parts of the shorter side, above 0 and up to 1, the smallest first.");
    return {};
}

Status checkFolder(const fs::path& folder) {
    std::error_code error;
    if (folder.empty()) return invalid("A data set needs a folder to be written to.");
    if (!fs::exists(folder, error)) return {};
    if (!fs::is_directory(folder, error)) return invalid(folder.string() + " is not a folder.");
    const bool empty = fs::is_empty(folder, error);
    if (error) return errorFromErrno(error.value(), folder.string(), "read");
    if (!empty)
        return invalid("The folder " + folder.string() +
                       " is not empty; a data set is written to a new or empty one.");
    return {};
}

/// Makes the splits of one data set, counting the scenes over all of them.
class DataSetWriter {
public:
    DataSetWriter(const DataSetOptions& options, const DataSetProgress& progress)
        : m_options(options), m_progress(progress) {}

    Status write() {
        if (m_options.kind == DataKind::Pictures) {
            Result<GlyphSet> glyphs = GlyphSet::load(m_options.recipe, glyphOptions());
            if (!glyphs.ok()) return glyphs.error();
            m_glyphs = std::move(*glyphs);
        }
        for (const Split& split : kSplits)
            if (Status written = writeSplit(split); !written.ok()) return written;
        return {};
    }

private:
    /// Large scenes take the font's drawings in their own size.
    GlyphOptions glyphOptions() const {
        return {.names = m_options.picture.names, .spriteSize = m_options.picture.scale == 1 ? 96 : 136};
    }
    Status writeSplit(const Split& split) {
        const bool pictures = m_options.kind == DataKind::Pictures;
        const fs::path folder = m_options.folder / split.name;
        if (Status made = makeFolder(pictures ? folder / "images" : folder); !made.ok()) return made;
        const SplitJob job{m_options, folder, [&](const auto& make) { return eachScene(split, make); }};
        if (pictures) return writePictureSplit(job, *m_glyphs);
        return m_options.kind == DataKind::Objects ? writeObjectSplit(job) : writeRoomSplit(job);
    }
    Status eachScene(const Split& split, const std::function<Status(std::uint64_t)>& make) {
        for (std::uint64_t index = 0; index < m_options.count; ++index) {
            if (index % 10 < split.first || index % 10 >= split.end) continue;
            if (Status made = make(index); !made.ok()) return made;
            if (m_progress && !m_progress(++m_done, m_options.count))
                return Error{ErrorCode::Cancelled, "Making the data set was stopped."};
        }
        return {};
    }

    const DataSetOptions& m_options;
    const DataSetProgress& m_progress;
    std::optional<GlyphSet> m_glyphs;
    std::uint64_t m_done = 0;
};

} // namespace

Status makeFolder(const fs::path& folder) {
    std::error_code error;
    if (fs::create_directories(folder, error); error)
        return errorFromErrno(error.value(), folder.string(), "written");
    return {};
}

std::string sixDigits(std::uint64_t index) {
    const std::string digits = std::to_string(index);
    return digits.size() < 6 ? std::string(6 - digits.size(), '0') + digits : digits;
}

Result<DataKind> dataKindNamed(std::string_view name) {
    if (name == "pictures") return DataKind::Pictures;
    if (name == "objects") return DataKind::Objects;
    if (name == "rooms") return DataKind::Rooms;
    return invalid("There is no data kind \"" + std::string(name) + "\"; choose pictures, objects or rooms.");
}

Status writeDataSet(const DataSetOptions& options, const DataSetProgress& progress) {
    if (options.count < 10)
        return invalid("A data set has 10 scenes at least, so that each of its splits has one.");
    if (Status checked = checkPictures(options.picture); options.kind == DataKind::Pictures && !checked.ok())
        return checked;
    if (Status checked = checkFolder(options.folder); !checked.ok()) return checked;
    return DataSetWriter(options, progress).write();
}

} // namespace rb::synthetic
