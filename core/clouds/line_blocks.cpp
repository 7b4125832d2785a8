#include "core/clouds/line_blocks.h"

#include "core/clouds/refusal.h"

#include <cstring>

namespace rb::clouds {

constexpr std::uint64_t kBlockBytes = 4 << 20;
constexpr std::size_t kLongestLine = 1 << 20;

Result<std::string_view> LineBlocks::next() {
    // What follows the last line feed begins the next block.
    const std::size_t rest = m_block.size() - m_given;
    if (rest > kLongestLine) return refusal(m_bytes.name(), "it has a line of more than a megabyte, as no text has");
    if (rest > 0) std::memmove(m_block.data(), m_block.data() + m_given, rest);
    m_begin += m_given;
    const auto fresh = static_cast<std::size_t>(std::min(kBlockBytes, m_bytes.size() - std::min(m_at, m_bytes.size())));
    m_block.resize(rest + fresh);
    if (fresh > 0)
        if (Status read = m_bytes.read(m_at, m_block.data() + rest, fresh); !read.ok()) return read.error();
    m_at += fresh;
    m_given = m_block.size();
    if (m_at < m_bytes.size()) {
        const void* last = ::memrchr(m_block.data(), '\n', m_block.size());
        if (!last) return refusal(m_bytes.name(), "it has a line of more than a megabyte, as no text has");
        m_given = static_cast<std::size_t>(static_cast<const char*>(last) - m_block.data()) + 1;
    }
    return std::string_view(m_block.data(), m_given);
}

} // namespace rb::clouds
