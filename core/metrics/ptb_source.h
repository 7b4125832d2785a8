#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/metrics/ptb_characters.h"

namespace rb::metrics {

/// A text to cut up. What rules find in long runs is remembered, so that rules that look far ahead
/// from every token still take linear time.
class PtbSource {
public:
    explicit PtbSource(std::u32string text) : m_text(std::move(text)) {}

    std::size_t size() const { return m_text.size(); }
    /// The end of the text looks like a line's end.
    char32_t at(std::size_t index) const { return index < m_text.size() ? m_text[index] : U'\n'; }
    char32_t lowerAt(std::size_t index) const { return asciiLower(at(index)); }
    std::u32string_view part(std::size_t index, std::size_t length) const {
        return std::u32string_view(m_text).substr(index, length);
    }

    bool isOneOf(std::size_t index, std::u32string_view set) const { return set.find(at(index)) != set.npos; }
    /// Ignores case; `ascii` is in lower case, and its ' stands for any apostrophe.
    bool matches(std::size_t index, std::string_view ascii) const {
        for (std::size_t i = 0; i < ascii.size(); ++i) {
            const bool apostrophe = ascii[i] == '\'' && isApostrophe(at(index + i));
            if (!apostrophe && lowerAt(index + i) != static_cast<char32_t>(ascii[i])) return false;
        }
        return true;
    }

    /// The first index from `index` on, at most `limit` farther, whose character is of another kind.
    template <typename Kind>
    std::size_t skip(std::size_t index, Kind kind, std::size_t limit = std::u32string::npos) const {
        const std::size_t end = limit < m_text.size() - std::min(index, m_text.size()) ? index + limit : m_text.size();
        while (index < end && kind(m_text[index])) ++index;
        return index;
    }

    /// A run of one kind of characters, and the last thing of interest in it.
    struct Run {
        std::size_t begin = 1, end = 0;
        std::size_t sign = 0, signEnd = 0; ///< where the thing begins and ends; 0: none
    };
    enum RunKind { kAddresses, kFiles, kDomains, kWeb, kHyphenated, kTags, kRunKinds };
    /// The run that `index` is in: `study(index)` makes it when it is not the one last asked for.
    template <typename Study>
    const Run& runAt(RunKind kind, std::size_t index, Study study) const {
        Run& known = m_runs[kind];
        if (index < known.begin || index >= known.end) known = study(index);
        return known;
    }

private:
    std::u32string m_text;
    mutable std::array<Run, kRunKinds> m_runs;
};

} // namespace rb::metrics
