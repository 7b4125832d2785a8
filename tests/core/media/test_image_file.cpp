#include "tests/core/media/golden_pictures.h"

#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>

using namespace rb::media;
using namespace rb::media::testing;
using namespace rb::testing;
using namespace rb::checkpoint::testing;

class ImageFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pictureMatchesReference_data();
    void pictureMatchesReference();
    void headerSaysSizeAndOrientation_data();
    void headerSaysSizeAndOrientation();
    void wrongEndingDoesNotMatter();
    void bytesBehindAPhotoDoNotMatter();
    void otherFormatsKeepTheirPixels_data();
    void otherFormatsKeepTheirPixels();
    void formatThatIsNoPixelsIsRefused();
    void largerPictureThanAllowedIsRefused();
    void photoOfMoreThanQtsOwnLimitOpens();
    void writtenPngComesBackEqual();
    void writtenJpegComesBackAlike();
    void unwritablePlaceIsAnError();
};

void ImageFileTest::pictureMatchesReference_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("variant");
    for (const nlohmann::json& picture : goldenJson("images/images.json"))
        for (const auto& [variant, ignored] : picture.at("variants").items()) {
            if (variant == "high_byte") continue; // the reading that PIL does not make
            const std::string file = picture.at("file");
            QTest::addRow("%s %s", file.c_str(), variant.c_str())
                << QString::fromStdString(file) << QString::fromStdString(variant);
        }
}

void ImageFileTest::pictureMatchesReference() {
    QFETCH(const QString, file);
    QFETCH(const QString, variant);
    const auto image = readVariant(file.toStdString(), variant.toStdString());
    QVERIFY2(image.ok(), image.ok() ? "" : image.error().message.c_str());
    const GoldenFile golden("images/rgb.safetensors");
    const std::string name = stemOf(file.toStdString()) + "." + variant.toStdString();
    const bool whole = golden.contains(name);
    const auto expected = golden.tensor<std::uint8_t>(whole ? name : name + ".crop");
    QVERIFY(!expected.values.empty());
    if (whole) {
        QCOMPARE(image->height, static_cast<int>(expected.shape[0]));
        QCOMPARE(image->width, static_cast<int>(expected.shape[1]));
    }
    // Only the photo is stored as a part: rows 100 to 163, columns 200 to 263.
    const auto got = whole ? image->rgb : crop(*image, QRect(200, 100, 64, 64));
    const int difference = largestDifference(got, expected.values);
    QVERIFY2(difference <= (isJpeg(file.toStdString()) ? kJpegTolerance : 0), qPrintable(QString::number(difference)));
}

void ImageFileTest::headerSaysSizeAndOrientation_data() {
    QTest::addColumn<int>("index");
    const nlohmann::json pictures = goldenJson("images/images.json");
    for (std::size_t i = 0; i < pictures.size(); ++i)
        QTest::newRow(pictures[i].at("file").get<std::string>().c_str()) << static_cast<int>(i);
}

void ImageFileTest::headerSaysSizeAndOrientation() {
    QFETCH(const int, index);
    const nlohmann::json picture = goldenJson("images/images.json").at(static_cast<std::size_t>(index));
    const auto header = readImageHeader(std::string(RB_TEST_DATA "/images/") + picture.at("file").get<std::string>());
    QVERIFY2(header.ok(), header.ok() ? "" : header.error().message.c_str());
    QCOMPARE(header->width, picture.at("width").get<int>());
    QCOMPARE(header->height, picture.at("height").get<int>());
    const nlohmann::json& orientation = picture.at("exif_orientation");
    QCOMPARE(header->exifOrientation, orientation.is_null() ? 1 : orientation.get<int>());
    QCOMPARE(header->format, isJpeg(picture.at("file")) ? std::string("jpeg") : std::string("png"));
    const nlohmann::json& variants = picture.at("variants");
    const nlohmann::json& shown = variants.contains("exif_applied") ? variants.at("exif_applied") : variants.at("raw");
    QCOMPARE(header->shownWidth(), shown.at("width").get<int>());
    QCOMPARE(header->shownHeight(), shown.at("height").get<int>());
}

void ImageFileTest::wrongEndingDoesNotMatter() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("really a png.jpg"));
    QVERIFY(QFile::copy(dataPath("images/tiny.png"), path));
    const auto image = readImage(fsPath(path));
    QVERIFY(image.ok());
    QVERIFY(image->rgb == readVariant("tiny.png", "raw")->rgb);
}

void ImageFileTest::bytesBehindAPhotoDoNotMatter() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("photo.jpg"));
    QVERIFY(writeContent(path, contentOf(dataPath("images/photo.jpg")) + "a film of the moment before"));
    const auto image = readImage(fsPath(path));
    QVERIFY2(image.ok(), image.ok() ? "" : image.error().message.c_str());
    QVERIFY(image->rgb == readVariant("photo.jpg", "raw")->rgb);
}

void ImageFileTest::otherFormatsKeepTheirPixels_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("pixels");
    QTest::newRow("bmp, 24 bits") << QByteArray("bmp") << int(QImage::Format_RGB888);
    QTest::newRow("bmp, 32 bits") << QByteArray("bmp") << int(QImage::Format_ARGB32);
    QTest::newRow("bmp, palette") << QByteArray("bmp") << int(QImage::Format_Indexed8);
    QTest::newRow("ppm") << QByteArray("ppm") << int(QImage::Format_RGB888);
    QTest::newRow("ico") << QByteArray("ico") << int(QImage::Format_ARGB32);
    QTest::newRow("png, 48 bits") << QByteArray("png") << int(QImage::Format_RGBX64);
    QTest::newRow("png, 64 bits") << QByteArray("png") << int(QImage::Format_RGBA64);
}

void ImageFileTest::otherFormatsKeepTheirPixels() {
    QFETCH(const QByteArray, format);
    QFETCH(const int, pixels);
    // Sixteen colours, so that a palette loses nothing.
    QImage source(31, 17, QImage::Format_RGB32);
    for (int y = 0; y < 17; ++y)
        for (int x = 0; x < 31; ++x) source.setPixel(x, y, qRgb((x % 4) * 85, (y % 4) * 85, 40));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.") + QString::fromLatin1(format));
    QVERIFY(source.convertToFormat(QImage::Format(pixels), Qt::AvoidDither).save(path, format.constData()));
    const auto image = readImage(fsPath(path));
    QVERIFY2(image.ok(), image.ok() ? "" : image.error().message.c_str());
    QCOMPARE(image->width, 31);
    QCOMPARE(image->height, 17);
    for (int y = 0; y < 17; ++y)
        for (int x = 0; x < 31; ++x) {
            const std::uint8_t* rgb = &image->rgb[static_cast<std::size_t>(y * 31 + x) * 3];
            QCOMPARE(qRgb(rgb[0], rgb[1], rgb[2]), source.pixel(x, y));
        }
}

// A drawing may name other files, which its reader would open.
void ImageFileTest::formatThatIsNoPixelsIsRefused() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("drawing.png"));
    QVERIFY(writeContent(path, "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" "
                               "height=\"8\"><rect width=\"8\" height=\"8\"/></svg>"));
    const auto image = readImage(fsPath(path));
    QVERIFY(!image.ok());
    QVERIFY(image.error().code == rb::ErrorCode::Unsupported);
    QVERIFY2(isOneSentenceNaming(image.error().message, QStringLiteral("drawing.png")), image.error().message.c_str());
    QVERIFY(!readImageHeader(fsPath(path)).ok());
}

void ImageFileTest::largerPictureThanAllowedIsRefused() {
    ImageReadOptions options;
    options.maxPixels = 640 * 427 - 1;
    const auto image = readImage(fsPath(dataPath("images/photo.jpg")), options);
    QVERIFY(!image.ok());
    QVERIFY(image.error().code == rb::ErrorCode::TooLarge);
    QVERIFY(isOneSentenceNaming(image.error().message, QStringLiteral("photo.jpg")));
    options.maxPixels = 640 * 427;
    QVERIFY(readImage(fsPath(dataPath("images/photo.jpg")), options).ok());
}

void ImageFileTest::photoOfMoreThanQtsOwnLimitOpens() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("huge.png"));
    QImage huge(7000, 5000, QImage::Format_Mono); // 140 MB once it is decoded to 32 bits
    huge.fill(0);
    QVERIFY(huge.convertToFormat(QImage::Format_RGB32).save(path, "PNG", 100));
    const auto image = readImage(fsPath(path));
    QVERIFY2(image.ok(), image.ok() ? "" : image.error().message.c_str());
    QCOMPARE(image->rgb.size(), std::size_t{7000} * 5000 * 3);
}

void ImageFileTest::writtenPngComesBackEqual() {
    const QTemporaryDir folder;
    const auto path = fsPath(folder.filePath(QStringLiteral("written.png")));
    for (const char* file : {"tiny.png", "photo.jpg", "palette.png"}) {
        const auto image = readVariant(file, "raw");
        QVERIFY(image.ok());
        QVERIFY(writeImage(path, *image).ok());
        const auto back = readImage(path);
        QVERIFY(back.ok());
        QCOMPARE(back->width, image->width);
        QVERIFY(back->rgb == image->rgb);
    }
    QCOMPARE(readImageHeader(path)->format, std::string("png"));
}

void ImageFileTest::writtenJpegComesBackAlike() {
    const QTemporaryDir folder;
    const auto path = fsPath(folder.filePath(QStringLiteral("written.JPG")));
    const auto image = readVariant("photo.jpg", "raw");
    QVERIFY(image.ok() && writeImage(path, *image).ok());
    QCOMPARE(readImageHeader(path)->format, std::string("jpeg"));
    const auto back = readImage(path);
    QVERIFY(back.ok());
    QCOMPARE(back->rgb.size(), image->rgb.size());
    double sum = 0;
    for (std::size_t i = 0; i < image->rgb.size(); ++i) sum += std::abs(back->rgb[i] - image->rgb[i]);
    QVERIFY(sum / static_cast<double>(image->rgb.size()) < 4);
}

void ImageFileTest::unwritablePlaceIsAnError() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("no such folder/picture.png"));
    const auto status = writeImage(fsPath(path), Image{1, 1, {1, 2, 3}});
    QVERIFY(!status.ok());
    QVERIFY2(isOneSentenceNaming(status.error().message, QStringLiteral("picture.png")), status.error().message.c_str());
}

QTEST_GUILESS_MAIN(ImageFileTest)
#include "test_image_file.moc"
