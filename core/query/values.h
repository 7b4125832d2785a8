#pragma once

#include "core/query/query.h"

#include <variant>

namespace rb::query {

/// The value of a key of kind Number or Date as a range, or a sentence that says how to write one.
/// Dates become milliseconds since 1970 of whole days in local time.
std::variant<Range, QString> rangeOf(KeyKind kind, const QString& text);

} // namespace rb::query
