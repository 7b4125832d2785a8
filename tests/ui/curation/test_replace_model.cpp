#include "ui/curation/replace_model.h"

#include "ui/curation/difference_delegate.h"

#include <QAbstractItemModelTester>
#include <QPainter>
#include <QTest>

using namespace rb;
using namespace rb::ui;

class TestReplaceModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreTheCaptionsThatChange();
    void differenceAtTheEndOfALongCaptionIsInView();
};

static query::ReplacePlan planOf(const QString& before, const QString& after) {
    query::ReplacePlan plan;
    plan.changes.push_back({7, before, after});
    return plan;
}

void TestReplaceModel::rowsAreTheCaptionsThatChange() {
    ReplaceModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(planOf(QStringLiteral("a red dog"), QStringLiteral("a blue dog")));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, ReplaceModel::Before).data().toString(), QStringLiteral("a red dog"));
    QCOMPARE(model.index(0, ReplaceModel::After).data().toString(), QStringLiteral("a blue dog"));
    QCOMPARE(model.index(0, 0).data(ReplaceModel::CaptionRole).toLongLong(), 7);
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

static QImage painted(const ReplaceModel& model, int column) {
    QImage image(200, 28, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    DifferenceDelegate().paint(&painter, option, model.index(0, column));
    return image;
}

void TestReplaceModel::differenceAtTheEndOfALongCaptionIsInView() {
    const QString start = QStringLiteral("there is very much to see in this picture before anything of note comes ").repeated(3);
    ReplaceModel changed, same;
    changed.show(planOf(start + QStringLiteral("a red dog"), start + QStringLiteral("a blue dog")));
    same.show(planOf(start + QStringLiteral("a green dog"), start + QStringLiteral("a blue dog")));
    QVERIFY(painted(changed, ReplaceModel::Before) != painted(same, ReplaceModel::Before));
    QCOMPARE(painted(changed, ReplaceModel::After), painted(same, ReplaceModel::After));
}

QTEST_MAIN(TestReplaceModel)
#include "test_replace_model.moc"
