#include "core/query/row_sql.h"

#include "core/query/sql_functions.h"

namespace rb::query {

/// Captions of whole pictures are found by `region IS NULL` in caption_by_region: through their media, all
/// captions of all regions would be read as well.
static QByteArray picturesSelect(const Condition& condition, const QByteArray& columns, const QByteArray& where) {
    const char* region = " LEFT JOIN region r ON r.id=0";
    if (condition.needsCaption)
        return "SELECT " + columns + " FROM caption c JOIN media m ON m.id=c.media" + region + where +
               " AND c.region IS NULL AND c.rank=0";
    return "WITH whole AS MATERIALIZED (SELECT media, id FROM caption WHERE region IS NULL AND rank=0) SELECT " + columns +
           " FROM media m LEFT JOIN whole ON whole.media=m.id LEFT JOIN caption c ON c.id=whole.id" + region + where;
}

std::array<QByteArray, 2> rowSelects(const Condition& condition, const QByteArray& columns) {
    // With an inner join SQLite may begin with the captions: by caption_by_state, or by the rows that the words give.
    const QByteArray join = condition.needsCaption ? " JOIN " : " LEFT JOIN ";
    // SQLite sees that nothing can come of a constant 0, and reads nothing.
    const auto where = [&](bool none) { return (none ? " WHERE 0 AND (" : " WHERE (") + condition.sql + ")"; };
    const bool media = columns.contains("m.") || condition.sql.contains("m.");
    QByteArray regions = "SELECT " + QByteArray(columns).replace("{media}", "r.media") + " FROM region r" +
                         (media ? " JOIN media m ON m.id=r.media" : "");
    regions += join + "caption c ON c.region=r.id AND c.rank=0" + where(condition.needsPicture);
    const QByteArray asPicture = QByteArray(columns).replace("{media}", "m.id");
    return {regions, picturesSelect(condition, asPicture, where(condition.needsRegion))};
}

Status prepareFunctions(sqlite3* db, const Condition& condition) {
    if (condition.needsNear)
        return Error{ErrorCode::InvalidArgument, "“meaning:” and “like:” need the regions to be prepared for the search by meaning first."};
    if (Status added = addFunctions(db); !added.ok()) return added;
    return condition.needsLabels ? addLabelFunction(db) : Status();
}

} // namespace rb::query
