#include "core/synthetic/furniture.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace rb::synthetic;

/// What an adjective of this kind speaks of, in metres.
static double toldDimension(const Furniture& furniture) {
    const auto& [x, y, z] = furniture.size;
    const std::string& name = furniture.noun.name;
    for (const char* upright : {"chair", "stool", "cabinet", "shelf", "lamp", "bin", "plant"})
        if (name == upright) return z;
    return name == "bed" ? std::min(x, y) : std::max(x, y);
}

class FurnitureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAreThirteenKinds();
    void itStandsOnTheFloorAroundTheOrigin_data() { kinds(); }
    void itStandsOnTheFloorAroundTheOrigin();
    void itHasTheSizeOfARoomsFurniture_data() { kinds(); }
    void itHasTheSizeOfARoomsFurniture();
    void adjectivesFollowFromTheDimensions_data() { kinds(); }
    void adjectivesFollowFromTheDimensions();

private:
    static void kinds() {
        QTest::addColumn<int>("kind");
        for (std::size_t i = 0; i < furnitureKinds().size(); ++i)
            QTest::newRow(furnitureKinds()[i].name.c_str()) << static_cast<int>(i);
    }
    static Furniture made(int kind, std::uint64_t index) {
        Random random(1, "test", index);
        return makeFurniture(static_cast<std::size_t>(kind), random);
    }
};

void FurnitureTest::thereAreThirteenKinds() {
    std::string names;
    for (const FurnitureKind& kind : furnitureKinds())
        names += kind.name + " ";
    QCOMPARE(names,
             std::string("chair stool table desk bed sofa cabinet shelf lamp bin monitor plant door "));
}

void FurnitureTest::itStandsOnTheFloorAroundTheOrigin() {
    QFETCH(int, kind);
    for (std::uint64_t i = 0; i < 100; ++i) {
        const Furniture furniture = made(kind, i);
        Vector3 low{9, 9, 9}, high{-9, -9, -9};
        for (const Solid& solid : furniture.solids)
            for (std::size_t axis = 0; axis < 3; ++axis) {
                QVERIFY(solid.size[axis] > 0);
                low[axis] = std::min(low[axis], solid.center[axis] - solid.size[axis] / 2);
                high[axis] = std::max(high[axis], solid.center[axis] + solid.size[axis] / 2);
            }
        for (std::size_t axis = 0; axis < 3; ++axis)
            QVERIFY(std::abs(high[axis] - low[axis] - furniture.size[axis]) < 1e-9);
        QVERIFY(std::abs(low[0] + high[0]) < 1e-9 && std::abs(low[1] + high[1]) < 1e-9 &&
                std::abs(low[2]) < 1e-9);
    }
}

void FurnitureTest::itHasTheSizeOfARoomsFurniture() {
    QFETCH(int, kind);
    for (std::uint64_t i = 0; i < 100; ++i) {
        const Furniture furniture = made(kind, i);
        QVERIFY(furniture.size[2] >= 0.2 && furniture.size[2] <= 2.3);
        QVERIFY(std::max(furniture.size[0], furniture.size[1]) <= 2.8);
        QVERIFY(std::min(furniture.size[0], furniture.size[1]) >= 0.04);
    }
}

void FurnitureTest::adjectivesFollowFromTheDimensions() {
    QFETCH(int, kind);
    std::map<std::string, std::pair<double, double>> ranges; // of each adjective
    for (std::uint64_t i = 0; i < 400; ++i) {
        const Furniture furniture = made(kind, i);
        const double told = toldDimension(furniture);
        auto& range = ranges.try_emplace(furniture.noun.adjective, told, told).first->second;
        range = {std::min(range.first, told), std::max(range.second, told)};
    }
    QCOMPARE(ranges.size(), std::size_t{3});
    for (const auto& [adjective, range] : ranges) {
        if (adjective == "tall" || adjective == "wide" || adjective == "long")
            QVERIFY(range.first >= ranges[""].second - 0.011);
        else if (!adjective.empty())
            QVERIFY(range.second <= ranges[""].first + 0.011);
    }
}

QTEST_GUILESS_MAIN(FurnitureTest)
#include "test_furniture.moc"
