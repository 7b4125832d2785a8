#include "core/geometry/box3.h"
#include "tests/core/golden.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace rb::geometry;
using namespace rb::testing;

class Box3Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void releasedCornersMatchReference_data();
    void releasedCornersMatchReference();
    void releasedCornersIgnoreYaw();
    void geometricCornersTakeEveryAxisAsItIs();
    void quarterTurnSwapsHorizontalSizes();
    void turnedBoxHoldsWhatLiesBetweenItsFaces();
};

void Box3Test::releasedCornersMatchReference_data() {
    QTest::addColumn<QString>("model");
    QTest::newRow("tiny-opt") << QStringLiteral("tiny-opt");
    QTest::newRow("tiny-t5") << QStringLiteral("tiny-t5");
}

void Box3Test::releasedCornersMatchReference() {
    QFETCH(const QString, model);
    const GoldenFile inputs("regionblip/" + model.toStdString() + "/inputs.safetensors");
    const auto boxes = inputs.tensor<float>("scene_box_center_size").values;
    const auto expected = inputs.tensor<float>("scene_box_corners").values;
    QVERIFY(!boxes.empty());
    QCOMPARE(expected.size(), 4 * boxes.size());
    for (std::size_t i = 0; 6 * i < boxes.size(); ++i) {
        const float* box = &boxes[6 * i];
        const auto corners = releasedCorners({{box[0], box[1], box[2]}, {box[3], box[4], box[5]}, 0});
        for (std::size_t c = 0; c < 24; ++c)
            QVERIFY2(std::fabs(corners[c] - expected[24 * i + c]) <= 1e-6F * std::fabs(expected[24 * i + c]) + 1e-7F,
                     qPrintable(QStringLiteral("box %1, value %2: %3 for %4")
                                    .arg(i).arg(c).arg(corners[c]).arg(expected[24 * i + c])));
    }
}

void Box3Test::releasedCornersIgnoreYaw() {
    const Box3 upright{{1, 2, 3}, {2, 4, 6}, 0}, turned{{1, 2, 3}, {2, 4, 6}, 0.7};
    QVERIFY(releasedCorners(upright) == releasedCorners(turned));
}

void Box3Test::geometricCornersTakeEveryAxisAsItIs() {
    const std::array<float, 24> expected{2, 4, 6, 2, 4, 0, 0, 4, 0, 0, 4, 6, 2, 0, 6, 2, 0, 0, 0, 0, 0, 0, 0, 6};
    QVERIFY(geometricCorners({{1, 2, 3}, {2, 4, 6}, 0}) == expected);
}

void Box3Test::turnedBoxHoldsWhatLiesBetweenItsFaces() {
    const Box3 box{{1, 2, 3}, {2, 4, 6}, std::numbers::pi / 2}; // 4 wide in x, 2 in y
    for (const double sign : {-1.0, 1.0}) {
        QVERIFY(contains(box, {1 + sign * 1.99, 2, 3}) && !contains(box, {1 + sign * 2.01, 2, 3}));
        QVERIFY(contains(box, {1, 2 + sign * 0.99, 3}) && !contains(box, {1, 2 + sign * 1.01, 3}));
        QVERIFY(contains(box, {1, 2, 3 + sign * 2.99}) && !contains(box, {1, 2, 3 + sign * 3.01}));
    }
}

void Box3Test::quarterTurnSwapsHorizontalSizes() {
    const auto corners = geometricCorners({{0, 0, 0}, {2, 4, 6}, std::numbers::pi / 2});
    // The first corner, (+1, +2, +3), turns counter-clockwise to (−2, +1, +3).
    QVERIFY(std::fabs(corners[0] + 2) < 1e-6F);
    QVERIFY(std::fabs(corners[1] - 1) < 1e-6F);
    QCOMPARE(corners[2], 3.0F);
}

QTEST_GUILESS_MAIN(Box3Test)
#include "test_box3.moc"
