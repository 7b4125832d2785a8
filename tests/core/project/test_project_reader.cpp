#include "core/project/project.h"
#include "core/project/project_reader.h"

#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace rb;
using namespace rb::project;

class TestProjectReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answerIsWhatWasCommitted();
    void readingHappensOnAnotherThread();
    void newQuestionTakesThePlaceOfTheLast();
    void newQuestionEndsALongReading();
    void askersDoNotDisturbEachOther();
    void whoIsGoneIsNotAnswered();
    void answersOfTheFileBeforeNeverCome();
    void withoutAFileThereIsAnError();
    void editsGoOnWhileSomethingIsRead();

private:
    void addPicture(const QString& path);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

static Result<qint64> countPictures(const Database& database) { return database.number("SELECT count(*) FROM media").value_or(-1); }

/// Counts to a number that takes hours.
static Result<qint64> countForEver(const Database& database) {
    Statement endless(database.handle(), "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n");
    if (endless.next()) return endless.integer(0);
    return endless.status().error();
}

void TestProjectReader::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = test::mustOpen(Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
}

void TestProjectReader::addPicture(const QString& path) {
    QVERIFY(m_project->edit(QStringLiteral("Add"), [&](Edit& edit) { edit.insert(test::picture(path)); }).ok());
}

void TestProjectReader::answerIsWhatWasCommitted() {
    ProjectReader reader;
    reader.setFile(m_project->path());
    for (qint64 pictures = 1; pictures < 4; ++pictures) {
        addPicture(QStringLiteral("%1.png").arg(pictures));
        qint64 answer = -1;
        reader.ask(this, countPictures, [&](const Result<qint64>& found) { answer = *found; });
        QCOMPARE(answer, -1);
        QTRY_COMPARE(answer, pictures);
    }
}

void TestProjectReader::readingHappensOnAnotherThread() {
    ProjectReader reader;
    reader.setFile(m_project->path());
    std::thread::id read, taken;
    const auto note = [&](const Database&) -> Result<int> {
        read = std::this_thread::get_id();
        return 0;
    };
    reader.ask(this, note, [&](const Result<int>&) { taken = std::this_thread::get_id(); });
    QTRY_VERIFY(taken == std::this_thread::get_id());
    QVERIFY(read != taken);
}

void TestProjectReader::newQuestionTakesThePlaceOfTheLast() {
    ProjectReader reader;
    reader.setFile(m_project->path());
    QStringList answers;
    for (const QString& name : {QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")})
        reader.ask(this, countPictures, [&answers, name](const Result<qint64>&) { answers << name; });
    QTRY_VERIFY(!reader.isBusy());
    QCOMPARE(answers, QStringList{QStringLiteral("third")});
}

void TestProjectReader::newQuestionEndsALongReading() {
    ProjectReader reader;
    reader.setFile(m_project->path());
    bool ended = false;
    qint64 answer = -1;
    reader.ask(this, countForEver, [&](const Result<qint64>&) { ended = true; });
    QTest::qWait(20);
    reader.ask(this, countPictures, [&](const Result<qint64>& found) { answer = *found; });
    QTRY_COMPARE(answer, 0);
    QVERIFY(!ended);
}

void TestProjectReader::askersDoNotDisturbEachOther() {
    ProjectReader reader;
    reader.setFile(m_project->path());
    QObject one, two;
    int answers = 0;
    for (const QObject* asker : {&one, &two}) reader.ask(asker, countPictures, [&](const Result<qint64>&) { ++answers; });
    QTRY_COMPARE(answers, 2);
}

void TestProjectReader::whoIsGoneIsNotAnswered() {
    ProjectReader reader;
    reader.setFile(m_project->path());
    int answers = 0;
    {
        QObject asker;
        reader.ask(&asker, countForEver, [&](const Result<qint64>&) { ++answers; });
        QTest::qWait(20);
    }
    QVERIFY(!reader.isBusy());
    reader.ask(this, countPictures, [&](const Result<qint64>&) { answers += 10; });
    QTRY_COMPARE(answers, 10);
}

void TestProjectReader::answersOfTheFileBeforeNeverCome() {
    addPicture(QStringLiteral("a.png"));
    const auto other = test::mustOpen(Project::create(m_folder->filePath(QStringLiteral("b.rbproject"))));
    ProjectReader reader;
    reader.setFile(m_project->path());
    QList<qint64> answers;
    const auto take = [&](const Result<qint64>& found) { answers << *found; };
    reader.ask(this, countForEver, take);
    reader.setFile(other->path());
    reader.ask(this, countPictures, take);
    QTRY_COMPARE(answers, QList<qint64>{0});
}

void TestProjectReader::withoutAFileThereIsAnError() {
    ProjectReader reader;
    QString sentence;
    reader.ask(this, countPictures, [&](const Result<qint64>& found) { sentence = QString::fromStdString(found.error().message); });
    QTRY_COMPARE(sentence, QStringLiteral("No project is open."));
}

void TestProjectReader::editsGoOnWhileSomethingIsRead() {
    ProjectReader reader;
    reader.setFile(m_project->path());
    std::atomic<bool> reading = false, go = false;
    qint64 before = -1, after = -1;
    const auto slowly = [&](const Database& database) -> Result<std::pair<qint64, qint64>> {
        const qint64 first = *countPictures(database);
        reading = true;
        while (!go) std::this_thread::yield();
        return std::pair(first, *countPictures(database));
    };
    reader.ask(this, slowly, [&](const Result<std::pair<qint64, qint64>>& found) { std::tie(before, after) = *found; });
    QTRY_VERIFY(reading.load());
    addPicture(QStringLiteral("a.png"));
    go = true;
    QTRY_COMPARE(before, 0);
    QCOMPARE(after, 0); // one question sees one state
    QCOMPARE(m_project->counts().media, 1);
}

QTEST_GUILESS_MAIN(TestProjectReader)
#include "test_project_reader.moc"
