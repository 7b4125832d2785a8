#include "cloud_workspace/mark_dialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace rb;
using namespace rb::cloud_workspace;

class TestMarkDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asItIsNothingChanges();
    void depthsCountOnlyWhenTheyAreAskedForAndInEitherOrder();
    void whatTheCloudLacksCannotBeSet();
    void growingFollowsWhatTheCloudHas();
    void growingIsRememberedAndDepthsAreNot();
};

static clouds::Cloud cloud(bool colors, bool normals) {
    clouds::Cloud cloud;
    cloud.positions = {0, 0, 0};
    if (colors) cloud.colors = {1, 2, 3};
    if (normals) cloud.normals = {0, 0, 1};
    return cloud;
}

void TestMarkDialog::asItIsNothingChanges() {
    MarkDialog dialog({}, cloud(true, true), {1, 9}, nullptr);
    const MarkOptions options = dialog.options();
    QCOMPARE(options.growColor, MarkOptions().growColor);
    QCOMPARE(options.growDistance, 0.0);
    QVERIFY(std::isinf(options.depth.near) && std::isinf(options.depth.far));
}

void TestMarkDialog::depthsCountOnlyWhenTheyAreAskedForAndInEitherOrder() {
    MarkDialog dialog({}, cloud(true, true), {1, 9}, nullptr);
    auto* depths = dialog.findChildren<QGroupBox*>().at(1);
    const auto ends = depths->findChildren<QDoubleSpinBox*>();
    QCOMPARE(ends.at(0)->value(), 1.0); // what is seen is offered
    depths->setChecked(true);
    ends.at(0)->setValue(5);
    ends.at(1)->setValue(2);
    QCOMPARE(dialog.options().depth.near, 2.0);
    QCOMPARE(dialog.options().depth.far, 5.0);
    dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();
    QVERIFY(std::isinf(dialog.options().depth.near));
}

void TestMarkDialog::whatTheCloudLacksCannotBeSet() {
    const MarkDialog plain({}, cloud(false, false), {1, 9}, nullptr), full({}, cloud(true, true), {1, 9}, nullptr);
    for (const QSpinBox* limit : plain.findChildren<QSpinBox*>()) QVERIFY(!limit->isEnabled() && limit->toolTip().startsWith(QStringLiteral("This cloud has no")));
    for (const QSpinBox* limit : full.findChildren<QSpinBox*>()) QVERIFY(limit->isEnabled() && !limit->accessibleName().isEmpty());
}

void TestMarkDialog::growingFollowsWhatTheCloudHas() {
    MarkOptions options;
    options.growDistance = 0.2;
    options.growAngle = 30;
    const spatial::GrowOptions bare = growOptionsOf(options, cloud(false, false)), full = growOptionsOf(options, cloud(true, true));
    QCOMPARE(bare.maxDistance, 0.2);
    QVERIFY(std::isinf(bare.colorTolerance));
    QCOMPARE(full.colorTolerance, double(options.growColor));
    QCOMPARE(full.normalAngle, std::numbers::pi / 6);
    options.growColor = options.growAngle = 0;
    QVERIFY(std::isinf(growOptionsOf(options, cloud(true, true)).colorTolerance));
    QCOMPARE(growOptionsOf(options, cloud(true, true)).normalAngle, spatial::GrowOptions().normalAngle);
}

void TestMarkDialog::growingIsRememberedAndDepthsAreNot() {
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    MarkOptions options;
    options.growDistance = 0.5;
    options.growColor = 10;
    options.growAngle = 45;
    options.depth = {1, 2};
    writeMarkOptions(settings, options);
    const MarkOptions again = readMarkOptions(settings);
    QCOMPARE(again.growDistance, 0.5);
    QCOMPARE(again.growColor, 10);
    QCOMPARE(again.growAngle, 45);
    QVERIFY(std::isinf(again.depth.near));
    settings.setValue(QStringLiteral("cloud/growColor"), -7); // by somebody's hand
    QCOMPARE(readMarkOptions(settings).growColor, 0);
}

QTEST_MAIN(TestMarkDialog)
#include "test_mark_dialog.moc"
