#include "core/project/database.h"
#include "core/query/lint.h"
#include "tests/core/query/query_project.h"

using namespace rb::project;
using namespace rb::project::test;
using namespace rb::query;
using rb::query::test::QueryProject;

class TestLint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findingsAreAsTheTextShows_data();
    void findingsAreAsTheTextShows();
    void labelsContradict_data();
    void labelsContradict();
    void projectIsWalkedAndQueriesAgree();
    void theWalkStopsWhenAsked();
};

void TestLint::findingsAreAsTheTextShows_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("findings");
    const auto row = [](const char* text, const char* found) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(found);
    };
    row("a dog on the beach", "");
    row("", "empty:");
    row(" .. ", "empty:");
    row("a very very very old car", "repetition:very");
    row("a very very old car", "");
    row("a dog and a dog and a dog and a cat", "repetition:a dog and");
    row("a red car, a red bus and a red van", "");
    row("in the street a dog, in the street a cat, there in the street", "repetition:in the street");
    row("one two\tthree\nfour", "");
    row("a\x07 dog", "characters:U+0007 at character 2");
    row("a dog\xef\xbf\xbd", "characters:U+FFFD at character 6");
    row("a\xe2\x80\x8b dog", "characters:U+200B at character 2");
    row("a  dog", "characters:doubled space at character 3");
    row("a d\xd0\xbeg", "characters:letters of two alphabets in one word at character 4");
    row("\xd1\x81\xd0\xbe\xd0\xb1\xd0\xb0\xd0\xba\xd0\xb0 dog", "");
    row("a \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac at work", "");
    row("赤い車のある通り", "");
    row("a sign \"stop", "quotes:\" at character 8");
    row("a sign \"stop\" here", "");
    row("a 12\" screen", "");
    row("„Halt“ steht da", "");
    row("a “stop sign", "quotes:“ at character 3");
    row("the dog's “toy”", "");
    row("a dog on the", "unfinished:the");
    row("a dog with a.", "unfinished:a");
    row("a dog,", "unfinished:,");
    row("a light that is on", "");
}

void TestLint::findingsAreAsTheTextShows() {
    QFETCH(QString, text);
    QFETCH(QString, findings);
    QStringList found;
    for (const TextFinding& finding : findingsIn(text)) found.append(nameOf(finding.kind) + u':' + finding.detail);
    QCOMPARE(found.join(u'|'), findings);
    QStringList many;
    for (int i = 0; i < 33; ++i) many.append(QStringLiteral("w%1").arg(i));
    QCOMPARE(findingsIn(many.join(u' ')).front().detail, QStringLiteral("33 words"));
    QVERIFY(findingsIn(many.mid(1).join(u' ')).empty());
    QVERIFY(!findingsIn(many.mid(1).join(u' '), 31).empty());
}

void TestLint::labelsContradict_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("other");
    const auto row = [](const char* text, const char* label, const char* other) {
        QTest::addRow("%s: %s", label, text) << QString::fromUtf8(text) << QString::fromUtf8(label) << QString::fromUtf8(other);
    };
    row("a brown dog", "cat", "dog");
    row("a dog beside a cat", "cat", "");
    row("two Dogs", "dog", "");
    row("two boxes", "cat", "box");
    row("the traffic light is red", "dog", "traffic_light");
    row("light traffic", "dog", "");
    row("a light", "traffic_light", "");
    row("a thing", "dog", "");
    row("a brown dog", "", "");
    row("", "dog", "");
}

void TestLint::labelsContradict() {
    QFETCH(QString, text);
    QFETCH(QString, label);
    QFETCH(QString, other);
    LabelWords labels;
    for (const char* known : {"dog", "cat", "box", "traffic_light", "", "…"}) labels.add(QString::fromUtf8(known));
    QCOMPARE(labels.contradiction(text, label).value_or(QString()), other);
}

void TestLint::projectIsWalkedAndQueriesAgree() {
    QueryProject project;
    project.region(QStringLiteral("a.png"), QStringLiteral("dog"), QStringLiteral("a cat with a"));
    project.region(QStringLiteral("b.png"), QStringLiteral("cat"), QStringLiteral("a good cat"));
    const Id media = project->allMedia().front().id;
    project.add(words(media, 0, QStringLiteral("  ")));
    project.add(
        words(media, project.add(box(media, 1, QStringLiteral("bad"))), QStringLiteral("no no no"), CaptionState::Rejected));
    QStringList found;
    QVERIFY(lint(project->database(), {}, [&](const LintFinding& finding) {
                found.append(nameOf(finding.kind) + u':' + finding.detail);
                return project->caption(finding.caption)->media == finding.media &&
                       project->caption(finding.caption)->region == finding.region;
            }).ok());
    QCOMPARE(found.join(u'|'), QStringLiteral("unfinished:a|label:cat|empty:|characters:doubled space at character 2"));
    QCOMPARE(project.found(QStringLiteral("lint:label")), QStringList({QStringLiteral("dog")}));
    QCOMPARE(project.found(QStringLiteral("lint:unfinished")), QStringList({QStringLiteral("dog")}));
    QCOMPARE(project.found(QStringLiteral("lint:empty")), QStringList({QStringLiteral("a.png")}));
    QCOMPARE(project.found(QStringLiteral("lint:repetition")), QStringList({QStringLiteral("bad")}));
    QCOMPARE(project.found(QStringLiteral("has:caption -lint:empty -lint:label state:draft")),
             QStringList({QStringLiteral("cat")}));
}

void TestLint::theWalkStopsWhenAsked() {
    QueryProject project;
    for (int i = 0; i < 3; ++i) project.region(QStringLiteral("a.png"), QString(), QStringLiteral("the"));
    int calls = 0;
    QVERIFY(lint(project->database(), {}, [&](const LintFinding&) { return ++calls < 2; }).ok());
    QCOMPARE(calls, 2);
}

QTEST_GUILESS_MAIN(TestLint)
#include "test_lint.moc"
