#include "core/synthetic/furniture.h"
#include "core/synthetic/object_cloud.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace rb::synthetic;

class ObjectCloudTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cloudsAreFiniteAndInTheUnitSphere();
    void anObjectDependsOnSeedAndIndexOnly();
    void everyKindComesAndIsNamed();
    void morePointsAreTheSameObject();
};

void ObjectCloudTest::cloudsAreFiniteAndInTheUnitSphere() {
    for (std::uint64_t i = 0; i < 200; ++i) {
        const ObjectCloud object = makeObject({}, 1, i);
        QCOMPARE(object.cloud.size(), std::size_t{1024});
        double farthest = 0, sum[3] = {};
        for (std::size_t at = 0; at < object.cloud.positions.size(); at += 3) {
            double squared = 0;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const double value = object.cloud.positions[at + axis];
                QVERIFY(std::isfinite(value));
                squared += value * value;
                sum[axis] += value;
            }
            farthest = std::max(farthest, std::sqrt(squared));
        }
        QVERIFY(std::abs(farthest - 1) < 1e-5);
        for (const double axis : sum)
            QVERIFY(std::abs(axis) < 1e-2);
    }
}

void ObjectCloudTest::anObjectDependsOnSeedAndIndexOnly() {
    const ObjectCloud object = makeObject({}, 3, 9);
    QVERIFY(makeObject({}, 3, 9).cloud.positions == object.cloud.positions);
    QVERIFY(makeObject({}, 3, 10).cloud.positions != object.cloud.positions);
    QVERIFY(makeObject({}, 4, 9).cloud.positions != object.cloud.positions);
}

void ObjectCloudTest::everyKindComesAndIsNamed() {
    std::set<std::string> names;
    for (std::uint64_t i = 0; i < 200; ++i) {
        const ObjectCloud object = makeObject({}, 5, i);
        QVERIFY(object.caption.starts_with("a ") && object.caption.ends_with(object.name));
        names.insert(object.name);
    }
    QCOMPARE(names.size(), furnitureKinds().size());
}

void ObjectCloudTest::morePointsAreTheSameObject() {
    for (std::uint64_t i = 0; i < 20; ++i)
        QCOMPARE(makeObject({.points = 8192}, 6, i).caption, makeObject({}, 6, i).caption);
}

QTEST_GUILESS_MAIN(ObjectCloudTest)
#include "test_object_cloud.moc"
