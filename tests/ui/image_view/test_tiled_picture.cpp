#include "ui/image_view/image_view.h"
#include "ui/image_view/memory_picture.h"
#include "ui/image_view/picture_part.h"
#include "ui/image_view/tiled_picture.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rb::ui;

namespace {

/// Each pixel says where it is.
QImage gradient(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x * 255 / width, y * 255 / height, (x / 64 + y / 64) % 2 * 200));
    return image;
}

int largestDifference(const QImage& a, const QImage& b) {
    int most = 0;
    for (int y = 0; y < a.height(); y += 3)
        for (int x = 0; x < a.width(); x += 3)
            most = std::max({most, std::abs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y))),
                             std::abs(qGreen(a.pixel(x, y)) - qGreen(b.pixel(x, y))),
                             std::abs(qBlue(a.pixel(x, y)) - qBlue(b.pixel(x, y)))});
    return most;
}

/// A JPEG file whose EXIF data hold the orientation and nothing else.
bool saveWithOrientation(const QImage& image, const QString& path, int orientation) {
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPG", 95)) return false;
    QByteArray bytes = buffer.data();
    QByteArray exif("\xFF\xE1\x00\x22"
                    "Exif\0\0"
                    "MM\x00\x2A\x00\x00\x00\x08" // TIFF, big endian, the directory at 8
                    "\x00\x01"                     // one entry
                    "\x01\x12\x00\x03\x00\x00\x00\x01\x00?\x00\x00"
                    "\x00\x00\x00\x00",
                    36);
    exif[exif.indexOf('?')] = char(orientation);
    bytes.insert(2, exif);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QImage rendered(ImageView& view) {
    QImage image(view.size(), QImage::Format_RGB32);
    view.render(&image);
    return image;
}

bool hasAllTiles(PictureSource& picture, int level) {
    const QSize size = picture.levelSize(level);
    for (int row = 0; row * PictureSource::kTileSide < size.height(); ++row)
        for (int column = 0; column * PictureSource::kTileSide < size.width(); ++column)
            if (picture.tile({level, column, row}).isNull()) return false;
    return true;
}

} // namespace

class TestTiledPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void levelsHalveUntilOneTileHoldsAll();
    void tilesOverlapByOnePixelInside();
    void tilesAreThePicturesPixels_data();
    void tilesAreThePicturesPixels();
    void orientedPartsAreThoseOfTheOrientedPicture_data();
    void orientedPartsAreThoseOfTheOrientedPicture();
    void tilesArriveByASignal();
    void viewShowsTheSameFromFileAndFromMemory();
    void coarseTilesStandInForMissingOnes();
    void heldTilesStayBelowTheLimit();
    void fileThatIsNoPictureIsRefusedInOneSentence();
    void fileThatVanishesIsAskedForOnce();
};

void TestTiledPicture::levelsHalveUntilOneTileHoldsAll() {
    MemoryPicture picture(gradient(1601, 900));
    QCOMPARE(picture.levelCount(), 4);
    QCOMPARE(picture.levelSize(1), QSize(801, 450));
    QCOMPARE(picture.levelSize(3), QSize(201, 113));
    QCOMPARE(picture.tile({3, 0, 0}).size(), QSize(201, 113));
    QVERIFY(picture.tile({4, 0, 0}).isNull());
    QVERIFY(picture.tile({0, 9, 0}).isNull());
}

void TestTiledPicture::tilesOverlapByOnePixelInside() {
    const QImage image = gradient(1100, 600);
    MemoryPicture picture(image);
    QCOMPARE(picture.tileRect({0, 0, 0}), QRect(0, 0, 513, 513));
    QCOMPARE(picture.tileRect({0, 1, 1}), QRect(511, 511, 514, 89));
    QCOMPARE(picture.tile({0, 1, 1}).copy(), image.copy(511, 511, 514, 89));
}

void TestTiledPicture::tilesAreThePicturesPixels_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("PNG") << QStringLiteral("a.png");
    QTest::newRow("JPEG") << QStringLiteral("a.jpg");
}

void TestTiledPicture::tilesAreThePicturesPixels() {
    QFETCH(QString, name);
    QTemporaryDir folder;
    QVERIFY(gradient(1300, 1100).save(folder.filePath(name)));
    const QImage image(folder.filePath(name));
    auto picture = TiledPicture::open(folder.filePath(name));
    QVERIFY(picture.ok());
    QCOMPARE((*picture)->size(), image.size());
    QTRY_VERIFY(hasAllTiles(**picture, 0));
    for (const TileKey& key : {TileKey{0, 0, 0}, TileKey{0, 2, 1}, TileKey{0, 1, 2}}) {
        const QImage tile = (*picture)->tile(key);
        QCOMPARE(tile.size(), (*picture)->tileRect(key).size());
        QVERIFY(largestDifference(tile, image.copy((*picture)->tileRect(key))) <= 2);
    }
}

void TestTiledPicture::orientedPartsAreThoseOfTheOrientedPicture_data() {
    QTest::addColumn<int>("orientation");
    for (int i = 1; i <= 8; ++i)
        QTest::addRow("EXIF %d", i) << i;
}

void TestTiledPicture::orientedPartsAreThoseOfTheOrientedPicture() {
    QFETCH(int, orientation);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jpg"));
    QVERIFY(saveWithOrientation(gradient(700, 600), path, orientation));
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QImage whole = reader.read(); // Qt's own turning is the reference
    QCOMPARE(whole.size(), orientation < 5 ? QSize(700, 600) : QSize(600, 700));
    const QRect part(520, 100, 40, 200);
    const QImage got = decoded({path, QSize(700, 600), reader.transformation(), whole.size(), part});
    QCOMPARE(got.size(), part.size());
    QVERIFY(largestDifference(got, whole.copy(part)) <= 8);
}

void TestTiledPicture::tilesArriveByASignal() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jpg"));
    QVERIFY(gradient(900, 700).save(path));
    auto picture = TiledPicture::open(path);
    QVERIFY(picture.ok());
    QSignalSpy ready(picture->get(), &PictureSource::tilesReady);
    QVERIFY((*picture)->tile({0, 0, 0}).isNull());
    QVERIFY((*picture)->tile({0, 1, 0}).isNull());
    QVERIFY((*picture)->tile({0, 7, 7}).isNull()); // there is none
    QTRY_COMPARE(ready.size(), 1);                 // one reading for both
    QVERIFY(!(*picture)->tile({0, 0, 0}).isNull() && !(*picture)->tile({0, 1, 0}).isNull());
    QVERIFY((*picture)->tileAtHand({1, 0, 0}).isNull()); // nobody asked
}

void TestTiledPicture::viewShowsTheSameFromFileAndFromMemory() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.png"));
    const QImage image = gradient(1500, 1200);
    QVERIFY(image.save(path));
    auto picture = TiledPicture::open(path);
    QVERIFY(picture.ok());
    for (const double zoom : {1.0, 2.0, 0.7, 0.3}) {
        ImageView fromMemory, fromFile;
        for (ImageView* view : {&fromMemory, &fromFile})
            view->resize(640, 480);
        fromMemory.setImage(image);
        fromFile.setPicture(*picture);
        for (ImageView* view : {&fromMemory, &fromFile}) {
            view->setMiniMapShown(false);
            view->setZoom(zoom);
        }
        const QImage expected = rendered(fromMemory);
        QTRY_VERIFY2(largestDifference(rendered(fromFile), expected) <= (zoom < 1 ? 70 : 0),
                     qPrintable(QString::number(zoom)));
    }
}

void TestTiledPicture::coarseTilesStandInForMissingOnes() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jpg"));
    QImage image(2000, 1500, QImage::Format_RGB32);
    image.fill(QColor(200, 40, 40));
    QVERIFY(image.save(path));
    auto picture = TiledPicture::open(path);
    QVERIFY(picture.ok());
    const int last = (*picture)->levelCount() - 1;
    QTRY_VERIFY(!(*picture)->tile({last, 0, 0}).isNull());
    ImageView view;
    view.resize(400, 300);
    view.setPicture(*picture);
    view.actualSize();
    view.setMiniMapShown(false);
    const QColor middle(rendered(view).pixel(200, 150)); // no event has been handled since
    QVERIFY(middle.red() > 150 && middle.green() < 90);
}

void TestTiledPicture::heldTilesStayBelowTheLimit() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jpg"));
    QImage image(10240, 8192, QImage::Format_RGB32); // 320 MiB of tiles
    image.fill(Qt::darkGreen);
    QVERIFY(image.save(path));
    image = {};
    auto picture = TiledPicture::open(path);
    QVERIFY(picture.ok());
    QSignalSpy ready(picture->get(), &PictureSource::tilesReady);
    for (int row = 0; row < 16; row += 4) {
        for (int column = 0; column < 20; ++column)
            for (int i = 0; i < 4; ++i)
                (*picture)->tile({0, column, row + i});
        const auto before = ready.size();
        QTRY_VERIFY_WITH_TIMEOUT(ready.size() > before, 30000);
    }
    QVERIFY((*picture)->cachedKib() <= TiledPicture::kCacheKib);
    QVERIFY((*picture)->cachedKib() > TiledPicture::kCacheKib / 2);
    QVERIFY(!(*picture)->tileAtHand({0, 0, 15}).isNull());
    QVERIFY((*picture)->tileAtHand({0, 0, 0}).isNull()); // the first to go
}

void TestTiledPicture::fileThatIsNoPictureIsRefusedInOneSentence() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jpg"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("nothing to see");
    file.close();
    const auto picture = TiledPicture::open(path);
    QVERIFY(!picture.ok());
    QVERIFY(picture.error().message.find("a.jpg") != std::string::npos);
    QVERIFY(!TiledPicture::open(folder.filePath(QStringLiteral("b.jpg"))).ok());
}

void TestTiledPicture::fileThatVanishesIsAskedForOnce() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.jpg"));
    QVERIFY(gradient(900, 700).save(path));
    auto picture = TiledPicture::open(path);
    QVERIFY(picture.ok());
    QVERIFY(QFile::remove(path));
    QSignalSpy ready(picture->get(), &PictureSource::tilesReady);
    QVERIFY((*picture)->tile({0, 0, 0}).isNull());
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY((*picture)->tile({0, 0, 0}).isNull());
    QTest::qWait(50);
    QCOMPARE(ready.size(), 1);
}

QTEST_MAIN(TestTiledPicture)
#include "test_tiled_picture.moc"
