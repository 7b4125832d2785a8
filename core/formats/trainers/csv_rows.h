#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace rb::formats {

/// Reads a table of RFC 4180 row by row: quoted cells may hold commas, line ends and doubled quotes;
/// a byte order mark, CRLF and empty lines are passed over. Refusals name the file and the line.
class CsvRows {
public:
    explicit CsvRows(const std::filesystem::path& path);

    /// The cells of the next row; an empty list at the end.
    Result<std::vector<std::string>> next();
    /// Where the present row begins: "regions.csv, line 12".
    std::string place() const { return m_path.string() + ", line " + std::to_string(m_row); }

private:
    Status readRow(std::vector<std::string>& cells);
    Status readQuoted(std::string& cell);
    int take();
    int peek() { return m_in.rdbuf()->sgetc(); }
    Error refusal(const std::string& what) const;

    std::filesystem::path m_path;
    std::ifstream m_in;
    bool m_open;
    int m_line = 1;          ///< of the next byte
    int m_row = 1;           ///< line where the present row begins
    std::size_t m_bytes = 0; ///< of the present row
};

/// The text as a cell, quoted where it must be.
std::string csvCell(std::string_view text);

} // namespace rb::formats
