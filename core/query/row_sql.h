#pragma once

#include "core/query/condition.h"

#include <array>

struct sqlite3;

namespace rb::query {

/// The two SELECTs that give the rows of a condition: regions, and pictures as a whole. `columns` are
/// over r, c and m, and {media} is the medium's id; of a picture as a whole all of r is NULL.
std::array<QByteArray, 2> rowSelects(const Condition& condition, const QByteArray& columns);

/// Makes the functions that a condition uses known. Refused: a condition that needsNear.
Status prepareFunctions(sqlite3* db, const Condition& condition);

} // namespace rb::query
