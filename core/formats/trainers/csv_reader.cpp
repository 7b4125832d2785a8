#include "core/formats/extra_fields.h"
#include "core/formats/json_lines.h"
#include "core/formats/safe_path.h"
#include "core/formats/trainers/caption_texts.h"
#include "core/formats/trainers/csv_rows.h"
#include "core/formats/trainers/format_parts.h"
#include "core/formats/trainers/text_cursor.h"

#include <algorithm>
#include <array>
#include <map>

namespace rb::formats {
namespace {

using nlohmann::json;
using BoxColumns = std::array<const char*, 4>;

constexpr BoxColumns kCorners = {"x1", "y1", "x2", "y2"};
constexpr BoxColumns kSides = {"x", "y", "w", "h"};
constexpr std::array kOthers = {"image", "category", "label", "caption", "captions", "region_id", "width", "height", "split"};

/// The cells of one row by the names of their columns; the first refusal is kept.
class Row {
public:
    Row(const std::map<std::string, std::size_t>& columns, const std::vector<std::string>& cells, std::string place)
        : m_columns(columns), m_cells(cells), m_place(std::move(place)) {}

    bool hasColumn(const char* name) const { return m_columns.contains(name); }
    const std::string& text(const char* name) const {
        static const std::string kNone;
        const auto found = m_columns.find(name);
        return found == m_columns.end() ? kNone : m_cells[found->second];
    }
    double number(const char* name) {
        TextCursor cursor{text(name)};
        cursor.skipSpaces();
        const std::optional<double> value = cursor.number();
        cursor.skipSpaces();
        if (!value || cursor.at != cursor.text.size()) refuse(name, "a number");
        return value.value_or(0);
    }
    int side(const char* name) {
        if (text(name).empty()) return 0;
        const double value = number(name);
        if (value >= 1 && value <= 1e6 && value == static_cast<int>(value)) return static_cast<int>(value);
        refuse(name, "a picture's size from 1 to 1000000 pixels");
        return 0;
    }
    void refuse(const char* name, const std::string& expected) {
        if (m_status.ok())
            m_status = Error{ErrorCode::FileInvalid,
                             m_place + ": " + name + " must be " + expected + ", but is \"" + text(name).substr(0, 40) + "\"."};
    }
    void adopt(const Status& status) {
        if (m_status.ok()) m_status = status;
    }
    const std::string& place() const { return m_place; }
    const Status& status() const { return m_status; }
    /// The cells of columns that have no meaning here, as a JSON object.
    json others() const;

private:
    const std::map<std::string, std::size_t>& m_columns;
    const std::vector<std::string>& m_cells;
    std::string m_place;
    Status m_status;
};

json Row::others() const {
    const auto in = [](const auto& names, const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    const BoxColumns& box = hasColumn("x1") ? kCorners : kSides;
    json rest = json::object();
    for (const auto& [name, column] : m_columns)
        if (!in(kOthers, name) && !in(box, name) && !m_cells[column].empty()) rest[name] = m_cells[column];
    return rest;
}

bool hasBox(const Row& row) {
    const BoxColumns& columns = row.hasColumn("x1") ? kCorners : kSides;
    return std::any_of(columns.begin(), columns.end(), [&row](const char* name) { return !row.text(name).empty(); });
}

geometry::Box2 boxOf(Row& row) {
    if (!row.hasColumn("x1")) return {row.number("x"), row.number("y"), row.number("w"), row.number("h")};
    const double x1 = row.number("x1");
    const double y1 = row.number("y1");
    return {x1, y1, row.number("x2") - x1, row.number("y2") - y1};
}

std::vector<CaptionRecord> captionsOf(Row& row) {
    if (row.text("captions").empty())
        return row.text("caption").empty() ? std::vector<CaptionRecord>()
                                           : std::vector<CaptionRecord>{textCaption(row.text("caption"))};
    const Result<json> list = parseJson(row.text("captions"), row.place() + ": captions");
    if (!list.ok()) {
        row.adopt(list.error());
        return {};
    }
    const json record = {{"captions", *list}};
    RecordFields fields(record, row.place());
    std::vector<CaptionRecord> captions = captionsIn(fields, "captions");
    row.adopt(fields.status());
    return captions;
}

Status takeRow(Row& row, const RecordSink& sink) {
    const Result<std::string> path = safeRelativePath(row.text("image"), row.place());
    if (!path.ok()) return path.error();
    PictureRecord picture;
    picture.path = *path;
    picture.width = row.side("width");
    picture.height = row.side("height");
    picture.split = row.text("split");
    std::vector<CaptionRecord> captions = captionsOf(row);
    if (hasBox(row)) {
        RegionRecord region;
        region.id = row.text("region_id");
        region.shape = geometry::boxShape(boxOf(row));
        region.label = row.text(row.hasColumn("category") ? "category" : "label");
        region.captions = std::move(captions);
        region.extra = extraUnder(kCsv, row.others());
        picture.regions.push_back(std::move(region));
    } else {
        picture.captions = std::move(captions);
        picture.extra = extraUnder(kCsv, row.others());
    }
    return row.status().ok() ? sink(std::move(picture)) : row.status();
}

Result<std::map<std::string, std::size_t>> columnsOf(const std::vector<std::string>& header, const std::string& place) {
    std::map<std::string, std::size_t> columns;
    for (std::size_t i = 0; i < header.size(); ++i)
        if (!columns.emplace(header[i], i).second)
            return Error{ErrorCode::FileInvalid,
                         place + ": the header must name each column once, but names \"" + header[i].substr(0, 40) + "\" twice."};
    if (!columns.contains("image"))
        return Error{ErrorCode::FileInvalid, place + ": the header must name a column \"image\", but does not."};
    for (const BoxColumns& box : {kCorners, kSides}) {
        const auto named = std::count_if(box.begin(), box.end(), [&](const char* name) { return columns.contains(name); });
        if (columns.contains(box.front()) && named < 4)
            return Error{ErrorCode::FileInvalid,
                         place + ": the header must name all four columns of a box, but names " + std::to_string(named) + "."};
    }
    return columns;
}

} // namespace

Status readCsv(const std::filesystem::path& path, const ReadOptions&, const RecordSink& sink, LossTally&) {
    CsvRows rows(path);
    const Result<std::vector<std::string>> header = rows.next();
    if (!header.ok()) return header.error();
    const auto columns = columnsOf(*header, rows.place());
    if (!columns.ok()) return columns.error();
    for (;;) {
        const Result<std::vector<std::string>> cells = rows.next();
        if (!cells.ok()) return cells.error();
        if (cells->empty()) return {};
        if (cells->size() != header->size())
            return Error{ErrorCode::FileInvalid, rows.place() + ": the row must have " + std::to_string(header->size()) +
                                                     " cells, but has " + std::to_string(cells->size()) + "."};
        Row row(*columns, *cells, rows.place());
        if (Status taken = takeRow(row, sink); !taken.ok()) return taken;
    }
}

} // namespace rb::formats
