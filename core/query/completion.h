#pragma once

#include "core/project/database.h"
#include "core/project/records.h"
#include "core/query/query.h"

#include <QHash>

namespace rb::query {

/// A value that exists in a project, and how many records have it.
struct KnownValue {
    QString value;
    qint64 count = 0;
};

/// The values that the keys have in a project, most frequent first; at most 5,000 a key. Reading them
/// walks the captions once, so a window reads them when the project has changed, not at every key stroke.
struct KnownValues {
    QHash<QString, std::vector<KnownValue>> byKey; ///< label, split, model, adapter, author

    static Result<KnownValues> read(const project::Database& database);
};

struct Completion {
    qsizetype from = 0, to = 0; ///< what of the text it replaces
    QString replacement;        ///< "label:" or "label:dog "
    QString meaning;            ///< "label of the region", "17 times in this project"
};

/// What could stand at the cursor: keys that begin like the word there, or values of its key that
/// contain what was typed of one, first those that begin with it. At most 50.
std::vector<Completion> complete(const KnownValues& known, const QString& text, qsizetype cursor);

/// One line of the table of keys, for the manual and the help popup.
struct HelpLine {
    QString key;     ///< "state:"
    QString values;  ///< "draft, accepted, rejected", or how a value is written
    QString help;
    QString example;
};
/// The words of the language first, then every key. Translated in the context "Query".
std::vector<HelpLine> helpTable();

} // namespace rb::query
