#include "core/project/database.h"
#include "core/query/find_replace.h"
#include "tests/core/query/query_project.h"

using namespace rb::project;
using namespace rb::project::test;
using namespace rb::query;
using rb::query::test::QueryProject;

class TestFindReplace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsBecomeAsWritten_data();
    void textsBecomeAsWritten();
    void badSearchesAreRefused();
    void endlessExpressionsAreStopped();
    void planTouchesOnlyWhatTheQueryFinds();
    void appliedCaptionsAreAPersonsAndOneUndo();
    void captionsChangedSinceAreLeftAlone();
    void manyCaptionsAreStillOneEdit();
};

static FindOptions optionsOf(const QString& letters) {
    return {letters.contains(u'r'), letters.contains(u'c'), letters.contains(u'w')};
}

void TestFindReplace::textsBecomeAsWritten_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("find");
    QTest::addColumn<QString>("replace");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* text, const char* find, const char* replace, const char* options, const char* after) {
        QTest::addRow("%s/%s/%s", text, find, options)
            << QString::fromUtf8(text) << QString::fromUtf8(find) << QString::fromUtf8(replace) << QString::fromUtf8(options)
            << QString::fromUtf8(after);
    };
    row("A grey Grey", "grey", "gray", "", "A gray gray");
    row("A grey Grey", "grey", "gray", "c", "A gray Grey");
    row("cat concat cat's", "cat", "dog", "w", "dog concat dog's");
    row("Öl Kohl", "öl", "Fett", "w", "Fett Kohl");
    row("1.5 and 125", "1.5", "2", "", "2 and 125");
    row("a b", "a", "\\1\\n$1", "", "\\1\\n$1 b");
    row("red car, blue car", "(\\w+) car", "car \\1", "r", "car red, car blue");
    row("a  b   c", " +", " ", "r", "a b c");
    row("ab", "x*", "-", "r", "-a-b-");
    row("🦁🦁", "x*", "-", "r", "-🦁-🦁-");
    row("end.", "\\.$", "\\n\\\\\\t", "r", "end\n\\\t");
    row("aaa", "aa", "b", "", "ba");
    row("the dog", "the ", "", "", "dog");
    row("x", "y|x", "\\0\\0\\7", "rw", "xx");
}

void TestFindReplace::textsBecomeAsWritten() {
    QFETCH(QString, text);
    QFETCH(QString, find);
    QFETCH(QString, replace);
    QFETCH(QString, options);
    QFETCH(QString, after);
    QueryProject project;
    project.region(QStringLiteral("a.png"), QString(), text);
    const auto plan = planReplace(project->database(), Query(), find, replace, optionsOf(options));
    QVERIFY2(plan.ok(), plan.ok() ? "" : plan.error().message.c_str());
    QCOMPARE(plan->changes.size(), 1U);
    QCOMPARE(plan->changes[0].before, text);
    QCOMPARE(plan->changes[0].after, after);
}

void TestFindReplace::badSearchesAreRefused() {
    QueryProject project;
    QVERIFY(!planReplace(project->database(), Query(), QString(), QStringLiteral("x")).ok());
    const auto bad = planReplace(project->database(), Query(), QStringLiteral("ab(c"), QString(), optionsOf(QStringLiteral("r")));
    QVERIFY(!bad.ok());
    QVERIFY2(bad.error().message.find("character 5") != std::string::npos, bad.error().message.c_str());
    const auto words = planReplace(project->database(), Query(), QStringLiteral("a[b"), QString(), optionsOf(QStringLiteral("rw")));
    QVERIFY(!words.ok());
    QVERIFY(planReplace(project->database(), Query(), QStringLiteral("ab(c"), QString()).ok());
}

void TestFindReplace::endlessExpressionsAreStopped() {
    QueryProject project;
    project.region(QStringLiteral("a.png"), QString(), QString(60, u'a') + u'b');
    const auto plan = planReplace(project->database(), Query(), QStringLiteral("(a|aa)+$"), QString(), optionsOf(QStringLiteral("r")));
    QVERIFY(!plan.ok());
    QVERIFY(plan.error().code == rb::ErrorCode::TooLarge);
}

void TestFindReplace::planTouchesOnlyWhatTheQueryFinds() {
    QueryProject project;
    const Id dog = project.region(QStringLiteral("a.png"), QStringLiteral("dog"), QStringLiteral("a red dog"));
    project.region(QStringLiteral("b.png"), QStringLiteral("cat"), QStringLiteral("a red cat"));
    Caption machine = words(project->region(dog)->media, 0, QStringLiteral("red picture"));
    machine.source = CaptionSource::Model;
    project.add(machine);
    project.add(words(project->region(dog)->media, dog, QStringLiteral("red alternative"), CaptionState::Draft, 1));
    const auto all = planReplace(project->database(), Query(), QStringLiteral("red"), QStringLiteral("blue"));
    QVERIFY(all.ok());
    QCOMPARE(all->changes.size(), 3U);
    QCOMPARE(all->human, 2);
    QCOMPARE(all->machine, 1);
    const auto dogs = planReplace(project->database(), *parse(QStringLiteral("label:dog")), QStringLiteral("red"), QStringLiteral("blue"));
    QCOMPARE(dogs->changes.size(), 1U);
    QCOMPARE(dogs->changes[0].after, QStringLiteral("a blue dog"));
    QVERIFY(planReplace(project->database(), Query(), QStringLiteral("red"), QStringLiteral("red"))->changes.empty());
}

void TestFindReplace::appliedCaptionsAreAPersonsAndOneUndo() {
    QueryProject project;
    const Id media = project.add(picture(QStringLiteral("a.png")));
    Caption machine = words(media, 0, QStringLiteral("a grey cat"), CaptionState::Accepted);
    machine.source = CaptionSource::Model;
    machine.model = QStringLiteral("mini");
    machine.tokenScores = {-1.0F};
    const Id machineId = project.add(machine);
    Caption human = words(media, project.add(box(media, 3)), QStringLiteral("grey, by hand"));
    human.editedFrom = QStringLiteral("first");
    const Id humanId = project.add(human);
    const QByteArray before = dumpOf(project->path());

    const auto plan = planReplace(project->database(), Query(), QStringLiteral("grey"), QStringLiteral("gray"));
    const auto outcome = applyReplace(*project, *plan);
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->replaced, 2);
    QVERIFY(outcome->skipped.empty());
    const Caption changed = *project->caption(machineId);
    QCOMPARE(changed.text, QStringLiteral("a gray cat"));
    QVERIFY(changed.source == CaptionSource::Human);
    QVERIFY(changed.state == CaptionState::Accepted);
    QCOMPARE(changed.editedFrom, QStringLiteral("a grey cat"));
    QCOMPARE(changed.model, QStringLiteral("mini"));
    QVERIFY(changed.tokenScores.empty());
    QCOMPARE(project->caption(humanId)->editedFrom, QStringLiteral("first"));
    QCOMPARE(project->caption(humanId)->text, QStringLiteral("gray, by hand"));
    QCOMPARE(project->undoName(), QStringLiteral("Replace in captions"));
    QCOMPARE(project.found(QStringLiteral("gray")).size(), 2);
    QVERIFY(project->undo().ok());
    QCOMPARE(dumpOf(project->path()), before);
}

void TestFindReplace::captionsChangedSinceAreLeftAlone() {
    QueryProject project;
    const Id media = project.add(picture(QStringLiteral("a.png")));
    const Id kept = project.add(words(media, 0, QStringLiteral("red one")));
    const Id gone = project.add(words(media, project.add(box(media, 1)), QStringLiteral("red two")));
    const Id good = project.add(words(media, project.add(box(media, 2)), QStringLiteral("red three")));
    const auto plan = planReplace(project->database(), Query(), QStringLiteral("red"), QStringLiteral("blue"));
    QVERIFY(project->edit(QStringLiteral("Meanwhile"), [&](Edit& edit) {
                       Caption caption = *project->caption(kept);
                       caption.text = QStringLiteral("red one, by hand");
                       edit.update(caption);
                       edit.removeCaption(gone);
                   }).ok());
    const auto outcome = applyReplace(*project, *plan);
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->replaced, 1);
    QCOMPARE(outcome->skipped, (std::vector<Id>{kept, gone}));
    QCOMPARE(project->caption(kept)->text, QStringLiteral("red one, by hand"));
    QCOMPARE(project->caption(good)->text, QStringLiteral("blue three"));
}

void TestFindReplace::manyCaptionsAreStillOneEdit() {
    QueryProject project;
    const Id media = project.add(picture(QStringLiteral("a.png")));
    QVERIFY(project
                ->edit(QStringLiteral("Fill"),
                       [&](Edit& edit) {
                           for (int i = 0; i < 12'000; ++i)
                               edit.insert(words(media, edit.insert(box(media, i)), QStringLiteral("red %1").arg(i)));
                       })
                .ok());
    const auto outcome = applyReplace(*project, *planReplace(project->database(), Query(), QStringLiteral("red"), QStringLiteral("blue")));
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->replaced, 12'000);
    QVERIFY(project->undo().ok());
    QCOMPARE(*count(project->database(), *parse(QStringLiteral("red"))), 12'000);
    QCOMPARE(project->undoName(), QStringLiteral("Fill"));
}

QTEST_GUILESS_MAIN(TestFindReplace)
#include "test_find_replace.moc"
