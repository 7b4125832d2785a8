#pragma once

#include "core/base/result.h"

struct sqlite3;

namespace rb::query {

/// Makes the functions of this folder known to a connection, once: rb_words(text), rb_mean_score(token
/// scores), rb_certainty(token scores), rb_area(shape, geometry), rb_lint(text), rb_file_name(path).
/// Each is NULL of NULL.
Status addFunctions(sqlite3* db);
/// Makes rb_contradicts(text, label) known, with the labels that the project has now.
Status addLabelFunction(sqlite3* db);

} // namespace rb::query
