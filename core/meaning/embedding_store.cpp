#include "core/meaning/embedding_store.h"

#include <QDateTime>
#include <QFileInfo>

namespace rb::meaning {

using project::Statement;

FileStamp FileStamp::of(const QString& file) {
    const QFileInfo info(file);
    return info.exists() ? FileStamp{info.size(), info.lastModified().toMSecsSinceEpoch()} : FileStamp{};
}

EmbeddingStore::EmbeddingStore(std::unique_ptr<project::Database> database)
    : m_database(std::move(database)), m_queries(std::make_unique<Statement>(m_database->handle(), "SELECT queries FROM detail WHERE entry=?")) {}

Result<EmbeddingStore> EmbeddingStore::open(const QString& path) {
    auto database = openStoreFile(path);
    if (!database.ok()) return database.error();
    return EmbeddingStore(std::move(*database));
}

/// SQLite says what is wrong; of damage, what to do about it.
Status EmbeddingStore::told(const Status& status) const {
    if (status.ok() || status.error().code != ErrorCode::FileInvalid) return status;
    return Error{ErrorCode::FileInvalid, "The embeddings kept beside the project are damaged; prepare the regions again, which makes them anew."};
}

Status EmbeddingStore::put(const QString& model, const std::vector<Embedding>& embeddings) {
    sqlite3* db = m_database->handle();
    return told(m_database->transaction([&]() -> Status {
        if (Status named = Statement(db, "INSERT OR IGNORE INTO model(name) VALUES(?)").bind(model).run(); !named.ok()) return named;
        Statement forget(db, "DELETE FROM detail WHERE entry=(SELECT id FROM entry WHERE media=? AND region=?)");
        Statement entry(db, "INSERT OR REPLACE INTO entry(media, region, x, y, width, height, file_size, file_time, model, dimension, mean) "
                            "VALUES(?,?,?,?,?,?,?,?,(SELECT id FROM model WHERE name=?),?,?)");
        Statement detail(db, "INSERT INTO detail VALUES((SELECT id FROM entry WHERE media=? AND region=?), ?)");
        for (const Embedding& each : embeddings) {
            for (Statement* statement : {&forget, &entry, &detail}) statement->restart();
            const geometry::Box2& box = each.box;
            if (Status done = forget.bind(each.place.media).bind(each.place.region).run(); !done.ok()) return done;
            entry.bind(each.place.media).bind(each.place.region).bind(box.x).bind(box.y).bind(box.width).bind(box.height).bind(each.file.size)
                .bind(each.file.time).bind(model).bind(qint64(each.queries.width)).bind(packed(meanOf(each.queries)));
            if (Status done = entry.run(); !done.ok()) return done;
            if (Status done = detail.bind(each.place.media).bind(each.place.region).bind(packed(each.queries)).run(); !done.ok()) return done;
        }
        return {};
    }));
}

Status EmbeddingStore::remove(const std::vector<Place>& places) {
    sqlite3* db = m_database->handle();
    return told(m_database->transaction([&]() -> Status {
        Statement detail(db, "DELETE FROM detail WHERE entry=(SELECT id FROM entry WHERE media=? AND region=?)");
        Statement entry(db, "DELETE FROM entry WHERE media=? AND region=?");
        for (const Place& place : places)
            for (Statement* statement : {&detail, &entry}) {
                statement->restart();
                if (Status done = statement->bind(place.media).bind(place.region).run(); !done.ok()) return done;
            }
        return {};
    }));
}

Status EmbeddingStore::forEach(const QString& model, qint64 after, const std::function<bool(const Entry&)>& each) const {
    Statement rows(m_database->handle(), "SELECT id, media, region, x, y, width, height, file_size, file_time, dimension, mean FROM entry "
                                         "WHERE model=(SELECT id FROM model WHERE name=?) AND id>? ORDER BY id");
    rows.bind(model).bind(after);
    while (rows.next()) {
        Entry entry{rows.integer(0), {rows.integer(1), rows.integer(2)}, {rows.real(3), rows.real(4), rows.real(5), rows.real(6)},
                    {rows.integer(7), rows.integer(8)}, {}};
        if (auto mean = unpacked(rows.blob(10), rows.integer(9)); mean && mean->size() == 1) entry.mean = std::move(*mean);
        if (!each(entry)) return {};
    }
    return told(rows.status());
}

Status EmbeddingStore::forEachPlace(const std::function<void(const Place&)>& each) const {
    Statement rows(m_database->handle(), "SELECT media, region FROM entry");
    while (rows.next()) each({rows.integer(0), rows.integer(1)});
    return told(rows.status());
}

std::optional<ByteVectors> EmbeddingStore::queriesOf(qint64 number, int width) {
    m_queries->restart();
    if (!m_queries->bind(number).next()) return std::nullopt;
    auto queries = unpacked(m_queries->blob(0), width);
    m_queries->restart(); // a statement that is under way would keep old pages alive
    return queries;
}

} // namespace rb::meaning
