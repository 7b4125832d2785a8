#include "core/project/database.h"
#include "core/query/leaks.h"
#include "core/query/splits.h"
#include "tests/core/query/query_project.h"

using namespace rb::project;
using namespace rb::project::test;
using namespace rb::query;
using rb::query::test::QueryProject;

class TestSplits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesAreMetToWithinOne_data();
    void sharesAreMetToWithinOne();
    void theSeedAndThePathsDecide();
    void presentSplitsStayUnlessAsked();
    void whatBelongsTogetherStaysTogether_data();
    void whatBelongsTogetherStaysTogether();
    void assigningIsOneUndo();
    void impossibleSharesAreRefused();
    void leaksAreFound();
    void cleanSplitsHaveNoLeaks();

private:
    static void fill(QueryProject& project, const QStringList& paths);
    static QString splitsOf(QueryProject& project);
};

void TestSplits::fill(QueryProject& project, const QStringList& paths) {
    QVERIFY(project->edit(QStringLiteral("Fill"), [&](Edit& edit) {
                       for (const QString& path : paths) edit.insert(picture(path));
                   }).ok());
}

QString TestSplits::splitsOf(QueryProject& project) {
    QStringList splits;
    for (const Media& media : project->allMedia()) splits.append(media.path + u'=' + media.split);
    return splits.join(u' ');
}

static QStringList numbered(int count) {
    QStringList paths;
    for (int i = 0; i < count; ++i) paths.append(QStringLiteral("f%1/%2.png").arg(i / 10).arg(i, 3, 10, QChar(u'0')));
    return paths;
}

void TestSplits::sharesAreMetToWithinOne_data() {
    QTest::addColumn<double>("train");
    QTest::addColumn<double>("val");
    QTest::addColumn<double>("test");
    QTest::newRow("usual") << 0.8 << 0.1 << 0.1;
    QTest::newRow("parts of ten") << 7.0 << 2.0 << 1.0;
    QTest::newRow("no test") << 0.9 << 0.1 << 0.0;
    QTest::newRow("all") << 0.0 << 1.0 << 0.0;
}

void TestSplits::sharesAreMetToWithinOne() {
    QFETCH(double, train);
    QFETCH(double, val);
    QFETCH(double, test);
    QueryProject project;
    fill(project, numbered(99));
    const auto plan = planSplits(project->database(), {train, val, test});
    QVERIFY(plan.ok());
    const double sum = train + val + test;
    QVERIFY(qAbs(static_cast<double>(plan->train) - 99 * train / sum) <= 1);
    QVERIFY(qAbs(static_cast<double>(plan->val) - 99 * val / sum) <= 1);
    QVERIFY(qAbs(static_cast<double>(plan->test) - 99 * test / sum) <= 1);
    QCOMPARE(plan->train + plan->val + plan->test, 99);
    QCOMPARE(plan->groups, 99);
    if (test == 0.0) QCOMPARE(plan->test, 0);
}

void TestSplits::theSeedAndThePathsDecide() {
    QStringList paths = numbered(50);
    const auto assigned = [&](std::uint64_t seed) {
        QueryProject project;
        fill(project, paths);
        SplitOptions options;
        options.seed = seed;
        const auto plan = planSplits(project->database(), options);
        return plan.ok() && applySplits(*project, *plan).ok() ? splitsOf(project) : QString();
    };
    const QString first = assigned(1);
    QVERIFY(!first.isEmpty());
    std::reverse(paths.begin(), paths.end()); // other ids, in another order
    QCOMPARE(assigned(1), first);
    QVERIFY(assigned(2) != first);
}

void TestSplits::presentSplitsStayUnlessAsked() {
    QueryProject project;
    fill(project, numbered(20));
    std::vector<Media> media = project->allMedia();
    QVERIFY(project->edit(QStringLiteral("Set"), [&](Edit& edit) {
                       for (int i = 0; i < 10; ++i) {
                           media[static_cast<std::size_t>(i)].split = i < 9 ? QStringLiteral("test") : QStringLiteral("mine");
                           edit.update(media[static_cast<std::size_t>(i)]);
                       }
                   }).ok());
    SplitOptions options{0.5, 0.0, 0.5};
    const auto plan = planSplits(project->database(), options);
    QVERIFY(plan.ok());
    QCOMPARE(plan->changes.size(), 10U);
    QCOMPARE(plan->test, 9);
    QCOMPARE(plan->train, 10);
    options.keepPresent = false;
    const auto anew = planSplits(project->database(), options);
    QCOMPARE(anew->test, 10);
    QCOMPARE(anew->train, 10);
}

void TestSplits::whatBelongsTogetherStaysTogether_data() {
    QTest::addColumn<int>("together");
    QTest::addColumn<int>("groups");
    // Four folders of ten; the first medium of each folder has the content of the last of the one before.
    QTest::newRow("nothing") << static_cast<int>(KeepTogether::Nothing) << 40;
    QTest::newRow("content") << static_cast<int>(KeepTogether::SameContent) << 37;
    QTest::newRow("folder") << static_cast<int>(KeepTogether::SameFolder) << 4;
    QTest::newRow("both") << static_cast<int>(KeepTogether::FolderAndContent) << 1;
}

void TestSplits::whatBelongsTogetherStaysTogether() {
    QFETCH(int, together);
    QFETCH(int, groups);
    QueryProject project;
    fill(project, numbered(40));
    std::vector<Media> media = project->allMedia();
    QVERIFY(project->edit(QStringLiteral("Hash"), [&](Edit& edit) {
                       for (std::size_t i = 1; i < media.size(); ++i) {
                           media[i].sha256 = QByteArray::number(static_cast<int>(i % 10 == 0 ? i - 1 : i));
                           edit.update(media[i]);
                       }
                   }).ok());
    SplitOptions options{0.5, 0.25, 0.25};
    options.together = static_cast<KeepTogether>(together);
    const auto plan = planSplits(project->database(), options);
    QCOMPARE(plan->groups, groups);
    QVERIFY(applySplits(*project, *plan).ok());
    QHash<QByteArray, QString> byContent;
    QHash<QString, QString> byFolder;
    for (const Media& one : project->allMedia()) {
        const bool content = options.together == KeepTogether::SameContent || options.together == KeepTogether::FolderAndContent;
        const bool folder = options.together == KeepTogether::SameFolder || options.together == KeepTogether::FolderAndContent;
        if (content && !one.sha256.isEmpty()) QCOMPARE(byContent.value(one.sha256, one.split), one.split);
        if (folder) QCOMPARE(byFolder.value(one.path.left(3), one.split), one.split);
        byContent[one.sha256] = one.split;
        byFolder[one.path.left(3)] = one.split;
    }
}

void TestSplits::assigningIsOneUndo() {
    QueryProject project;
    fill(project, numbered(30));
    const QByteArray before = dumpOf(project->path());
    QVERIFY(applySplits(*project, *planSplits(project->database(), {})).ok());
    QVERIFY(!splitsOf(project).contains(QStringLiteral("= ")));
    QVERIFY(planSplits(project->database(), {})->changes.empty());
    QCOMPARE(project->undoName(), QStringLiteral("Assign splits"));
    QVERIFY(project->undo().ok());
    QCOMPARE(dumpOf(project->path()), before);
}

void TestSplits::impossibleSharesAreRefused() {
    QueryProject project;
    for (const SplitOptions& options :
         {SplitOptions{-0.1, 1, 0}, SplitOptions{0, 0, 0}, SplitOptions{qQNaN(), 1, 1}, SplitOptions{qInf(), 1, 1}})
        QVERIFY(!planSplits(project->database(), options).ok());
}

void TestSplits::leaksAreFound() {
    QueryProject project;
    const auto add = [&](const char* path, const char* split, const char* content, double x, const char* text) {
        Media media = picture(QLatin1String(path));
        media.split = QLatin1String(split);
        media.sha256 = content;
        const Id id = project.add(media);
        project.add(words(id, project.add(box(id, x)), QLatin1String(text)));
        return id;
    };
    const Id a = add("a/1.png", "train", "same", 1, "a dog"), b = add("b/2.png", "test", "same", 1, "a cat");
    const Id c = add("c/3.png", "val", "", 5, "a bird"), d = add("d/4.png", "train", "", 5, "a bird");
    const Id e = add("e/5.png", "val", "x", 9, "one"), f = add("f/5.png", "test", "y", 9, "two");
    add("g/1.png", "train", "z", 7, "a bird");
    add("h/2.png", "", "same", 1, "a dog");
    const auto report = findLeaks(project->database());
    QVERIFY(report.ok());
    QCOMPARE(report->content, 1);
    QCOMPARE(report->captions, 1);
    QCOMPARE(report->names, 1);
    QCOMPARE(report->findings.size(), 3U);
    QVERIFY(report->findings[0].kind == Leak::SameContent);
    QCOMPARE(report->findings[0].media, (std::vector<Id>{a, b}));
    QCOMPARE(report->findings[0].splits, QStringList({QStringLiteral("test"), QStringLiteral("train")}));
    QVERIFY(report->findings[1].kind == Leak::SameCaptionAndBox);
    QCOMPARE(report->findings[1].media, (std::vector<Id>{c, d}));
    QCOMPARE(report->findings[1].what, QStringLiteral("a bird"));
    QVERIFY(report->findings[2].kind == Leak::SameFileName);
    QCOMPARE(report->findings[2].media, (std::vector<Id>{e, f}));
    QCOMPARE(report->findings[2].what, QStringLiteral("5.png"));
    QCOMPARE(report->findings[2].mediaCount, 2);
}

void TestSplits::cleanSplitsHaveNoLeaks() {
    QueryProject project;
    fill(project, numbered(40));
    QVERIFY(applySplits(*project, *planSplits(project->database(), {})).ok());
    const auto report = findLeaks(project->database());
    QVERIFY(report.ok());
    QCOMPARE(report->all(), 0);
}

QTEST_GUILESS_MAIN(TestSplits)
#include "test_splits.moc"
