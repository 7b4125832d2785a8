#include "core/formats/trainers/csv_rows.h"

#include "core/formats/trainers/caption_texts.h"

namespace rb::formats {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();
constexpr std::size_t kLongestRow = std::size_t{16} << 20;
constexpr std::size_t kMostCells = 1000;

} // namespace

CsvRows::CsvRows(const std::filesystem::path& path) : m_path(path), m_in(path, std::ios::binary), m_open(m_in.is_open()) {
    std::string mark(3, '\0');
    m_in.read(mark.data(), 3);
    m_in.clear();
    m_in.seekg(mark == "\xEF\xBB\xBF" ? 3 : 0);
}

Error CsvRows::refusal(const std::string& what) const { return {ErrorCode::FileInvalid, place() + ": " + what + "."}; }

int CsvRows::take() {
    const int byte = m_in.rdbuf()->sbumpc();
    if (byte == '\n') ++m_line;
    ++m_bytes;
    return byte;
}

Status CsvRows::readQuoted(std::string& cell) {
    for (int byte = take();; byte = take()) {
        if (byte == kEnd) return refusal("a quotation begins in this row and never ends");
        if (m_bytes > kLongestRow) return refusal("the row has more than 16 MB; perhaps a quotation never ends");
        if (byte == '"' && peek() != '"') return {};
        if (byte == '"') take();
        cell += static_cast<char>(byte);
    }
}

Status CsvRows::readRow(std::vector<std::string>& cells) {
    cells.emplace_back();
    bool quoted = false;
    for (int byte = take(); byte != kEnd && byte != '\n'; byte = take()) {
        if (m_bytes > kLongestRow || cells.size() > kMostCells) return refusal("the row has more than 16 MB or 1000 cells");
        if (byte == '\r' && (peek() == '\n' || peek() == kEnd)) continue;
        if (byte == ',') {
            cells.emplace_back();
            quoted = false;
        } else if (byte == '"' && cells.back().empty() && !quoted) {
            quoted = true;
            if (Status read = readQuoted(cells.back()); !read.ok()) return read;
        } else if (quoted) {
            return refusal("a comma must follow the end of a quotation, but \"" + std::string(1, static_cast<char>(byte)) +
                           "\" does");
        } else {
            cells.back() += static_cast<char>(byte);
        }
    }
    return {};
}

Result<std::vector<std::string>> CsvRows::next() {
    if (!m_open) return Error{ErrorCode::FileUnreadable, m_path.string() + " cannot be read."};
    std::vector<std::string> cells;
    while (peek() != kEnd) {
        m_row = m_line;
        m_bytes = 0;
        cells.clear();
        if (Status read = readRow(cells); !read.ok()) return read.error();
        if (cells.size() > 1 || !cells.front().empty()) break;
        cells.clear();
    }
    for (const std::string& cell : cells)
        if (!isUtf8(cell)) return refusal("the row must be text in UTF-8, but is not");
    return cells;
}

std::string csvCell(std::string_view text) {
    const bool outer = text.starts_with(' ') || text.ends_with(' ');
    if (!outer && text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string cell = "\"";
    for (const char sign : text) cell.append(sign == '"' ? 2 : 1, sign);
    return cell + "\"";
}

} // namespace rb::formats
