#include "core/synthetic/room.h"

#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <map>

using namespace rb;
using namespace rb::synthetic;

static double floorDistance(const RoomObject& a, const RoomObject& b) {
    return std::hypot(a.box.center[0] - b.box.center[0], a.box.center[1] - b.box.center[1]);
}

class RoomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRoomDependsOnSeedAndIndexOnly();
    void everyPointHasItsLabels();
    void furnitureDoesNotTouch();
    void boxesHoldTheirPoints();
    void everyObjectKeepsPoints();
    void captionsNameTheNearest();
    void aLonePieceIsInAnEmptyRoom();
};

void RoomTest::aRoomDependsOnSeedAndIndexOnly() {
    const RoomScene room = makeRoom({}, 2, 4);
    QVERIFY(makeRoom({}, 2, 4).cloud.positions == room.cloud.positions);
    QVERIFY(makeRoom({}, 2, 4).cloud.colors == room.cloud.colors);
    QVERIFY(makeRoom({}, 2, 5).cloud.positions != room.cloud.positions);
    QVERIFY(makeRoom({}, 3, 4).cloud.positions != room.cloud.positions);
}

void RoomTest::everyPointHasItsLabels() {
    for (std::uint64_t i = 0; i < 50; ++i) {
        const RoomScene room = makeRoom({}, 1, i);
        QCOMPARE(room.cloud.size(), std::size_t{2048});
        QCOMPARE(room.cloud.colors.size(), std::size_t{3 * 2048});
        QCOMPARE(room.normals.size(), std::size_t{3 * 2048});
        QCOMPARE(room.instances.size(), std::size_t{2048});
        QCOMPARE(room.semantics.size(), std::size_t{2048});
        for (const float value : room.cloud.positions)
            QVERIFY(std::isfinite(value));
        for (std::size_t k = 0; k < 2048; ++k) {
            QVERIFY(room.instances[k] <= room.objects.size());
            const auto expected =
                room.instances[k] == kNoObject ? 0 : room.objects[room.instances[k] - 1].nyu40Id;
            if (room.instances[k] == kNoObject)
                QVERIFY(room.semantics[k] == 1 || room.semantics[k] == 2);
            else
                QCOMPARE(static_cast<int>(room.semantics[k]), expected);
            if (room.semantics[k] == 2 && room.instances[k] == kNoObject)
                QVERIFY(std::abs(room.cloud.positions[3 * k + 2]) < 0.03f);
        }
    }
}

void RoomTest::furnitureDoesNotTouch() {
    for (std::uint64_t i = 0; i < 300; ++i) {
        const RoomScene room = makeRoom({}, 7, i);
        QVERIFY(room.objects.size() >= 2 && room.objects.size() <= 5);
        for (std::size_t a = 0; a < room.objects.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                const geometry::Box3 &first = room.objects[a].box, &second = room.objects[b].box;
                double gap = -1;
                for (std::size_t axis = 0; axis < 2; ++axis)
                    gap = std::max(gap, std::abs(first.center[axis] - second.center[axis]) -
                                            (first.size[axis] + second.size[axis]) / 2);
                QVERIFY(gap >= 0.10 - 1e-9);
            }
    }
}

void RoomTest::boxesHoldTheirPoints() {
    for (std::uint64_t i = 0; i < 100; ++i) {
        const RoomScene room = makeRoom({}, 8, i);
        for (std::size_t k = 0; k < room.instances.size(); ++k) {
            if (room.instances[k] == kNoObject) continue;
            const geometry::Box3& box = room.objects[room.instances[k] - 1].box;
            QVERIFY(std::abs(box.center[2] - box.size[2] / 2) < 1e-9); // it stands on the floor
            for (std::size_t axis = 0; axis < 3; ++axis)
                QVERIFY(std::abs(room.cloud.positions[3 * k + axis] - box.center[axis]) <
                        box.size[axis] / 2 + 3.5 * 0.006 + 1e-6);
        }
    }
}

void RoomTest::everyObjectKeepsPoints() {
    for (std::uint64_t i = 0; i < 200; ++i) {
        const RoomScene room = makeRoom({}, 9, i);
        std::map<std::uint32_t, int> counts;
        for (const std::uint32_t instance : room.instances)
            ++counts[instance];
        QCOMPARE(counts.size(), room.objects.size() + 1);
        for (const auto& [instance, count] : counts)
            QVERIFY(count >= 60);
    }
}

void RoomTest::captionsNameTheNearest() {
    static const QRegularExpression form(
        QStringLiteral("^a (tall |low |long |wide |narrow |small )?([a-z]+) next to a ([a-z]+)$"));
    for (std::uint64_t i = 0; i < 200; ++i) {
        const RoomScene room = makeRoom({}, 10, i);
        if (room.objects.size() < 2) continue;
        for (const RoomObject& object : room.objects) {
            const RoomObject* nearest = nullptr;
            for (const RoomObject& other : room.objects)
                if (&other != &object &&
                    (!nearest || floorDistance(other, object) < floorDistance(*nearest, object)))
                    nearest = &other;
            const QRegularExpressionMatch match = form.match(QString::fromStdString(object.caption));
            QVERIFY2(match.hasMatch(), object.caption.c_str());
            QCOMPARE(match.captured(2).toStdString(), object.name);
            QCOMPARE(match.captured(3).toStdString(), nearest->name);
        }
    }
}

void RoomTest::aLonePieceIsInAnEmptyRoom() {
    const RoomScene room = makeRoom({.minObjects = 1, .maxObjects = 1}, 11, 0);
    QCOMPARE(room.objects.size(), std::size_t{1});
    QVERIFY(room.objects[0].caption.ends_with(room.objects[0].name + " in an empty room"));
}

QTEST_GUILESS_MAIN(RoomTest)
#include "test_room.moc"
