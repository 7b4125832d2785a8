#include "core/project/database.h"
#include "core/query/statistics.h"
#include "core/query/word_counter.h"
#include "tests/core/query/query_project.h"

#include <limits>

using namespace rb::project;
using namespace rb::project::test;
using namespace rb::query;
using rb::query::test::QueryProject;

class TestStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyProjectHasNothing();
    void countsAreOfTheShownCaptions();
    void captionsAreMeasuredInWords();
    void boxesAreMeasuredAgainstTheirPicture();
    void editsAndUntouchedCaptionsAreCounted();
    void workIsTimeBetweenChangesWithoutBreaks();
    void histogramsPutValuesWhereTheyBelong();
    void vocabularyIsBounded();
};

static Statistics of(QueryProject& project, const StatisticsOptions& options = {}) {
    auto found = statisticsOf(project->database(), options);
    if (!found.ok()) qCritical("%s", found.error().message.c_str());
    return found.ok() ? *found : Statistics();
}

using Counts = std::vector<ValueCount>;

static ValueCount times(const char* value, qint64 count) { return {QString::fromUtf8(value), count}; }

void TestStatistics::emptyProjectHasNothing() {
    QueryProject project;
    const Statistics found = of(project);
    QCOMPARE(found.pictures + found.clouds + found.regions + found.captions + found.labels.distinct + found.vocabulary.distinct,
             0);
    QCOMPARE(found.words.mean(), 0.0);
    QCOMPARE(found.regionsPerHour, 0.0);
}

void TestStatistics::countsAreOfTheShownCaptions() {
    QueryProject project;
    Media train = picture(QStringLiteral("a.png"));
    train.split = QStringLiteral("train");
    const Id media = project.add(train);
    Media cloud = picture(QStringLiteral("b.ply"));
    cloud.kind = MediaKind::Cloud;
    project.add(cloud);
    const Id dog = project.add(box(media, 1, QStringLiteral("dog")));
    project.add(box(media, 2, QStringLiteral("dog")));
    project.add(box(media, 3, QStringLiteral("cat")));
    project.add(box(media, 4));
    Caption machine = words(media, dog, QStringLiteral("a dog"), CaptionState::Accepted);
    machine.source = CaptionSource::Model;
    machine.model = QStringLiteral("mini");
    project.add(machine);
    machine.rank = 1;
    project.add(machine);
    project.add(words(media, 0, QStringLiteral("a picture")));

    const Statistics found = of(project);
    QCOMPARE(found.pictures, 1);
    QCOMPARE(found.clouds, 1);
    QCOMPARE(found.regions, 4);
    QCOMPARE(found.captions, 2);
    QCOMPARE(found.alternatives, 1);
    QCOMPARE(found.wholePictureCaptions, 1);
    QVERIFY(found.states == (Counts{times("accepted", 1), times("draft", 1)}));
    QVERIFY(found.sources == (Counts{times("human", 1), times("model", 1)}));
    QVERIFY(found.models == Counts{times("mini", 1)});
    QVERIFY(found.mediaSplits == (Counts{times("", 1), times("train", 1)}));
    QVERIFY(found.regionSplits == Counts{times("train", 4)});
    QVERIFY(found.labels.top == (Counts{times("dog", 2), times("cat", 1)}));
    QCOMPARE(found.labels.distinct, 2);
    QCOMPARE(of(project, {1, 1, 60}).labels.top.size(), 1U);
    QCOMPARE(found.regionsPerMedium.counts()[0], 1);
    QCOMPARE(found.regionsPerMedium.counts()[4], 1);
}

void TestStatistics::captionsAreMeasuredInWords() {
    QueryProject project;
    const Id media = project.add(picture(QStringLiteral("a.png")));
    for (const char* text : {"a red dog", "A dog.", "the dog and a cat"})
        project.add(words(media, project.add(box(media, 1)), QLatin1String(text)));
    project.add(words(media, project.add(box(media, 1)), QStringLiteral("rejected words count not"), CaptionState::Rejected));
    const Statistics found = of(project);
    QCOMPARE(found.words.total(), 3);
    QCOMPARE(found.words.counts()[2], 1);
    QCOMPARE(found.words.counts()[5], 1);
    QCOMPARE(found.words.median(), 3.0);
    QCOMPARE(found.words.mean(), 10.0 / 3);
    QCOMPARE(found.vocabulary.distinct, 6);
    QVERIFY(!found.vocabulary.atLeast);
    QVERIFY(found.vocabulary.top[0] == times("a", 3));
    QVERIFY(found.vocabulary.top[1] == times("dog", 3));
}

void TestStatistics::boxesAreMeasuredAgainstTheirPicture() {
    QueryProject project;
    const Id media = project.add(picture(QStringLiteral("a.png"))); // 640 × 480
    Region half = box(media, 0);
    half.shape.box = {0, 0, 320, 480};
    project.add(half);
    half.shape.box = {0, 0, 480, 0};
    project.add(half);
    const Statistics found = of(project);
    QCOMPARE(found.boxSize.total(), 2);
    QCOMPARE(found.boxSize.bounds()[7], 0.25);
    QCOMPARE(found.boxSize.counts()[7], 1);
    QCOMPARE(found.boxSize.counts()[0], 1);
    QCOMPARE(found.boxAspect.total(), 1); // a box without height has none
    QCOMPARE(found.boxAspect.mean(), 2.0 / 3);
}

void TestStatistics::editsAndUntouchedCaptionsAreCounted() {
    QueryProject project;
    const Id media = project.add(picture(QStringLiteral("a.png")));
    const auto add = [&](const char* text, const char* from, CaptionSource source, CaptionState state) {
        Caption caption = words(media, project.add(box(media, 1)), QLatin1String(text), state);
        caption.editedFrom = QLatin1String(from);
        caption.source = source;
        project.add(caption);
    };
    add("a dog", "", CaptionSource::Model, CaptionState::Accepted);
    add("a cat", "", CaptionSource::Model, CaptionState::Draft);
    add("a big dog", "a dog", CaptionSource::Human, CaptionState::Accepted);
    add("two small cats", "a cat", CaptionSource::Human, CaptionState::Draft);
    add("by hand", "", CaptionSource::Human, CaptionState::Accepted);
    const Statistics found = of(project);
    QCOMPARE(found.acceptedByModel, 2);
    QCOMPARE(found.acceptedUntouched, 1);
    QCOMPARE(found.edited, 2);
    QCOMPARE(found.meanEditDistance, 2.0); // 1 and 3
}

void TestStatistics::workIsTimeBetweenChangesWithoutBreaks() {
    QueryProject project;
    const Id media = project.add(picture(QStringLiteral("a.png")));
    std::vector<Id> captions;
    for (int i = 0; i < 8; ++i) captions.push_back(project.add(words(media, project.add(box(media, i)), QStringLiteral("x"))));
    // Two sessions: at 0, 10, 20 (thrice) and 30 s, and an hour later at 0 and 30 s.
    const qint64 at[] = {0, 10'000, 20'000, 20'100, 20'900, 30'000, 3'600'000, 3'630'000};
    for (std::size_t i = 0; i < captions.size(); ++i) {
        Statement set(project->database().handle(), "UPDATE caption SET changed_at=? WHERE id=?");
        QVERIFY(set.bind(1'700'000'000'000 + at[i]).bind(captions[i]).run().ok());
    }
    const Statistics found = of(project);
    QCOMPARE(found.workSessions, 2);
    QCOMPARE(found.workHours, 60.0 / 3600);
    QCOMPARE(found.regionsPerHour, 4 / (60.0 / 3600)); // three steps of 10 s and one of 30 s
}

void TestStatistics::histogramsPutValuesWhereTheyBelong() {
    Histogram histogram({0, 1, 10});
    for (const double value : {-5.0, 0.0, 0.99, 1.0, 9.0, 10.0, 1e9}) histogram.add(value);
    histogram.add(std::numeric_limits<double>::quiet_NaN());
    QCOMPARE(histogram.counts(), (std::vector<qint64>{3, 2, 2}));
    QCOMPARE(histogram.total(), 7);
    QCOMPARE(histogram.median(), 1.0);
    Histogram().add(1);
}

void TestStatistics::vocabularyIsBounded() {
    WordCounter counter;
    for (int i = 0; i < 300'100; ++i) counter.add(QStringLiteral("w%1").arg(i));
    const Frequencies found = counter.frequencies(3);
    QCOMPARE(found.distinct, 300'000);
    QVERIFY(found.atLeast);
    QCOMPARE(found.top.size(), 3U);
}

QTEST_GUILESS_MAIN(TestStatistics)
#include "test_statistics.moc"
