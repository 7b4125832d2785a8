#include "tests/core/project/sample_records.h"

#include "core/project/changeset_format.h"

#include <QTemporaryDir>

#include <functional>

using namespace rb::project;
using namespace rb::project::test;

/// The journal of a project can come from a stranger. SQLite's own reader never returns on a
/// truncated changeset: a hang here is a failure by CTest's time limit.
class TestForeignJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesetsOfEveryKindOfEditAreWhole();
    void truncatedChangesetIsRefused();
    void changedByteIsRefusedOrUndoneWithoutHarm();
    void otherTablesAreRefused();
    void lengthsBeyondTheEndAreRefused();
    void refusedUndoNamesTheReasonAndChangesNothing();
    void hostileRanksDoNotOverflow();

private:
    QByteArray changesetOf(const std::function<void(Edit&)>& change);
    rb::Status undoOf(const QByteArray& changeset);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    Id m_media = 0;
    Id m_region = 0;
};

void TestForeignJournal::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("a.rbproject"));
    const auto project = mustOpen(Project::create(m_path));
    QVERIFY(project);
    QVERIFY(project->edit(QStringLiteral("Fill"), [this](Edit& edit) {
        m_media = edit.insert(picture(QStringLiteral("a.png")));
        m_region = edit.insert(box(m_media, 1));
        edit.insert(words(m_media, m_region, QStringLiteral("a caption")));
    }).ok());
}

QByteArray TestForeignJournal::changesetOf(const std::function<void(Edit&)>& change) {
    const auto project = mustOpen(Project::open(m_path));
    if (!project || !project->edit(QStringLiteral("Change"), change).ok()) return {};
    auto database = Database::open(m_path, false);
    if (!database.ok()) return {};
    Statement last((*database)->handle(), "SELECT changeset FROM journal ORDER BY id DESC LIMIT 1");
    return last.next() ? last.blob(0) : QByteArray();
}

/// Undoes an edit whose journal entry a stranger has replaced.
rb::Status TestForeignJournal::undoOf(const QByteArray& changeset) {
    auto database = Database::open(m_path, true);
    if (!database.ok()) return database.error();
    if (rb::Status cleared = (*database)->execute("DELETE FROM journal"); !cleared.ok()) return cleared;
    {
        Statement entry((*database)->handle(), "INSERT INTO journal(name, time, changeset) VALUES('Change', 0, ?)");
        if (rb::Status stored = entry.bind(changeset).run(); !stored.ok()) return stored;
    }
    database->reset();
    const auto project = mustOpen(Project::open(m_path));
    return project ? project->undo() : rb::Status(rb::Error{rb::ErrorCode::Internal, "not opened"});
}

void TestForeignJournal::changesetsOfEveryKindOfEditAreWhole() {
    const QByteArray inserted = changesetOf([this](Edit& edit) {
        edit.insert(words(m_media, edit.insert(box(m_media, 2)), QStringLiteral("long words ").repeated(50)));
    });
    const QByteArray updated = changesetOf([this](Edit& edit) {
        Region region = box(m_media, 3);
        region.id = m_region;
        edit.update(region);
    });
    const QByteArray removed = changesetOf([this](Edit& edit) { edit.removeRegion(m_region); });
    for (const QByteArray& changeset : {inserted, updated, removed}) {
        QVERIFY(!changeset.isEmpty());
        QVERIFY(checkChangeset(changeset).ok());
    }
}

void TestForeignJournal::truncatedChangesetIsRefused() {
    const QByteArray whole = changesetOf([this](Edit& edit) { edit.insert(words(m_media, m_region, QStringLiteral("more"))); });
    for (qsizetype size = 0; size < whole.size(); ++size) QVERIFY2(!checkChangeset(whole.left(size)).ok(), qPrintable(QString::number(size)));
    for (const qsizetype size : {qsizetype{1}, qsizetype{5}, whole.size() - 1}) QVERIFY(!undoOf(whole.left(size)).ok());
}

void TestForeignJournal::changedByteIsRefusedOrUndoneWithoutHarm() {
    const QByteArray whole = changesetOf([this](Edit& edit) { edit.removeRegion(m_region); });
    int refused = 0;
    for (qsizetype at = 0; at < whole.size(); at += 3) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        refused += undoOf(changed).ok() ? 0 : 1;
        const auto project = mustOpen(Project::open(m_path));
        QVERIFY(project);
        QCOMPARE(project->allMedia().size(), std::size_t{1});
    }
    QVERIFY(refused > 10);
}

void TestForeignJournal::otherTablesAreRefused() {
    // One inserted row of a table with two columns, one of them the key.
    const auto rowOf = [](const QByteArray& table, char flag) {
        return QByteArrayLiteral("T\x02") + flag + QByteArray(1, '\0') + table + QByteArray(1, '\0') +
               QByteArray("\x12\0\x03\x01k\x03\x01v", 8);
    };
    QVERIFY(!checkChangeset(rowOf("setting", 1)).ok());
    QVERIFY(!checkChangeset(rowOf("journal", 1)).ok());
    QVERIFY(!checkChangeset(rowOf("sqlite_master", 0)).ok());
    QVERIFY(!checkChangeset(rowOf("media", 1)).ok());
}

void TestForeignJournal::lengthsBeyondTheEndAreRefused() {
    const QByteArray whole = changesetOf([this](Edit& edit) { edit.insert(words(m_media, m_region, QStringLiteral("marker"))); });
    const qsizetype text = whole.indexOf("marker");
    QVERIFY(text > 0);
    for (const QByteArray& length : {QByteArray("\x7f"), QByteArray("\xff\xff\xff\xff\x7f"), QByteArray(9, '\xff')}) {
        QByteArray changed = whole;
        changed.replace(text - 1, 1, length);
        QVERIFY(!checkChangeset(changed).ok());
    }
}

void TestForeignJournal::refusedUndoNamesTheReasonAndChangesNothing() {
    const QByteArray before = dumpOf(m_path);
    const rb::Status status = undoOf("T");
    QVERIFY(!status.ok());
    QVERIFY(status.error().code == rb::ErrorCode::FileInvalid);
    QVERIFY(QString::fromStdString(status.error().message).contains(QStringLiteral("neither undone nor redone")));
    QCOMPARE(dumpOf(m_path), before);
}

void TestForeignJournal::hostileRanksDoNotOverflow() {
    {
        auto database = Database::open(m_path, true);
        QVERIFY(database.ok());
        QVERIFY((*database)->execute("UPDATE caption SET rank=9223372036854775807, state='accepted'").ok());
    }
    const auto project = mustOpen(Project::open(m_path));
    const std::vector<Caption> captions = project->captionsOf(m_media);
    QCOMPARE(captions.size(), std::size_t{1});
    QCOMPARE(captions.front().rank, 1'000'000);
}

QTEST_GUILESS_MAIN(TestForeignJournal)
#include "test_foreign_journal.moc"
