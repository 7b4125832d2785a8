#include "ui/curation/statistics_plots.h"

#include "core/query/select.h"
#include "tests/ui/curation/curation_fixture.h"
#include "ui/curation/statistics_figures.h"

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

class TestStatisticsPlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyQueryFindsAsManyAsItsBarCounts();
    void anEmptyProjectHasNothingToPlot();
    void columnsGoFromTheFirstToTheLastThatHoldSomething();
    void onlyTheMostFrequentLabelsAreBars();
    void shapesAreToldAsRatios();
    void figuresWithoutAnythingToTellAreEmpty();
};

static const Plot& titled(const std::vector<Plot>& plots, const char* title) {
    for (const Plot& plot : plots)
        if (plot.title == QLatin1String(title)) return plot;
    qFatal("No plot is called %s.", title);
}

static void fill(ui::test::CurationFixture& f) {
    const project::Id train = f.picture(QStringLiteral("a.jpg"), QStringLiteral("train"));
    const project::Id none = f.picture(QStringLiteral("b.jpg"));
    const project::Id dog = f.region(train, QStringLiteral("dog")), time = f.region(none, QStringLiteral("time: now"));
    f.caption(train, dog, QStringLiteral("a red dog"), CaptionSource::Model, CaptionState::Accepted);
    f.caption(train, f.region(train, QStringLiteral("a (big) dog")), QStringLiteral("two small dogs"));
    f.caption(none, time, QStringLiteral("it is wrong here"), CaptionSource::Model, CaptionState::Rejected);
    f.caption(none, 0, QStringLiteral("word ").repeated(70).trimmed());
    f.region(none, QStringLiteral("OR"));
}

void TestStatisticsPlots::everyQueryFindsAsManyAsItsBarCounts() {
    ui::test::CurationFixture f;
    fill(f);
    const auto statistics = query::statisticsOf(f.project().database());
    int asked = 0;
    for (const Plot& plot : plotsOf(*statistics)) {
        if (plot.title == QLatin1String("Vocabulary")) continue; // counts words, not captions
        for (const Bar& bar : plot.bars) {
            if (bar.query.isEmpty()) continue;
            ++asked;
            const auto query = query::parse(bar.query);
            QVERIFY2(query.ok(), qPrintable(bar.query));
            QVERIFY2(*query::count(f.project().database(), *query) == bar.count, qPrintable(bar.query));
        }
    }
    QVERIFY(asked > 12);
}

void TestStatisticsPlots::anEmptyProjectHasNothingToPlot() {
    ui::test::CurationFixture f;
    for (const Plot& plot : plotsOf(*query::statisticsOf(f.project().database()))) QVERIFY2(plot.bars.empty(), qPrintable(plot.title));
}

void TestStatisticsPlots::columnsGoFromTheFirstToTheLastThatHoldSomething() {
    ui::test::CurationFixture f;
    fill(f);
    const auto plots = plotsOf(*query::statisticsOf(f.project().database()));
    const Plot& words = titled(plots, "Caption length");
    QCOMPARE(words.bars.front().name, QStringLiteral("3"));
    QCOMPARE(words.bars.front().count, 2);
    QCOMPARE(words.bars.back().name, QStringLiteral("64+"));
    QCOMPARE(words.bars.size(), std::size_t(62));
    QCOMPARE(words.whole, 3);
}

void TestStatisticsPlots::onlyTheMostFrequentLabelsAreBars() {
    ui::test::CurationFixture f;
    const project::Id media = f.picture(QStringLiteral("a.jpg"));
    for (int i = 0; i < 20; ++i) f.region(media, QStringLiteral("label%1").arg(i));
    f.region(media, QStringLiteral("label7"));
    const auto plots = plotsOf(*query::statisticsOf(f.project().database()));
    const Plot& labels = titled(plots, "Labels of regions");
    QCOMPARE(labels.bars.size(), std::size_t(12));
    QCOMPARE(labels.bars.front().query, QStringLiteral("label:label7"));
    QCOMPARE(labels.summary, QStringLiteral("20 different"));
}

void TestStatisticsPlots::shapesAreToldAsRatios() {
    query::Histogram aspects({0.25, 0.5, 1, 2});
    aspects.add(0.3);
    aspects.add(5);
    query::Statistics statistics;
    statistics.boxAspect = aspects;
    const auto plots = plotsOf(statistics);
    const Plot& shapes = titled(plots, "Shape of a box");
    QCOMPARE(shapes.bars.size(), std::size_t(4));
    QCOMPARE(shapes.bars[0].meaning, QStringLiteral("1:4 to 1:2"));
    QCOMPARE(shapes.bars[2].meaning, QStringLiteral("1:1 to 2:1"));
    QCOMPARE(shapes.bars[3].meaning, QStringLiteral("from 2:1"));
}

void TestStatisticsPlots::figuresWithoutAnythingToTellAreEmpty() {
    query::Statistics statistics;
    const auto none = figuresOf(statistics);
    statistics.acceptedByModel = 4;
    statistics.acceptedUntouched = 3;
    statistics.edited = 2;
    statistics.meanEditDistance = 1.5;
    const auto some = figuresOf(statistics);
    QCOMPARE(none.size(), some.size());
    QVERIFY(none[6].value.isEmpty());
    QCOMPARE(some[6].value, QStringLiteral("75.0 % of 4"));
    QCOMPARE(some[7].value, QStringLiteral("1.5 words in 2 captions"));
}

QTEST_MAIN(TestStatisticsPlots)
#include "test_statistics_plots.moc"
