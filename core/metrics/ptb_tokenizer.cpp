#include "core/metrics/ptb_tokenizer.h"

#include "core/metrics/ptb_scanner.h"
#include "core/metrics/ptb_source.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>

namespace rb::metrics {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

/// Without soft hyphens, and with the entities that stand for marks written out.
std::u32string readable(std::u32string text) {
    struct Entity {
        std::string_view name;
        char32_t character;
    };
    static constexpr Entity kEntities[] = {
        {"&apos;", U'\''}, {"&quot;", U'"'}, {"&nbsp;", 0xA0}, {"&mdash;", U'—'}, {"&ndash;", U'–'}};
    const PtbSource source(std::move(text));
    std::u32string result;
    for (std::size_t i = 0; i < source.size();) {
        const auto* entity = std::find_if(std::begin(kEntities), std::end(kEntities), [&](const Entity& known) {
            return source.at(i) == U'&' && source.matches(i, known.name);
        });
        const bool known = entity != std::end(kEntities);
        if (known || source.at(i) != kSoftHyphen) result += known ? entity->character : source.at(i);
        i += known ? entity->name.size() : 1;
    }
    return result;
}

/// The metrics' list of punctuation. Its -LRB- and the like are missing on purpose: they are in upper
/// case and the list is applied to lower case, so that brackets stay.
bool isRemoved(std::string_view token) {
    constexpr std::array<std::string_view, 11> kRemoved = {"''", "'", "``", "`", "\"", "?", "!", ",", ":", ";", "."};
    if (std::find(kRemoved.begin(), kRemoved.end(), token) != kRemoved.end()) return true;
    const bool dots = token.find_first_not_of(".\xC2\xA0") == token.npos;
    return dots || (token.size() <= 4 && token.find_first_not_of('-') == token.npos);
}

} // namespace

std::string ptbTokenised(std::string_view caption) {
    std::string joined;
    for (const std::u32string& token : ptbTokens(readable(text::toCodePoints(caption)))) {
        const std::string word = text::toUtf8(text::lowerCased(token));
        if (isRemoved(word)) continue;
        if (!joined.empty()) joined += ' ';
        joined += word;
    }
    return joined;
}

} // namespace rb::metrics
