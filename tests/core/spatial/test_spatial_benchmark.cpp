#include "core/spatial/spatial_benchmark.h"

#include <QTest>

#include <algorithm>

using namespace rb::spatial;

class SpatialBenchmarkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void octreeChoosesWhatPlainLoopsChoose();
    void stoppedBenchmarkFails();
    void roomHasTheWantedPoints();
};

void SpatialBenchmarkTest::octreeChoosesWhatPlainLoopsChoose() {
    SpatialBenchmark benchmark;
    benchmark.points = 50000;
    benchmark.threads = 2;
    benchmark.runs = 1;
    const auto figures = measureSpatial(benchmark);
    QVERIFY(figures);
    QVERIFY(figures->sameAsPlain);
    QCOMPARE(figures->points, std::size_t{50000});
    QCOMPARE(figures->threads, 2);
    QVERIFY(figures->nodes > 1);
    QVERIFY(figures->boxSelected > 1000 && figures->frustumSelected > 1000 && figures->lassoSelected > 1000);
    QVERIFY(figures->build > 0 && figures->boxSelect > 0 && figures->frustumSelect > 0 && figures->pick > 0);
}

void SpatialBenchmarkTest::stoppedBenchmarkFails() {
    SpatialBenchmark benchmark;
    benchmark.points = 1000;
    std::stop_source stop;
    stop.request_stop();
    benchmark.stop = stop.get_token();
    QVERIFY(measureSpatial(benchmark).error().code == rb::ErrorCode::Cancelled);
}

void SpatialBenchmarkTest::roomHasTheWantedPoints() {
    const auto room = benchmarkRoom(5000, 3);
    QCOMPARE(room.size(), std::size_t{15000});
    QVERIFY(room == benchmarkRoom(5000, 3));
    QVERIFY(room != benchmarkRoom(5000, 4));
    QVERIFY(std::all_of(room.begin(), room.end(), [](float value) { return value > -1 && value < 21; }));
}

QTEST_GUILESS_MAIN(SpatialBenchmarkTest)
#include "test_spatial_benchmark.moc"
