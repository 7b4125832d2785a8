#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rb::metrics {

/// Cuts a text into Penn Treebank tokens, case kept. Characters that belong to no token (emoji,
/// control characters) are skipped.
class PtbScanner {
public:
    explicit PtbScanner(std::u32string text) : m_text(std::move(text)) {}
    std::vector<std::u32string> tokens();

private:
    char32_t at(std::size_t index) const { return index < m_text.size() ? m_text[index] : U'\0'; }
    bool matches(std::size_t index, const char* ascii) const; ///< ignoring case
    void emit(std::size_t length);

    // Each gives the length of its kind of token at m_at, or 0.
    std::size_t tag() const;
    std::size_t address() const; ///< URL, e-mail
    std::size_t handle() const;  ///< @name, #topic
    std::size_t number() const;
    std::size_t acronym() const;
    std::size_t word() const;
    std::size_t marks() const;   ///< runs of ! and ?, dots, dashes
    std::size_t clitic() const;  ///< 's, n't …

    void emitWord(std::size_t length);
    void emitSymbol();

    std::u32string m_text;
    std::size_t m_at = 0;
    std::vector<std::u32string> m_tokens;
};

} // namespace rb::metrics
