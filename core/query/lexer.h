#pragma once

#include "core/query/query.h"

#include <variant>

namespace rb::query {

struct Token {
    enum class Kind { Open, Close, Or, Minus, Word, Field };
    Kind kind = Kind::Word;
    qsizetype position = 0;
    qsizetype length = 0;
    QString key;         ///< of Field: before the colon
    QString text;        ///< the word or value without its quotation marks
    bool quoted = false;
};

/// The pieces of a query, or what is wrong with its quotation marks.
std::variant<std::vector<Token>, ParseFault> tokensOf(const QString& text);

} // namespace rb::query
