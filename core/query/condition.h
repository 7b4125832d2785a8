#pragma once

#include "core/query/query.h"

#include <QByteArray>

#include <variant>

namespace rb::project {
class Statement;
}

namespace rb::query {

/// A query as one SQL expression over r (region, all NULL for a picture as a whole), c (the shown
/// caption, all NULL when there is none) and m (medium). What the user typed is only in `values`,
/// which stand for ?1, ?2, … and may be used more than once.
struct Condition {
    QByteArray sql; ///< "1" when everything is wanted
    std::vector<std::variant<double, QString>> values;
    bool needsCaption = false; ///< no row without a shown caption can fulfil it
    bool needsRegion = false;  ///< no picture as a whole can
    bool needsPicture = false; ///< no region can
    bool needsLabels = false;  ///< uses rb_contradicts()
    bool needsNear = false;    ///< holds a `meaning:` or `like:` that nobody looked for: it cannot be used
};

Condition conditionOf(const Query& query);
void bindValues(project::Statement& statement, const Condition& condition);

} // namespace rb::query
