#include "core/evaluate/name_accuracy.h"

#include "core/text/caption_normalisation.h"

#include <set>

namespace rb::evaluate {

/// The answer of "what is here? a dog", or the whole caption.
static std::string statementOf(const std::string& caption) {
    const std::size_t mark = caption.rfind('?');
    const bool answered = mark != std::string::npos && caption.find_first_not_of(" ", mark + 1) != std::string::npos;
    return answered ? caption.substr(mark + 1) : caption;
}

static std::string firstNameIn(const std::string& caption, const std::set<std::string>& names) {
    std::string words;
    for (const char c : " " + text::normalisedCaption(statementOf(caption)) + " ") words += c == ',' || c == '?' ? ' ' : c;
    std::string found;
    std::size_t earliest = std::string::npos;
    for (const std::string& name : names) {
        const std::size_t at = words.find(" " + name + " ");
        if (at == std::string::npos || at > earliest || (at == earliest && name.size() < found.size())) continue;
        earliest = at;
        found = name;
    }
    return found;
}

std::optional<double> markNames(std::vector<EvaluatedItem>& items) {
    std::set<std::string> names;
    for (const EvaluatedItem& item : items)
        if (!item.name.empty()) names.insert(item.name);
    if (names.empty()) return std::nullopt;
    std::size_t named = 0, right = 0;
    for (EvaluatedItem& item : items) {
        if (item.name.empty()) continue;
        item.nameRight = firstNameIn(item.candidate, names) == item.name;
        ++named;
        right += *item.nameRight ? 1 : 0;
    }
    return static_cast<double>(right) / static_cast<double>(named);
}

} // namespace rb::evaluate
