#include "core/project/database.h"
#include "core/query/completion.h"
#include "tests/core/query/query_project.h"

using namespace rb::project::test;
using namespace rb::query;
using rb::query::test::QueryProject;

class TestCompletion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void completionsAreAsTheyFit_data();
    void completionsAreAsTheyFit();
    void whatIsReplacedIsTheWordAtTheCursor();
    void everyCompletionIsReadBack();
    void helpNamesEveryKey();

private:
    QueryProject m_project;
    KnownValues m_known;
};

void TestCompletion::initTestCase() {
    for (const char* label : {"dog", "cat", "dog", "traffic light", "hotdog", "dog", "cat"})
        m_project.region(QStringLiteral("a.png"), QLatin1String(label), QStringLiteral("x"));
    rb::project::Caption caption = words(m_project->allMedia().front().id, 0, QStringLiteral("y"));
    caption.model = QStringLiteral("mini");
    m_project.add(caption);
    auto known = KnownValues::read(m_project->database());
    QVERIFY(known.ok());
    m_known = *known;
}

void TestCompletion::completionsAreAsTheyFit_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("replacements");
    const auto row = [](const char* text, const char* found) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(found);
    };
    row("la", "label:");
    row("s", "state:|source:|score:|split:|shape:");
    row("red (-ST", "state:");
    row("label:", "label:dog |label:cat |label:hotdog |label:\"traffic light\" ");
    row("label:do", "label:dog |label:hotdog ");
    row("red label:\"traffic l", "label:\"traffic light\" ");
    row("model:", "model:mini ");
    row("state:", "state:draft |state:accepted |state:rejected ");
    row("state:a", "state:accepted ");
    row("split:", "");
    row("unknown:", "");
    row("zzz", "");
}

void TestCompletion::completionsAreAsTheyFit() {
    QFETCH(QString, text);
    QFETCH(QString, replacements);
    QStringList found;
    for (const Completion& completion : complete(m_known, text, text.size())) {
        found.append(completion.replacement);
        QVERIFY(!completion.meaning.isEmpty());
    }
    QCOMPARE(found.join(u'|'), replacements);
}

void TestCompletion::whatIsReplacedIsTheWordAtTheCursor() {
    const QString text = QStringLiteral("red -lab blue");
    const auto found = complete(m_known, text, 8);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].from, 5);
    QCOMPARE(found[0].to, 8);
    QVERIFY(complete(m_known, text, 1000).empty());
    QCOMPARE(complete(m_known, text, -5).size(), allKeys().size());
}

void TestCompletion::everyCompletionIsReadBack() {
    for (const Key& key : allKeys())
        for (const Completion& completion : complete(m_known, QLatin1String(key.name) + QLatin1Char(':'), 100))
            QVERIFY2(parse(completion.replacement).ok(), qPrintable(completion.replacement));
}

void TestCompletion::helpNamesEveryKey() {
    const std::vector<HelpLine> table = helpTable();
    QCOMPARE(table.size(), allKeys().size() + 5);
    for (const HelpLine& line : table) {
        QVERIFY(!line.help.isEmpty());
        QVERIFY2(parse(line.example).ok(), qPrintable(line.example));
    }
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "test_completion.moc"
