#include "core/media/npy_array.h"

#include "core/base/checked.h"

#include <charconv>
#include <cstring>
#include <optional>

namespace rb::media {
namespace {

constexpr std::size_t kMaxHeader = 64 * 1024;

/// A header and the numbers behind it.
struct NpyTable : NpyHeader {
    std::string_view data;
};

Error refusal(const std::string& name, const std::string& reason) {
    return {ErrorCode::FileInvalid, name + " is not a point cloud that can be read: " + reason + "."};
}

/// The text behind `'key':` in the header's dictionary.
std::string_view valueOf(std::string_view header, std::string_view key) {
    const std::string quoted = "'" + std::string(key) + "'";
    const auto at = header.find(quoted);
    if (at == std::string_view::npos) return {};
    std::string_view rest = header.substr(at + quoted.size());
    const auto colon = rest.find_first_not_of(" ");
    if (colon == std::string_view::npos || rest[colon] != ':') return {};
    rest.remove_prefix(colon + 1);
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(" ")));
    return rest;
}

bool readType(std::string_view text, NpyHeader& header) {
    // '<f4', '|u1', '=i8': byte order, kind, bytes.
    if (text.size() < 5 || text[0] != '\'' || text[4] != '\'') return false;
    if (text[1] != '<' && text[1] != '|' && text[1] != '=') return false;
    header.kind = text[2];
    header.bytes = static_cast<std::size_t>(text[3] - '0');
    const bool real = header.kind == 'f' && (header.bytes == 4 || header.bytes == 8);
    const bool whole = (header.kind == 'i' || header.kind == 'u') &&
                       (header.bytes == 1 || header.bytes == 2 || header.bytes == 4 || header.bytes == 8);
    return real || whole;
}

bool readShape(std::string_view text, NpyHeader& header) {
    if (text.empty() || text[0] != '(') return false;
    const auto close = text.find(')');
    if (close == std::string_view::npos) return false;
    text = text.substr(1, close - 1);
    header.columns = 1;
    std::uint64_t* const dimensions[] = {&header.rows, &header.columns};
    for (std::uint64_t* dimension : dimensions) {
        text.remove_prefix(std::min(text.size(), text.find_first_not_of(" ,")));
        if (text.empty() && dimension == &header.columns) return true;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), *dimension);
        if (read.ec != std::errc()) return false;
        text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    }
    return text.find_first_not_of(" ,") == std::string_view::npos;
}

double element(const NpyTable& header, std::size_t index) {
    const char* at = header.data.data() + index * header.bytes;
    const auto read = [at](auto value) {
        std::memcpy(&value, at, sizeof value);
        return static_cast<double>(value);
    };
    if (header.kind == 'f') return header.bytes == 4 ? read(float{}) : read(double{});
    const bool isSigned = header.kind == 'i';
    switch (header.bytes) {
    case 1: return isSigned ? read(std::int8_t{}) : read(std::uint8_t{});
    case 2: return isSigned ? read(std::int16_t{}) : read(std::uint16_t{});
    case 4: return isSigned ? read(std::int32_t{}) : read(std::uint32_t{});
    default: return isSigned ? read(std::int64_t{}) : read(std::uint64_t{});
    }
}

/// The header, once shape and size agree and lie within the limits.
Result<NpyTable> readTable(std::string_view bytes, const std::string& name, std::uint64_t minColumns,
                                  std::uint64_t maxRows) {
    const Result<NpyHeader> header = readNpyHeader(bytes, name);
    if (!header.ok()) return header.error();
    const NpyTable table{*header, bytes.substr(header->dataStart)};
    if (header->columns < minColumns)
        return refusal(name, "it needs " + std::to_string(minColumns) + " columns and has " + std::to_string(header->columns));
    if (header->rows == 0) return refusal(name, "it holds no rows");
    if (header->rows > maxRows)
        return Error{ErrorCode::TooLarge, name + " has " + std::to_string(header->rows) + " points; at most " +
                                              std::to_string(maxRows) + " are opened."};
    const auto elements = checkedMul(header->rows, header->columns);
    const auto size = elements ? checkedMul(*elements, header->bytes) : std::nullopt;
    if (!size || *size != table.data.size())
        return refusal(name, "its shape and its size of " + std::to_string(table.data.size()) + " data bytes disagree");
    return table;
}

double cell(const NpyTable& header, std::size_t row, std::size_t column) {
    return element(header, header.fortran ? column * header.rows + row : row * header.columns + column);
}

} // namespace

Result<NpyHeader> readNpyHeader(std::string_view bytes, const std::string& name) {
    if (bytes.size() < 12 || bytes.substr(0, 6) != std::string_view("\x93NUMPY", 6))
        return refusal(name, "it does not begin as a NumPy file");
    const bool longLength = static_cast<unsigned char>(bytes[6]) >= 2;
    std::uint32_t length = 0;
    std::memcpy(&length, bytes.data() + 8, longLength ? 4 : 2);
    const std::size_t start = longLength ? 12 : 10;
    if (length > kMaxHeader || start + length > bytes.size())
        return refusal(name, "its header of " + std::to_string(length) + " bytes is longer than the file or than 64 KB");
    const std::string_view text = bytes.substr(start, length);
    NpyHeader header;
    header.dataStart = start + length;
    if (!readType(valueOf(text, "descr"), header))
        return refusal(name, "its elements are not little-endian numbers");
    const std::string_view order = valueOf(text, "fortran_order");
    header.fortran = order.starts_with("True");
    if (!header.fortran && !order.starts_with("False"))
        return refusal(name, "its fortran_order is neither True nor False");
    if (!readShape(valueOf(text, "shape"), header))
        return refusal(name, "its shape is not that of a table of points");
    return header;
}

Result<std::vector<std::vector<double>>> rowsFromNpy(std::string_view bytes, const std::string& name,
                                                     std::uint64_t minColumns, std::uint64_t maxRows) {
    const Result<NpyTable> header = readTable(bytes, name, minColumns, maxRows);
    if (!header.ok()) return header.error();
    std::vector<std::vector<double>> rows(header->rows);
    for (std::size_t row = 0; row < header->rows; ++row)
        for (std::size_t column = 0; column < header->columns; ++column) rows[row].push_back(cell(*header, row, column));
    return rows;
}

} // namespace rb::media
