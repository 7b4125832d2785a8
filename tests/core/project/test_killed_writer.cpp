#include "tests/core/project/sample_records.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <random>

using namespace rb::project;
using namespace rb::project::test;

class TestKilledWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAcknowledgedEditSurvives();
};

/// Runs the writer, kills it at a random moment after some edits, and returns the captions whose edits
/// it had acknowledged.
static QStringList acknowledgedBeforeKill(const QString& path, const QString& prefix, std::mt19937& random) {
    QProcess writer;
    writer.start(QStringLiteral(RB_EDIT_FOREVER), {path, prefix});
    QByteArray output;
    const int enough = std::uniform_int_distribution<int>(1, 30)(random);
    const int nanoseconds = std::uniform_int_distribution<int>(0, 3'000'000)(random);
    while (output.count('\n') < enough && writer.waitForReadyRead(20000)) output += writer.readAllStandardOutput();
    QElapsedTimer moment;
    moment.start();
    while (moment.nsecsElapsed() < nanoseconds) { // a kill between two edits, or amid one
    }
    ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
    writer.waitForFinished();
    output += writer.readAllStandardOutput();
    QStringList lines = QString::fromUtf8(output).split(QLatin1Char('\n'));
    lines.removeLast(); // what follows the last newline was not acknowledged
    return writer.exitStatus() == QProcess::CrashExit ? lines : QStringList();
}

static QString integrity(const QString& path) {
    auto database = Database::open(path, false);
    if (!database.ok()) return QStringLiteral("unreadable");
    Statement check((*database)->handle(), "PRAGMA integrity_check");
    Statement foreignKeys((*database)->handle(), "PRAGMA foreign_key_check");
    if (foreignKeys.next()) return QStringLiteral("a row without its owner");
    return check.next() ? check.text(0) : QStringLiteral("no answer");
}

static QSet<QString> textsOf(const Project& project) {
    QSet<QString> texts;
    for (const Media& media : project.allMedia())
        for (const Caption& caption : project.captionsOf(media.id)) texts.insert(caption.text);
    return texts;
}

void TestKilledWriter::everyAcknowledgedEditSurvives() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rbproject"));
    auto project = mustOpen(Project::create(path));
    QVERIFY(project);
    QVERIFY(project->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("a.png"))); }).ok());
    project.reset();
    std::mt19937 random(20240607);
    QStringList acknowledged;
    for (int round = 0; round < 20; ++round) {
        const QStringList more = acknowledgedBeforeKill(path, QStringLiteral("round %1").arg(round), random);
        QVERIFY(!more.isEmpty());
        acknowledged += more;
        QVERIFY(QFile::exists(path + QStringLiteral(".lock")));
        project = mustOpen(Project::open(path));
        QVERIFY(project);
        QCOMPARE(project->access(), Project::Access::ReadWrite);
        QCOMPARE(integrity(path), QStringLiteral("ok"));
        const QSet<QString> present = textsOf(*project);
        for (const QString& text : acknowledged) QVERIFY2(present.contains(text), qPrintable(text));
        QVERIFY(present.size() <= acknowledged.size() + round + 1); // at most one a kill was unacknowledged
        QCOMPARE(journalLength(path), qint64{1} + present.size());
        project.reset();
    }
    project = mustOpen(Project::open(path));
    QVERIFY(project);
    while (project->canUndo()) QVERIFY(project->undo().ok());
    QVERIFY(project->allMedia().empty());
}

QTEST_GUILESS_MAIN(TestKilledWriter)
#include "test_killed_writer.moc"
