#include "core/geometry/box2.h"
#include "tests/core/golden.h"

#include <QImageReader>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rb::geometry;
using namespace rb::testing;

class Box2Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cornersMatchReference_data();
    void cornersMatchReference();
    void clippingKeepsTheInside_data();
    void clippingKeepsTheInside();
    void cornersOfBoxOutsideStayInRange();
};

void Box2Test::cornersMatchReference_data() {
    QTest::addColumn<QString>("model");
    QTest::newRow("tiny-opt") << QStringLiteral("tiny-opt");
    QTest::newRow("tiny-t5") << QStringLiteral("tiny-t5");
}

void Box2Test::cornersMatchReference() {
    QFETCH(const QString, model);
    const std::string folder = "regionblip/" + model.toStdString();
    const auto expected = GoldenFile(folder + "/inputs.safetensors").tensor<float>("box").values;
    const nlohmann::json json = goldenJson(folder + "/boxes.json");
    const nlohmann::json& boxes = json.at("boxes_pixels");
    QVERIFY(!boxes.empty());
    QCOMPARE(expected.size(), 4 * boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto xywh = boxes[i].at("xywh").get<std::vector<double>>();
        const QString picture = QString::fromStdString(boxes[i].at("picture").get<std::string>());
        const QSize size = QImageReader(QStringLiteral(RB_TEST_DATA "/regionblip/") + picture).size();
        QVERIFY2(size.isValid(), qPrintable(picture));
        const auto corners = normalisedCorners({xywh[0], xywh[1], xywh[2], xywh[3]}, size.width(), size.height());
        const auto normalised = json.at("boxes_normalised").at(i).get<std::vector<double>>();
        for (std::size_t c = 0; c < 4; ++c) {
            QCOMPARE(corners[c], expected[4 * i + c]);
            QCOMPARE(corners[c], static_cast<float>(normalised[c]));
        }
    }
}

void Box2Test::clippingKeepsTheInside_data() {
    QTest::addColumn<QRectF>("box");
    QTest::addColumn<QRectF>("inside");
    QTest::newRow("inside") << QRectF(1.5, 2, 3, 4) << QRectF(1.5, 2, 3, 4);
    QTest::newRow("over the upper left") << QRectF(-2, -3, 5, 5) << QRectF(0, 0, 3, 2);
    QTest::newRow("over the lower right") << QRectF(15, 8, 10, 10) << QRectF(15, 8, 5, 2);
    QTest::newRow("around everything") << QRectF(-5, -5, 100, 100) << QRectF(0, 0, 20, 10);
    QTest::newRow("without area") << QRectF(4, 4, 0, 0) << QRectF(4, 4, 0, 0);
}

void Box2Test::clippingKeepsTheInside() {
    QFETCH(const QRectF, box);
    QFETCH(const QRectF, inside);
    const Box2 got = clipped({box.x(), box.y(), box.width(), box.height()}, 20, 10);
    QVERIFY(got == (Box2{inside.x(), inside.y(), inside.width(), inside.height()}));
}

void Box2Test::cornersOfBoxOutsideStayInRange() {
    const Box2 outside{500, -500, 10, 10};
    const Box2 inside = clipped(outside, 20, 10);
    QCOMPARE(inside.width, 0.0);
    QCOMPARE(inside.height, 0.0);
    const auto corners = normalisedCorners(outside, 20, 10);
    QVERIFY(std::all_of(corners.begin(), corners.end(), [](float corner) { return corner >= 0 && corner <= 1; }));
}

QTEST_GUILESS_MAIN(Box2Test)
#include "test_box2.moc"
