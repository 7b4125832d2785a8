#include "core/meaning/store_file.h"

#include "core/project/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace rb::meaning {
namespace {

using project::Database;

constexpr qint64 kApplicationId = 0x5242454D; // "RBEM"
constexpr qint64 kVersion = 1;
// Reading every page of a larger one would take longer than making use of it.
constexpr qint64 kLargestReadThrough = 64 << 20;

// A row's number grows with every change of it, so that who has read up to one number asks for what is above.
constexpr const char* kTables = R"(
CREATE TABLE model(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE entry(
    id INTEGER PRIMARY KEY AUTOINCREMENT, media INTEGER NOT NULL, region INTEGER NOT NULL, x REAL NOT NULL, y REAL NOT NULL,
    width REAL NOT NULL, height REAL NOT NULL, file_size INTEGER NOT NULL, file_time INTEGER NOT NULL, model INTEGER NOT NULL,
    dimension INTEGER NOT NULL, mean BLOB NOT NULL, UNIQUE(media, region));
CREATE TABLE detail(entry INTEGER PRIMARY KEY, queries BLOB NOT NULL);
)";

QString declarations(const Database& database) {
    project::Statement statement(database.handle(), "SELECT type || ' ' || name || ': ' || sql FROM sqlite_master "
                                                    "WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY type, name");
    QString all;
    while (statement.next()) all += statement.text(0) + QLatin1Char('\n');
    return all;
}

Status makeTables(Database& database) {
    return database.transaction([&]() -> Status {
        if (database.number("PRAGMA user_version").value_or(0) == kVersion) return {}; // another connection was faster
        if (Status made = database.execute(kTables); !made.ok()) return made;
        const std::string pragmas = "PRAGMA application_id=" + std::to_string(kApplicationId) + "; PRAGMA user_version=" + std::to_string(kVersion);
        return database.execute(pragmas.c_str());
    });
}

/// By its first bytes, before SQLite reads it (file format, section 1.3). An empty file is a new one.
bool beginsAsOurs(const QString& path) {
    constexpr qsizetype kHeaderSize = 100, kApplicationIdAt = 68;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return false;
    const QByteArray header = file.read(kHeaderSize);
    if (header.isEmpty()) return true;
    return header.size() == kHeaderSize && header.startsWith("SQLite format 3") && qFromBigEndian<quint32>(header.constData() + kApplicationIdAt) == kApplicationId;
}

bool isOurs(const Database& database, const QString& path) {
    if (database.number("PRAGMA user_version") != kVersion) return false;
    const auto fresh = Database::open(QStringLiteral(":memory:"), true);
    if (!fresh.ok() || !makeTables(**fresh).ok() || declarations(database) != declarations(**fresh)) return false;
    return QFileInfo(path).size() > kLargestReadThrough || project::isSound(database);
}

Result<std::unique_ptr<Database>> opened(const QString& path) {
    const bool isNew = QFileInfo(path).size() == 0;
    auto database = Database::open(path, true);
    if (!database.ok()) return database;
    // Before there is a log: others look for our mark in the file itself.
    if (isNew)
        if (Status made = makeTables(**database); !made.ok()) return made.error();
    // A cache may lose its last rows when the power fails, but no more than these.
    if (Status set = (*database)->execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL"); !set.ok()) return set.error();
    if (!isOurs(**database, path)) return Error{ErrorCode::FileInvalid, path.toStdString() + " is no store of embeddings, or a damaged one."};
    return database;
}

} // namespace

void removeStoreFile(const QString& path) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) QFile::remove(path + QLatin1String(ending));
}

Result<std::unique_ptr<Database>> openStoreFile(const QString& path) {
    const bool there = QFileInfo::exists(path) || QFileInfo(path).isSymLink();
    if (there && beginsAsOurs(path)) {
        auto database = opened(path);
        if (database.ok() || database.error().code == ErrorCode::Locked || database.error().code == ErrorCode::DiskFull) return database;
    }
    if (QFileInfo(path).isDir())
        return Error{ErrorCode::WriteFailed, path.toStdString() + " is a folder, where the search by meaning keeps a file; remove it."};
    removeStoreFile(path);
    auto made = opened(path);
    if (made.ok()) return made;
    return Error{made.error().code, path.toStdString() + ", which the search by meaning needs, could not be made; is its folder writable?"};
}

} // namespace rb::meaning
