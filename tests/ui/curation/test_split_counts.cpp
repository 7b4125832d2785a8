#include "ui/curation/split_counts.h"

#include <QTest>

using namespace rb::ui;
using rb::query::SplitPlan;

class TestSplitCounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mediaGoFromNoneToTheirSplits();
    void otherNamesAreOneRow();
    void emptyRowsAreLeftOut();
};

static QStringList texts(const std::vector<SplitCount>& counts) {
    QStringList lines;
    for (const SplitCount& count : counts) lines << QStringLiteral("%1 %2 %3").arg(count.name).arg(count.now).arg(count.after);
    return lines;
}

void TestSplitCounts::mediaGoFromNoneToTheirSplits() {
    SplitPlan plan;
    plan.train = 3, plan.val = 1;
    plan.changes = {{1, {}, QStringLiteral("train")},
                    {2, {}, QStringLiteral("val")},
                    {3, QStringLiteral("test"), QStringLiteral("train")}};
    QCOMPARE(texts(splitCounts(plan, 4)).join(QStringLiteral(", ")), QStringLiteral("train 1 3, val 0 1, test 1 0, none 2 0"));
}

void TestSplitCounts::otherNamesAreOneRow() {
    SplitPlan plan;
    plan.train = 1;
    plan.changes = {{1, QStringLiteral("dev"), QStringLiteral("train")}, {2, {}, QStringLiteral("minival")}};
    QCOMPARE(texts(splitCounts(plan, 4)).mid(3), (QStringList{QStringLiteral("none 1 0"), QStringLiteral("others 3 3")}));
}

void TestSplitCounts::emptyRowsAreLeftOut() { QCOMPARE(splitCounts({}, 0).size(), std::size_t(3)); }

QTEST_MAIN(TestSplitCounts)
#include "test_split_counts.moc"
