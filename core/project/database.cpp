#include "core/project/database.h"

#include <QFileInfo>

#include <sqlite3.h>

namespace rb::project {
namespace {

ErrorCode codeOf(int code) {
    switch (code & 0xff) {
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY: return ErrorCode::Locked;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return ErrorCode::FileInvalid;
    case SQLITE_CANTOPEN: return ErrorCode::FileUnreadable;
    case SQLITE_IOERR: return ErrorCode::WriteFailed;
    default: return ErrorCode::Internal;
    }
}

} // namespace

Error databaseError(sqlite3* db) {
    const char* file = sqlite3_db_filename(db, "main");
    return {codeOf(sqlite3_extended_errcode(db)), std::string("The project file ") + (file ? file : "") +
                                                      " could not be used: " + sqlite3_errmsg(db) + "."};
}

Statement::Statement(sqlite3* db, const char* sql) : m_db(db) {
    m_code = sqlite3_prepare_v2(db, sql, -1, &m_statement, nullptr);
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

Statement& Statement::bind(qint64 value) {
    sqlite3_bind_int64(m_statement, m_next++, value);
    return *this;
}

Statement& Statement::bind(double value) {
    sqlite3_bind_double(m_statement, m_next++, value);
    return *this;
}

Statement& Statement::bind(const QString& value) {
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement, m_next++, utf8.isNull() ? "" : utf8.constData(), static_cast<int>(utf8.size()),
                      SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind(const QByteArray& value) {
    sqlite3_bind_blob(m_statement, m_next++, value.isNull() ? "" : value.constData(), static_cast<int>(value.size()),
                      SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindNull() {
    sqlite3_bind_null(m_statement, m_next++);
    return *this;
}

Statement& Statements::get(const char* sql) {
    const auto [found, isNew] = m_prepared.try_emplace(sql, m_db, sql);
    if (!isNew) found->second.restart();
    return found->second;
}

void Statement::restart() {
    sqlite3_reset(m_statement);
    if (m_code == SQLITE_ROW || m_code == SQLITE_DONE) m_code = SQLITE_OK;
    m_next = 1;
}

bool Statement::next() {
    if (m_code != SQLITE_OK && m_code != SQLITE_ROW) return false;
    m_code = sqlite3_step(m_statement);
    return m_code == SQLITE_ROW;
}

Status Statement::run() {
    while (next()) {
    }
    return status();
}

Status Statement::status() const {
    if (m_code == SQLITE_OK || m_code == SQLITE_ROW || m_code == SQLITE_DONE) return {};
    return databaseError(m_db);
}

qint64 Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }
double Statement::real(int column) const { return sqlite3_column_double(m_statement, column); }
bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

QString Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, bool create) {
    const bool hasLog = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    sqlite3* db = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &db, flags, nullptr);
    std::unique_ptr<Database> database(new Database(db));
    if (code != SQLITE_OK)
        return Error{codeOf(code), path.toStdString() + " could not be opened: " + sqlite3_errstr(code) + "."};
    sqlite3_busy_timeout(db, 5000);
    // A file may come from a stranger: no code in its schema runs, no page is trusted.
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 1); // VACUUM INTO attaches its target
    // Should the file be refused, closing it must not move its log into it.
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, hasLog ? 1 : 0, nullptr);
    Status status = database->execute("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA foreign_keys=ON");
    if (!status.ok()) return status.error();
    return database;
}

Database::~Database() { sqlite3_close_v2(m_db); }

Status Database::execute(const char* sql) {
    if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return databaseError(m_db);
    return {};
}

std::optional<qint64> Database::number(const char* sql) const {
    Statement statement(m_db, sql);
    if (!statement.next()) return std::nullopt;
    return statement.integer(0);
}

Status Database::transaction(const std::function<Status()>& work) {
    if (Status begun = execute("BEGIN IMMEDIATE"); !begun.ok()) return begun;
    Status status = work();
    if (status.ok()) status = execute("COMMIT");
    // A full disk may have rolled back already; then this says so and changes nothing.
    if (!status.ok()) sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
    return status;
}

Status Database::transactionWithoutForeignKeys(const std::function<Status()>& work) {
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, nullptr);
    const Status status = transaction([&]() -> Status {
        if (Status done = work(); !done.ok()) return done;
        Statement check(m_db, "PRAGMA foreign_key_check");
        if (check.next()) return Error{ErrorCode::Internal, "The change would leave a row of " +
                                                                check.text(0).toStdString() + " without its owner."};
        return check.status();
    });
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    return status;
}

} // namespace rb::project
