#include "core/project/media_order.h"

#include <cstdlib>

namespace rb::project {
namespace {

// Fewer drafts than this are looked at one by one; else the pictures are, until one has some.
constexpr qint64 kFewDrafts = 5000;

/// `sql` is written for going forward: `>` and `ASC` are turned round for the other way.
Id only(const Database& database, QByteArray sql, bool forward, std::initializer_list<qint64> values) {
    if (!forward) sql.replace(") > (", ") < (").replace(" ASC", " DESC");
    Statement statement(database.handle(), sql.constData());
    for (const qint64 value : values) statement.bind(value);
    return statement.next() ? statement.integer(0) : 0;
}

} // namespace

Id firstMedia(const Database& database) { return only(database, "SELECT id FROM media ORDER BY path ASC, id ASC LIMIT 1", true, {}); }

Id mediaBeside(const Database& database, Id id, int step) {
    if (step == 0) return only(database, "SELECT id FROM media WHERE id=?", true, {id});
    const bool forward = step > 0;
    const Id beside = only(database, "SELECT id FROM media WHERE (path, id) > (SELECT path, id FROM media WHERE id=?) ORDER BY path ASC, id ASC LIMIT 1 OFFSET ?", forward,
                           {id, std::abs(step) - 1});
    if (beside) return beside;
    return only(database, "SELECT id FROM media WHERE EXISTS (SELECT 1 FROM media WHERE id=?) ORDER BY path ASC, id ASC LIMIT 1", !forward, {id});
}

Id mediaWithDrafts(const Database& database, Id id, bool forward) {
    const qint64 drafts = only(database, "SELECT count(*) FROM (SELECT 1 FROM caption WHERE state='draft' AND rank=0 LIMIT ?)", true, {kFewDrafts});
    if (drafts < kFewDrafts)
        return only(database, "SELECT m.id FROM caption c JOIN media m ON m.id=c.media WHERE c.state='draft' AND c.rank=0 AND "
                              "(m.path, m.id) > (SELECT path, id FROM media WHERE id=?) ORDER BY m.path ASC, m.id ASC LIMIT 1", forward, {id});
    return only(database, "SELECT m.id FROM media m WHERE (m.path, m.id) > (SELECT path, id FROM media WHERE id=?) AND "
                          "EXISTS (SELECT 1 FROM caption c WHERE c.media=m.id AND c.state='draft' AND c.rank=0) ORDER BY m.path ASC, m.id ASC LIMIT 1", forward, {id});
}

} // namespace rb::project
