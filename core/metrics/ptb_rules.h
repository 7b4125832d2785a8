#pragma once

#include "core/metrics/ptb_source.h"

namespace rb::metrics {

/// What a rule found. As in a lexer generator, the rule that reaches farthest wins, with what it
/// must see behind the token; of equals the first.
struct PtbMatch {
    std::size_t length = 0; ///< of the token; 0: none
    std::size_t reach = 0;  ///< with what was looked at behind it
};
inline PtbMatch ptbToken(std::size_t length) { return {length, length}; }

/// Length of a slash at `index`, of one written \/ as well, or 0.
inline std::size_t ptbSlashLength(const PtbSource& text, std::size_t index) {
    if (text.at(index) == U'/') return 1;
    return text.at(index) == U'\\' && text.at(index + 1) == U'/' ? 2 : 0;
}

// Rules of words.
PtbMatch ptbGrownTogether(const PtbSource& text, std::size_t at); ///< gon|na, can|not, 't|is
PtbMatch ptbNegated(const PtbSource& text, std::size_t at);       ///< do|n't
PtbMatch ptbClitic(const PtbSource& text, std::size_t at);        ///< 's, 'll, n't
PtbMatch ptbClipped(const PtbSource& text, std::size_t at);       ///< 'em, 'til, 'n', '90s
PtbMatch ptbElided(const PtbSource& text, std::size_t at);        ///< d', l', y'
PtbMatch ptbWord(const PtbSource& text, std::size_t at);          ///< letters first; dog.cat, dog!cat
PtbMatch ptbApostropheWord(const PtbSource& text, std::size_t at); ///< ma'am, o'clock, C'est
PtbMatch ptbAbbreviated(const PtbSource& text, std::size_t at);   ///< Mr., etc., no. 5, J.
PtbMatch ptbAcronym(const PtbSource& text, std::size_t at);       ///< U.S.
PtbMatch ptbCompound(const PtbSource& text, std::size_t at);      ///< t-shirt, a_b, 3d, O'Neil-Smith
PtbMatch ptbHyphenated(const PtbSource& text, std::size_t at);    ///< 1.5-inch, U.S.-based
PtbMatch ptbSlashed(const PtbSource& text, std::size_t at);       ///< and/or, he/she/it
PtbMatch ptbStopBeforeComma(const PtbSource& text, std::size_t at); ///< "dog.,": the full stop stays
PtbMatch ptbAmpersandWord(const PtbSource& text, std::size_t at); ///< AT&T
PtbMatch ptbLanguageName(const PtbSource& text, std::size_t at);  ///< C++, C#, F#

// Rules of numbers.
PtbMatch ptbNumber(const PtbSource& text, std::size_t at);   ///< -5, 1,000.5, 10:30
PtbMatch ptbDate(const PtbSource& text, std::size_t at);     ///< 1/2/2010
PtbMatch ptbFraction(const PtbSource& text, std::size_t at); ///< 3 1/2
PtbMatch ptbPhone(const PtbSource& text, std::size_t at);    ///< (555) 555-1234
PtbMatch ptbCurrency(const PtbSource& text, std::size_t at); ///< $, US$

// Rules of addresses and mark-up.
PtbMatch ptbTag(const PtbSource& text, std::size_t at);
PtbMatch ptbEmail(const PtbSource& text, std::size_t at);
PtbMatch ptbUrl(const PtbSource& text, std::size_t at);
PtbMatch ptbFileName(const PtbSource& text, std::size_t at);
PtbMatch ptbHandle(const PtbSource& text, std::size_t at);   ///< @name, #topic
PtbMatch ptbEntity(const PtbSource& text, std::size_t at);   ///< &amp;

// Rules of marks.
PtbMatch ptbSmiley(const PtbSource& text, std::size_t at);
PtbMatch ptbQuotes(const PtbSource& text, std::size_t at);   ///< one or two typographic quotation marks
PtbMatch ptbMarks(const PtbSource& text, std::size_t at);    ///< runs of ! and ?, dots, dashes, *, _ …
PtbMatch ptbSymbol(const PtbSource& text, std::size_t at);

} // namespace rb::metrics
