#include "core/formats/extra_fields.h"
#include "core/formats/record_fields.h"
#include "core/formats/trainers/caption_texts.h"
#include "core/formats/trainers/csv_rows.h"
#include "core/formats/trainers/format_parts.h"
#include "core/formats/trainers/trainers.h"

#include <array>
#include <map>
#include <set>

namespace rb::formats {
namespace {

using nlohmann::json;

constexpr std::size_t kMostColumns = 100;

/// Columns beside the fixed ones; known only when all pictures were seen.
struct FurtherColumns {
    bool captions = false;         ///< something has more than one
    std::set<std::string> extras;  ///< texts that a table brought along
};

std::map<std::string, std::string> textsIn(const std::string& extra) {
    std::map<std::string, std::string> texts;
    const json own = ownExtra(extra, kCsv);
    for (const auto& [key, value] : own.items())
        if (value.is_string()) texts[key] = value.get<std::string>();
    return texts;
}

class ColumnFinder {
public:
    explicit ColumnFinder(FurtherColumns& columns) : m_columns(columns) {}

    void look(const std::vector<CaptionRecord>& captions, const std::string& extra) {
        m_columns.captions = m_columns.captions || captions.size() > 1;
        for (const auto& [key, value] : textsIn(extra))
            if (m_columns.extras.size() < kMostColumns && !isFixed(key)) m_columns.extras.insert(key);
    }

private:
    static bool isFixed(const std::string& key) {
        static const std::set<std::string> kFixed = {"region_id", "image",    "x1",    "y1",      "x2",      "y2",
                                                     "x",         "y",        "w",     "h",       "width",   "height",
                                                     "split",     "category", "label", "caption", "captions"};
        return kFixed.contains(key);
    }
    FurtherColumns& m_columns;
};

class RowWriter {
public:
    RowWriter(FileSink& sink, const FurtherColumns& columns, bool corners)
        : m_sink(sink), m_columns(columns), m_corners(corners) {}

    Status header() {
        std::vector<std::string> cells = {"region_id", "image"};
        for (const char* name : m_corners ? std::array{"x1", "y1", "x2", "y2"} : std::array{"x", "y", "w", "h"})
            cells.push_back(name);
        for (const char* name : {"category", "caption", "width", "height", "split"}) cells.push_back(name);
        if (m_columns.captions) cells.push_back("captions");
        cells.insert(cells.end(), m_columns.extras.begin(), m_columns.extras.end());
        return write(cells);
    }
    Status add(const PictureRecord& picture) {
        const bool bare = !picture.captions.empty() || picture.regions.empty() || !textsIn(picture.extra).empty();
        Status written = bare ? add(picture, nullptr) : Status();
        for (const RegionRecord& region : picture.regions)
            if (written.ok()) written = add(picture, &region);
        return written;
    }

private:
    Status add(const PictureRecord& picture, const RegionRecord* region);
    std::vector<std::string> boxCells(const geometry::Box2& box) const;
    Status write(const std::vector<std::string>& cells);

    FileSink& m_sink;
    const FurtherColumns& m_columns;
    bool m_corners;
};

std::vector<std::string> RowWriter::boxCells(const geometry::Box2& box) const {
    const double third = m_corners ? box.x + box.width : box.width;
    const double fourth = m_corners ? box.y + box.height : box.height;
    return {compact(box.x), compact(box.y), compact(third), compact(fourth)};
}

Status RowWriter::add(const PictureRecord& picture, const RegionRecord* region) {
    const std::vector<CaptionRecord>& captions = region ? region->captions : picture.captions;
    const std::vector<std::string> box = region ? boxCells(geometry::boundsOf(region->shape)) : std::vector<std::string>(4);
    std::vector<std::string> cells = {region ? region->id : "", picture.path};
    cells.insert(cells.end(), box.begin(), box.end());
    cells.push_back(region ? region->label : "");
    cells.push_back(captions.empty() ? "" : captions.front().text);
    for (const int side : {picture.width, picture.height}) cells.push_back(side > 0 ? std::to_string(side) : "");
    cells.push_back(picture.split);
    if (m_columns.captions) cells.push_back(captions.size() > 1 ? compact(captionTexts(captions)) : "");
    std::map<std::string, std::string> extras = textsIn(region ? region->extra : picture.extra);
    for (const std::string& name : m_columns.extras) cells.push_back(extras[name]);
    return write(cells);
}

Status RowWriter::write(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + csvCell(cells[i]);
    return m_sink.write(line + "\r\n");
}

} // namespace

Status writeCsv(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    const Result<std::string> dialect = dialectOf(csvFormat(), options.dialect);
    if (!dialect.ok()) return dialect.error();
    FurtherColumns columns;
    ColumnFinder finder(columns);
    const Status seen = source([&finder](const PictureRecord& picture) -> Status {
        finder.look(picture.captions, picture.extra);
        for (const RegionRecord& region : picture.regions) finder.look(region.captions, region.extra);
        return {};
    });
    if (!seen.ok()) return seen;
    return output.file(output.stem() + ".csv", [&](FileSink& sink) -> Status {
        RowWriter rows(sink, columns, *dialect == "xyxy");
        if (Status written = rows.header(); !written.ok()) return written;
        return source([&rows](const PictureRecord& picture) { return rows.add(picture); });
    });
}

} // namespace rb::formats
