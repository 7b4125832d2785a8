#pragma once

#include "core/project/database.h"
#include "core/project/records.h"

#include <span>
#include <vector>

namespace rb::query {

/// The words of many captions as 32-bit hashes, one after another.
class WordHashes {
public:
    /// The shown captions that are not rejected, by id; those without words are left out.
    static Result<WordHashes> read(const project::Database& database);

    std::size_t size() const { return m_ids.size(); }
    project::Id id(std::size_t i) const { return m_ids[i]; }
    std::span<const std::uint32_t> words(std::size_t i) const {
        return std::span(m_words).subspan(m_starts[i], m_starts[i + 1] - m_starts[i]);
    }

private:
    std::vector<project::Id> m_ids;
    std::vector<std::size_t> m_starts{0};
    std::vector<std::uint32_t> m_words;
};

} // namespace rb::query
