#include "core/metrics/confidence.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace rb::metrics;

class ConfidenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameSeedGivesSameInterval();
    void otherSeedGivesOtherInterval();
    void intervalIsThatOfTheNormalApproximation();
    void moreItemsNarrowTheInterval();
    void equalValuesGiveOnePoint();
    void nothingToDrawGivesZero();

private:
    static std::vector<double> values(std::size_t count) {
        std::vector<double> result(count);
        for (std::size_t i = 0; i < count; ++i)
            result[i] = static_cast<double>(i % 10);
        return result;
    }
};

void ConfidenceTest::sameSeedGivesSameInterval() {
    const Interval first = bootstrapMean(values(50), 7), again = bootstrapMean(values(50), 7);
    QCOMPARE(first.low, again.low);
    QCOMPARE(first.high, again.high);
}

void ConfidenceTest::otherSeedGivesOtherInterval() {
    const Interval first = bootstrapMean(values(50), 1), other = bootstrapMean(values(50), 2);
    QVERIFY(first.low != other.low || first.high != other.high);
}

// Mean ± 1.96 σ/√n, with σ² = 8.25 of the digits.
void ConfidenceTest::intervalIsThatOfTheNormalApproximation() {
    const Interval interval = bootstrapMean(values(1000), 1, 4000);
    const double reach = 1.96 * std::sqrt(8.25 / 1000);
    QVERIFY2(std::abs(interval.low - (4.5 - reach)) < 0.02, qPrintable(QString::number(interval.low)));
    QVERIFY2(std::abs(interval.high - (4.5 + reach)) < 0.02, qPrintable(QString::number(interval.high)));
}

void ConfidenceTest::moreItemsNarrowTheInterval() {
    const Interval few = bootstrapMean(values(20)), many = bootstrapMean(values(2000));
    QVERIFY(many.high - many.low < (few.high - few.low) / 5);
    QVERIFY(few.low < 4.5 && few.high > 4.5);
}

void ConfidenceTest::equalValuesGiveOnePoint() {
    const Interval interval = bootstrapMean({0.25, 0.25, 0.25});
    QCOMPARE(interval.low, 0.25);
    QCOMPARE(interval.high, 0.25);
}

void ConfidenceTest::nothingToDrawGivesZero() {
    QCOMPARE(bootstrapMean({}).low, 0.0);
    QCOMPARE(bootstrapMean({}).high, 0.0);
    QCOMPARE(bootstrapMean({1, 2}, 1, 0).high, 0.0);
}

QTEST_GUILESS_MAIN(ConfidenceTest)
#include "test_confidence.moc"
