#include "core/query/project_labels.h"

#include "core/project/database.h"

namespace rb::query {

// Where every region has a label of its own these are names, not kinds of things.
static constexpr int kMostLabels = 20'000;

LabelWords labelWordsOf(sqlite3* db) {
    LabelWords words;
    project::Statement next(db, "SELECT min(label) FROM region WHERE label>?");
    QString last;
    for (int i = 0; i < kMostLabels && next.bind(last).next() && !next.isNull(0); ++i) {
        last = next.text(0);
        words.add(last);
        next.restart();
    }
    return words;
}

} // namespace rb::query
