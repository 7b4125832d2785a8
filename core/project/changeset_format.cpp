#include "core/project/changeset_format.h"

#include <cstdint>
#include <optional>
#include <string_view>

#include <sqlite3.h>

namespace rb::project {
namespace {

/// Changesets of older versions have fewer columns.
struct UserTable {
    std::string_view name;
    int leastColumns, mostColumns;
};
constexpr UserTable kUserTables[] = {{"media", 9, 13}, {"region", 10, 15}, {"caption", 16, 17}};
constexpr std::uint64_t kMostColumns = 17;

enum class ValueType : unsigned char { Undefined, Integer, Real, Text, Blob, Null };

class Reader {
public:
    explicit Reader(const QByteArray& bytes) : m_rest(bytes.constData(), static_cast<std::size_t>(bytes.size())) {}

    bool atEnd() const { return m_rest.empty(); }
    bool nextIs(char wanted) const { return !m_rest.empty() && m_rest.front() == wanted; }

    std::optional<unsigned char> byte() {
        if (m_rest.empty()) return std::nullopt;
        const auto value = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        return value;
    }

    bool skip(std::uint64_t count) {
        if (count > m_rest.size()) return false;
        m_rest.remove_prefix(static_cast<std::size_t>(count));
        return true;
    }

    /// SQLite's variable-length integer; those of a changeset have at most five bytes (31 bits).
    std::optional<std::uint64_t> length() {
        std::uint64_t value = 0;
        for (int i = 0; i < 5; ++i) {
            const auto next = byte();
            if (!next) return std::nullopt;
            value = (value << 7) | (*next & 0x7fU);
            if (*next < 0x80) return value;
        }
        return std::nullopt;
    }

    std::optional<std::string_view> name() {
        const std::size_t end = m_rest.find('\0');
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view found = m_rest.substr(0, end);
        m_rest.remove_prefix(end + 1);
        return found;
    }

private:
    std::string_view m_rest;
};

/// The first column is the key, and no other.
bool readKeyFlags(Reader& reader, int columns) {
    for (int i = 0; i < columns; ++i)
        if (reader.byte() != static_cast<unsigned char>(i == 0 ? 1 : 0)) return false;
    return true;
}

std::optional<int> readTableHeader(Reader& reader) {
    reader.skip(1); // 'T'
    const auto columns = reader.length();
    if (!columns || *columns > kMostColumns || !readKeyFlags(reader, static_cast<int>(*columns))) return std::nullopt;
    const auto name = reader.name();
    for (const UserTable& table : kUserTables)
        if (const int found = static_cast<int>(*columns);
            name == table.name && found >= table.leastColumns && found <= table.mostColumns)
            return found;
    return std::nullopt;
}

std::optional<ValueType> readValue(Reader& reader) {
    const auto type = reader.byte();
    if (!type || *type > static_cast<unsigned char>(ValueType::Null)) return std::nullopt;
    const auto value = static_cast<ValueType>(*type);
    if (value == ValueType::Integer || value == ValueType::Real)
        return reader.skip(8) ? std::optional(value) : std::nullopt;
    if (value == ValueType::Text || value == ValueType::Blob) {
        const auto size = reader.length();
        return size && reader.skip(*size) ? std::optional(value) : std::nullopt;
    }
    return value;
}

enum class RowKind {
    Whole, ///< every value is there
    Old,   ///< of an update: the key and what changed
    New,   ///< of an update: only what changed
};

bool readRow(Reader& reader, int columns, RowKind kind) {
    for (int i = 0; i < columns; ++i) {
        const auto type = readValue(reader);
        if (!type) return false;
        if (i == 0 && *type != (kind == RowKind::New ? ValueType::Undefined : ValueType::Integer)) return false;
        if (kind == RowKind::Whole && *type == ValueType::Undefined) return false;
    }
    return true;
}

bool readChange(Reader& reader, int columns) {
    const auto operation = reader.byte();
    const auto indirect = reader.byte();
    if (!operation || !indirect || *indirect > 1) return false;
    switch (*operation) {
    case SQLITE_INSERT:
    case SQLITE_DELETE: return readRow(reader, columns, RowKind::Whole);
    case SQLITE_UPDATE: return readRow(reader, columns, RowKind::Old) && readRow(reader, columns, RowKind::New);
    default: return false;
    }
}

bool readChangeset(Reader& reader) {
    if (reader.atEnd()) return false;
    int columns = 0;
    while (!reader.atEnd()) {
        if (reader.nextIs('T')) {
            const auto table = readTableHeader(reader);
            if (!table) return false;
            columns = *table;
        }
        if (columns == 0 || !readChange(reader, columns)) return false;
    }
    return true;
}

} // namespace

Status checkChangeset(const QByteArray& changeset) {
    Reader reader(changeset);
    if (readChangeset(reader)) return {};
    return Error{ErrorCode::FileInvalid,
                 "The project's record of this edit is damaged; it can be neither undone nor redone. Nothing was changed."};
}

} // namespace rb::project
