#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QStringList>

namespace rb::runs {

/// What an adapter's file cannot say: the name a person gave it, and which are switched on. Kept in `adapters.json`.
struct AdapterBook {
    QMap<QString, QString> names; ///< by id
    QStringList active;           ///< ids, in the order in which they lie on the model
};

/// An absent or damaged file is an empty book.
AdapterBook readBook(const QString& file);
Status writeBook(const AdapterBook& book, const QString& file);

} // namespace rb::runs
