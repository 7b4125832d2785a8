#include "core/project/database.h"
#include "core/query/data_card.h"
#include "core/query/markdown.h"
#include "tests/core/query/query_project.h"

using namespace rb::project;
using namespace rb::project::test;
using namespace rb::query;
using rb::query::test::QueryProject;

class TestDataCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cardSaysWhatIsInTheProject();
    void cardOfNothingIsStillACard();
    void namesCannotBreakTables();
    void longHistogramsAreJoined();
};

static QString cardOf(QueryProject& project, const DataCardText& text) {
    const auto statistics = statisticsOf(project->database());
    const auto leaks = findLeaks(project->database());
    return statistics.ok() && leaks.ok() ? dataCard(*statistics, *leaks, text) : QString();
}

void TestDataCard::cardSaysWhatIsInTheProject() {
    QueryProject project;
    Media media = picture(QStringLiteral("a/1.png"));
    media.split = QStringLiteral("train");
    const Id first = project.add(media);
    media.split = QStringLiteral("test");
    media.path = QStringLiteral("b/1.png");
    project.add(media);
    const auto add = [&](const char* text, const char* from, CaptionSource source) {
        Caption caption =
            words(first, project.add(box(first, 1, QStringLiteral("dog"))), QLatin1String(text), CaptionState::Accepted);
        caption.source = source;
        caption.editedFrom = QLatin1String(from);
        caption.model = QStringLiteral("mini-2");
        project.add(caption);
    };
    add("a brown dog", "", CaptionSource::Model);
    add("a brown dog runs", "a dog runs", CaptionSource::Human);
    const QString card = cardOf(project, {QStringLiteral("Dogs"),
                                          QDate(2026, 11, 27),
                                          QStringLiteral("CC BY 4.0"),
                                          {QStringLiteral("COCO: drops drafts")},
                                          QStringLiteral("Taken by **us**.")});
    for (const char* line : {"# Dogs\n", "Data card of 2026-11-27. Licence: CC BY 4.0.\n", "| pictures | 2 |\n",
                             "| regions | 2 |\n", "| train | 1 | 50.0 % |\n", "and 1 file names.", "have 3.5 words on average",
                             "use 4 different words", "| dog | 2 | 100.0 % |\n", "| mini-2 | 2 | 100.0 % |\n",
                             "| human | 1 | 50.0 % |\n", "Of 2 accepted captions that a model began, 1 (50.0 %)",
                             "edited 1 captions of models; on average 1.0 words", "- COCO: drops drafts\n", "Taken by **us**."})
        QVERIFY2(card.contains(QString::fromUtf8(line)), qPrintable(QString::fromUtf8(line) + u'\n' + card));
    QVERIFY(!card.contains(QStringLiteral("\n\n\n")) && card.endsWith(u'\n'));
}

void TestDataCard::cardOfNothingIsStillACard() {
    QueryProject project;
    const QString card = cardOf(project, {QStringLiteral("Empty"), QDate(2026, 1, 2), {}, {}, {}});
    QVERIFY(card.startsWith(QStringLiteral("# Empty\n\nData card of 2026-01-02. Licence: not stated.\n")));
    QVERIFY(card.contains(QStringLiteral("| regions | 0 |")));
    QVERIFY(!card.contains(QStringLiteral("nan")));
    QVERIFY(!card.contains(QStringLiteral("## Formats")));
}

void TestDataCard::namesCannotBreakTables() {
    QueryProject project;
    project.region(QStringLiteral("a.png"), QStringLiteral("x | y\n# <b>*z*"), QStringLiteral("w"));
    const QString card = cardOf(project, {QStringLiteral("a\n## b"), QDate(2026, 1, 2), {}, {}, {}});
    QVERIFY(card.contains(QStringLiteral("| x \\| y \\# \\<b\\>\\*z\\* | 1 | 100.0 % |\n")));
    QVERIFY(card.startsWith(QStringLiteral("# a \\#\\# b\n")));
}

void TestDataCard::longHistogramsAreJoined() {
    Histogram histogram = Histogram::ofWhole(64);
    for (int i = 1; i <= 70; ++i) histogram.add(i);
    const QString table = histogramTable(QStringLiteral("words"), histogram, false);
    QVERIFY(table.count(u'\n') <= 15);
    QVERIFY2(table.contains(QStringLiteral("| 1 to below 7 | 6 | 8.6 % |")), qPrintable(table));
    QVERIFY2(table.contains(QStringLiteral("| 61 and more | 10 | 14.3 % |")), qPrintable(table));
    Histogram few = Histogram::ofWhole(64);
    few.add(3);
    QVERIFY(histogramTable(QStringLiteral("words"), few, false).contains(QStringLiteral("| 3 | 1 | 100.0 % |")));
    QVERIFY(histogramTable(QStringLiteral("words"), Histogram::ofWhole(3), false).isEmpty());
}

QTEST_GUILESS_MAIN(TestDataCard)
#include "test_data_card.moc"
