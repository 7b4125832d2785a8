#pragma once

#include "core/clouds/byte_source.h"

#include <algorithm>
#include <string_view>

namespace rb::clouds {

/// Text in blocks of whole lines, read in order. A view holds until the next call.
class LineBlocks {
public:
    /// Begins at byte `start`.
    LineBlocks(ByteSource& bytes, std::uint64_t start) : m_bytes(bytes), m_at(start), m_begin(start) {}

    /// The next block, which ends with a line feed or the file; empty at the end. A line of more than a megabyte is refused.
    Result<std::string_view> next();
    /// Where in the file the last block began.
    std::uint64_t blockStart() const { return m_begin; }

private:
    ByteSource& m_bytes;
    std::uint64_t m_at;            ///< the first byte that was not read yet
    std::uint64_t m_begin;
    std::size_t m_given = 0;       ///< of m_block, in the last call
    std::vector<char> m_block;
};

/// Takes the first line off `text`, without its line feed.
inline std::string_view takeLine(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

/// Whether a line is empty or a comment (# or //), which holds no numbers.
inline bool isPassedOver(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t\r");
    return begin == std::string_view::npos || line[begin] == '#' || line.substr(begin).starts_with("//");
}

} // namespace rb::clouds
