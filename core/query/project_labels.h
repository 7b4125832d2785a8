#pragma once

#include "core/query/lint_text.h"

struct sqlite3;

namespace rb::query {

/// The labels that a project's regions have: at most 20,000, in the order of the alphabet.
LabelWords labelWordsOf(sqlite3* db);

} // namespace rb::query
