#include "core/formats/coordinate_doctor.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rb;
using namespace rb::formats;

class CoordinateDoctorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodBoxesAreLeftAlone();
    void oddBoxesAreFoundAndMended_data();
    void oddBoxesAreFoundAndMended();
    void anotherPictureSizeIsNamedWithAnExample();
    void boxesAreTurnedAsThePictureIs_data();
    void boxesAreTurnedAsThePictureIs();
    void negativeAndEmptyBoxesAreNotedOnly();
};

/// Ten boxes inside a picture of 200 × 100.
static std::vector<geometry::Box2> good() {
    std::vector<geometry::Box2> boxes;
    for (int i = 0; i < 10; ++i) boxes.push_back({double(10 * i), double(5 * i), 60, 40});
    boxes[9] = {120, 55, 80, 45};
    return boxes;
}

static PictureRecord record(const std::vector<geometry::Box2>& boxes, int width = 200, int height = 100) {
    PictureRecord picture;
    picture.path = "a.jpg";
    picture.width = width;
    picture.height = height;
    for (const geometry::Box2& box : boxes) picture.regions.push_back({"", geometry::boxShape(box), "", {}, {}, false, false, ""});
    return picture;
}

static bool suggests(const CoordinateDoctor& doctor, Correction correction) {
    const auto found = doctor.findings();
    return std::any_of(found.begin(), found.end(), [&](const Finding& finding) {
        return finding.kind == Finding::Kind::Suspicious && std::find(finding.mends.begin(), finding.mends.end(), correction) != finding.mends.end();
    });
}

void CoordinateDoctorTest::goodBoxesAreLeftAlone() {
    CoordinateDoctor doctor;
    doctor.look(record(good()), {200, 100, 1});
    QVERIFY(doctor.findings().empty());
}

void CoordinateDoctorTest::oddBoxesAreFoundAndMended_data() {
    QTest::addColumn<int>("correction");
    QTest::newRow("corners read as sizes") << int(Correction::XyxyAsXywh);
    QTest::newRow("sizes read as corners") << int(Correction::XywhAsXyxy);
    QTest::newRow("fractions") << int(Correction::Normalised);
    QTest::newRow("counted from one") << int(Correction::OneBased);
}

/// The box as a reader gives it that misunderstands it.
static geometry::Box2 spoiled(const geometry::Box2& box, Correction correction) {
    switch (correction) {
    case Correction::XyxyAsXywh: return {box.x, box.y, box.x + box.width, box.y + box.height};
    case Correction::XywhAsXyxy: return {box.x, box.y, box.width - box.x, box.height - box.y};
    case Correction::Normalised: return {box.x / 200, box.y / 100, box.width / 200, box.height / 100};
    default: return {box.x + 1, box.y + 1, box.width, box.height};
    }
}

void CoordinateDoctorTest::oddBoxesAreFoundAndMended() {
    QFETCH(const int, correction);
    const auto kind = static_cast<Correction>(correction);
    std::vector<geometry::Box2> boxes;
    for (const geometry::Box2& box : good()) boxes.push_back(spoiled(box, kind));
    CoordinateDoctor doctor;
    doctor.look(record(boxes), {200, 100, 1});
    QVERIFY(suggests(doctor, kind));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const geometry::Box2 mended = corrected(geometry::boxShape(boxes[i]), {kind}, {200, 100, 1}, 200, 100).box;
        QVERIFY(std::abs(mended.x - good()[i].x) + std::abs(mended.width - good()[i].width) + std::abs(mended.height - good()[i].height) < 1e-9);
    }
}

void CoordinateDoctorTest::anotherPictureSizeIsNamedWithAnExample() {
    CoordinateDoctor doctor;
    doctor.look(record(good()), {400, 300, 1});
    QVERIFY(suggests(doctor, Correction::OtherSize));
    QVERIFY(doctor.findings().front().sentence.find("a.jpg: 200 × 100 in the file, 400 × 300 on disk") != std::string::npos);
    const geometry::Box2 mended = corrected(geometry::boxShape({10, 20, 30, 40}), {Correction::OtherSize}, {400, 300, 1}, 200, 100).box;
    QVERIFY(mended == (geometry::Box2{20, 60, 60, 120}));
}

void CoordinateDoctorTest::boxesAreTurnedAsThePictureIs_data() {
    QTest::addColumn<int>("orientation");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    // A box at the upper left of the stored picture of 200 × 100; shown pictures are 100 × 200.
    QTest::newRow("mirrored along the diagonal") << 5 << 0.0 << 0.0;
    QTest::newRow("a quarter clockwise") << 6 << 80.0 << 0.0;
    QTest::newRow("mirrored along the other diagonal") << 7 << 80.0 << 170.0;
    QTest::newRow("a quarter back") << 8 << 0.0 << 170.0;
}

void CoordinateDoctorTest::boxesAreTurnedAsThePictureIs() {
    QFETCH(const int, orientation);
    QFETCH(const double, x);
    QFETCH(const double, y);
    const PictureSize shown{100, 200, orientation};
    CoordinateDoctor doctor;
    doctor.look(record({{0, 0, 30, 20}}), shown);
    QVERIFY(suggests(doctor, Correction::ExifTurned));
    const geometry::Box2 mended = corrected(geometry::boxShape({0, 0, 30, 20}), {Correction::ExifTurned}, shown, 200, 100).box;
    QVERIFY(mended == (geometry::Box2{x, y, 20, 30}));
}

void CoordinateDoctorTest::negativeAndEmptyBoxesAreNotedOnly() {
    auto boxes = good();
    boxes.push_back({-5, -900, 20, 30});
    boxes.push_back({5, 5, 0, 30});
    CoordinateDoctor doctor;
    doctor.look(record(boxes), {200, 100, 1});
    const auto found = doctor.findings();
    QCOMPARE(found.size(), std::size_t{2});
    for (const Finding& finding : found) QVERIFY(finding.kind == Finding::Kind::Note && finding.mends.empty());
}

QTEST_GUILESS_MAIN(CoordinateDoctorTest)
#include "test_coordinate_doctor.moc"
