#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace rb::project {

/// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
public:
    Statement(sqlite3* db, const char* sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(qint64 value);
    Statement& bind(double value);
    Statement& bind(const QString& value);
    Statement& bind(const QByteArray& value);
    Statement& bindNull();

    /// As new: parameters count from 1 again.
    void restart();

    /// True while there is a row. A failure ends the rows; status() tells.
    bool next();
    /// Runs to the end; for statements without rows.
    Status run();
    Status status() const;

    qint64 integer(int column) const;
    double real(int column) const;
    bool isNull(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;

private:
    sqlite3* m_db;
    sqlite3_stmt* m_statement = nullptr;
    int m_next = 1;
    int m_code = 0;
};

/// Statements that are prepared once and used many times.
class Statements {
public:
    explicit Statements(sqlite3* db) : m_db(db) {}
    /// `sql` is a literal: it is known by its address.
    Statement& get(const char* sql);

private:
    sqlite3* m_db;
    std::map<const char*, Statement> m_prepared;
};

/// One connection to a SQLite file with this program's settings.
class Database {
public:
    /// Opens an existing file, or makes one. Nothing is written yet.
    static Result<std::unique_ptr<Database>> open(const QString& path, bool create);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    sqlite3* handle() const { return m_db; }
    Status execute(const char* sql);
    /// First column of the first row as a number; nothing on failure.
    std::optional<qint64> number(const char* sql) const;

    /// Runs `work` in one transaction: committed when it succeeds, rolled back when it does not.
    Status transaction(const std::function<Status()>& work);
    /// As transaction(), with foreign keys and triggers off, for applying changesets: cascades
    /// would run a second time. Afterwards every foreign key is checked.
    Status transactionWithoutForeignKeys(const std::function<Status()>& work);

private:
    explicit Database(sqlite3* db) : m_db(db) {}
    sqlite3* m_db;
};

/// What SQLite said last, as one sentence about the project file.
Error databaseError(sqlite3* db);

} // namespace rb::project
