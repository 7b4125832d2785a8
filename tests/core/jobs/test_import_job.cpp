#include "core/exchange/format_table.h"
#include "core/jobs/import_job.h"
#include "tests/core/project/sample_records.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace rb;
using namespace rb::jobs;
using namespace rb::project::test;

/// Imports that go on beside the window.
class ImportJobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itBringsWhatTheFileHolds();
    void theWindowsEventsGoOnMeanwhile();
    void stoppingLeavesTheProjectAsItWas();
    void destroyingItDoes();
    void aBrokenFileIsToldOnce();

private:
    QString many(int regions, const QByteArray& last = {}) const;
    std::unique_ptr<ImportJob> job(const QString& file) const {
        return std::make_unique<ImportJob>(*m_project, **exchange::formatNamed("jsonl"), file.toStdString(), exchange::ImportOptions());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<project::Project> m_project;
};

void ImportJobTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = mustOpen(project::Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
}

QString ImportJobTest::many(int regions, const QByteArray& last) const {
    QFile file(m_folder->filePath(QStringLiteral("many.jsonl")));
    if (!file.open(QIODevice::WriteOnly)) return {};
    for (int i = 0; i < regions; ++i)
        file.write("{\"image\": \"" + QByteArray::number(i / 10) + ".png\", \"width\": 640, \"height\": 480, \"box_xyxy\": [1, 2, 30, 40], \"captions\": [\"a dog\"]}\n");
    file.write(last);
    return file.fileName();
}

void ImportJobTest::itBringsWhatTheFileHolds() {
    const auto running = job(many(3000));
    QSignalSpy finished(running.get(), &ImportJob::finished), changes(m_project.get(), &project::Project::changed);
    running->start();
    QVERIFY(finished.wait(60000));
    QCOMPARE(m_project->counts().regions, 3000);
    QCOMPARE(m_project->counts().media, 300);
    QCOMPARE(changes.size(), 1);
    QVERIFY(m_project->undo().ok());
    QCOMPARE(m_project->counts().media, 0);
}

void ImportJobTest::theWindowsEventsGoOnMeanwhile() {
    // 5,000 pictures, of which at most 500 wait at a time: at least ten pieces, however slow either side is.
    const auto running = job(many(50000));
    QSignalSpy finished(running.get(), &ImportJob::finished), progress(running.get(), &ImportJob::progressed);
    running->start();
    QVERIFY(finished.isEmpty());
    QVERIFY(finished.wait(60000));
    QVERIFY(progress.size() > 5);
}

void ImportJobTest::stoppingLeavesTheProjectAsItWas() {
    const auto running = job(many(50000));
    QSignalSpy failed(running.get(), &ImportJob::failed), finished(running.get(), &ImportJob::finished);
    connect(running.get(), &ImportJob::progressed, running.get(), [&](qint64 regions) {
        if (regions > 12000) running->stop();
    });
    running->start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60000);
    QVERIFY(failed.front().front().value<Error>().code == ErrorCode::Cancelled);
    QCOMPARE(finished.size(), 0);
    QCOMPARE(m_project->counts().media, 0);
    QVERIFY(!m_project->canUndo());
}

void ImportJobTest::destroyingItDoes() {
    {
        const auto running = job(many(50000));
        QSignalSpy progress(running.get(), &ImportJob::progressed);
        running->start();
        QVERIFY(progress.wait(60000));
    }
    QCOMPARE(m_project->counts().media, 0);
}

void ImportJobTest::aBrokenFileIsToldOnce() {
    const auto running = job(many(8000, "{\"image\": \"../../etc/passwd\", \"box_xyxy\": [1, 2, 3, 4]}\n"));
    QSignalSpy failed(running.get(), &ImportJob::failed);
    running->start();
    QVERIFY(failed.wait(60000));
    const QString sentence = QString::fromStdString(failed.front().front().value<Error>().message);
    QVERIFY2(sentence.contains(QStringLiteral("8001")) && sentence.contains(QStringLiteral("passwd")), qPrintable(sentence));
    QCOMPARE(m_project->counts().media, 0);
}

QTEST_GUILESS_MAIN(ImportJobTest)
#include "test_import_job.moc"
