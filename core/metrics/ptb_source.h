#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/metrics/ptb_characters.h"

namespace rb::metrics {

/// What a rule found at a position. As in a lexer generator, the rule that reaches farthest, with what
/// it must see behind the token, wins; of equals the first.
struct PtbMatch {
    std::size_t length = 0; ///< of the token; 0: none
    std::size_t reach = 0;  ///< with the characters looked at behind it
};
inline PtbMatch tokenOf(std::size_t length) { return {length, length}; }

/// A text to cut up. The ends of long runs are remembered, so that rules that look far ahead from
/// every token still take linear time.
class PtbSource {
public:
    explicit PtbSource(std::u32string text) : m_text(std::move(text)) {}

    std::size_t size() const { return m_text.size(); }
    /// The end of the text looks like a line's end.
    char32_t at(std::size_t index) const { return index < m_text.size() ? m_text[index] : U'\n'; }
    char32_t lowerAt(std::size_t index) const { return asciiLower(at(index)); }
    std::u32string_view part(std::size_t index, std::size_t length) const { return std::u32string_view(m_text).substr(index, length); }

    bool isOneOf(std::size_t index, std::u32string_view set) const { return set.find(at(index)) != set.npos; }
    /// Ignores case; `ascii` is in lower case, and its ' stands for any apostrophe.
    bool matches(std::size_t index, std::string_view ascii) const {
        for (std::size_t i = 0; i < ascii.size(); ++i) {
            const bool same = ascii[i] == '\'' ? isApostrophe(at(index + i)) : lowerAt(index + i) == static_cast<char32_t>(ascii[i]);
            if (!same) return false;
        }
        return true;
    }

    template <typename Kind>
    std::size_t skip(std::size_t index, Kind kind, std::size_t limit = std::u32string::npos) const {
        const std::size_t end = limit < m_text.size() - std::min(index, m_text.size()) ? index + limit : m_text.size();
        while (index < end && kind(m_text[index])) ++index;
        return index;
    }

    /// `skip` for a kind of run that many tokens begin within; `slot` is the run kind's own.
    enum Run { kAddressRun, kNameRun, kDottedRun, kDomainRun, kWwwRun, kTagEnd, kRunCount };
    struct KnownRun {
        std::size_t begin = 1, end = 0; ///< asked from, and its end
        std::size_t mark = 0;           ///< what the rule found in it
    };
    KnownRun& known(Run slot) const { return m_runs[slot]; }

private:
    std::u32string m_text;
    mutable std::array<KnownRun, kRunCount> m_runs;
};

} // namespace rb::metrics
