#include "core/project/text_index.h"

#include "core/project/database.h"

#include <cstring>

#include <sqlite3.h>

namespace rb::project {
namespace {

constexpr int kTextColumn = 3; ///< of caption

class CaptionWords {
public:
    explicit CaptionWords(sqlite3* db)
        : m_add(db, "INSERT INTO caption_words(rowid, text) VALUES(?,?)"),
          m_remove(db, "INSERT INTO caption_words(caption_words, rowid, text) VALUES('delete',?,?)") {}

    Status add(qint64 id, sqlite3_value* text) { return run(m_add, id, text); }
    Status remove(qint64 id, sqlite3_value* text) { return run(m_remove, id, text); }

private:
    static Status run(Statement& statement, qint64 id, sqlite3_value* text) {
        if (!text) return {}; // an update that left the text alone
        statement.restart();
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(text));
        return statement.bind(id).bind(QString::fromUtf8(bytes, sqlite3_value_bytes(text))).run();
    }
    Statement m_add, m_remove;
};

Status indexChange(CaptionWords& words, sqlite3_changeset_iter* change) {
    const char* table = nullptr;
    int columns = 0, operation = 0;
    sqlite3changeset_op(change, &table, &columns, &operation, nullptr);
    if (std::strcmp(table, "caption") != 0) return {};
    sqlite3_value *id = nullptr, *before = nullptr, *after = nullptr;
    if (operation == SQLITE_INSERT) sqlite3changeset_new(change, 0, &id);
    else sqlite3changeset_old(change, 0, &id);
    if (operation != SQLITE_INSERT) sqlite3changeset_old(change, kTextColumn, &before);
    if (operation != SQLITE_DELETE) sqlite3changeset_new(change, kTextColumn, &after);
    if (Status removed = words.remove(sqlite3_value_int64(id), before); !removed.ok()) return removed;
    return words.add(sqlite3_value_int64(id), after);
}

} // namespace

Status indexChanges(sqlite3* db, const QByteArray& changeset) {
    QByteArray copy = changeset;
    sqlite3_changeset_iter* iterator = nullptr;
    if (const int code = sqlite3changeset_start(&iterator, static_cast<int>(copy.size()), copy.data()); code != SQLITE_OK)
        return Error{ErrorCode::Internal, std::string("The change could not be indexed: ") + sqlite3_errstr(code) + "."};
    CaptionWords words(db);
    Status status;
    while (status.ok() && sqlite3changeset_next(iterator) == SQLITE_ROW) status = indexChange(words, iterator);
    sqlite3changeset_finalize(iterator);
    return status;
}

} // namespace rb::project
