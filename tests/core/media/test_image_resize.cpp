#include "tests/core/media/golden_pictures.h"

#include <cmath>

using namespace rb::media;
using namespace rb::media::testing;
using namespace rb::testing;

namespace {
constexpr float kMean[3] = {0.48145466F, 0.4578275F, 0.40821073F};
constexpr float kStd[3] = {0.26862954F, 0.26130258F, 0.27577711F};
} // namespace

class ImageResizeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resizedPictureMatchesReference_data();
    void resizedPictureMatchesReference();
    void normalisedPlanesMatchReference_data();
    void normalisedPlanesMatchReference();
    void planesOfStoredPixelsMatchReference();
    void sameSizeChangesNothing();
    void flatPictureStaysFlat();
};

void ImageResizeTest::resizedPictureMatchesReference_data() {
    QTest::addColumn<int>("picture");
    QTest::addColumn<int>("result");
    const nlohmann::json pictures = goldenJson("images/resize/resize.json").at("pictures");
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const nlohmann::json& results = pictures[i].at("results");
        for (std::size_t k = 0; k < results.size(); ++k) {
            const std::string file = pictures[i].at("file"), variant = results[k].at("variant");
            if (variant == "high_byte") continue;
            QTest::addRow("%s %s %d", file.c_str(), variant.c_str(), results[k].at("size").get<int>())
                << static_cast<int>(i) << static_cast<int>(k);
        }
    }
}

void ImageResizeTest::resizedPictureMatchesReference() {
    QFETCH(const int, picture);
    QFETCH(const int, result);
    static const nlohmann::json pictures = goldenJson("images/resize/resize.json").at("pictures");
    static const GoldenFile golden("images/resize/resized_u8.safetensors");
    const nlohmann::json& entry = pictures.at(static_cast<std::size_t>(picture));
    const nlohmann::json& expected = entry.at("results").at(static_cast<std::size_t>(result));
    const std::string file = entry.at("file"), variant = expected.at("variant");
    const int size = expected.at("size");
    const auto image = readVariant(file, variant);
    QVERIFY2(image.ok(), image.ok() ? "" : image.error().message.c_str());
    const Image resized = resizedBicubic(*image, size, size);
    QCOMPARE(resized.width, size);
    QCOMPARE(resized.height, size);

    const bool sameDecoder = sha256(*image) == expected.at("sha256_rgb8").get<std::string>();
    QVERIFY(sameDecoder || isJpeg(file));
    if (sameDecoder) QCOMPARE(sha256(resized), expected.at("sha256_resized_u8").get<std::string>());
    const std::string name = std::filesystem::path(file).filename().string() + "." + variant + "." + std::to_string(size);
    const auto middle = golden.tensor<std::uint8_t>(name + ".crop").values;
    const int difference = largestDifference(crop(resized, QRect(size / 2 - 16, size / 2 - 16, 32, 32)), middle);
    QVERIFY2(difference <= (sameDecoder ? 0 : kJpegTolerance), qPrintable(QString::number(difference)));
}

void ImageResizeTest::normalisedPlanesMatchReference_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("variant");
    QTest::addColumn<int>("size");
    for (const nlohmann::json& picture : goldenJson("images/images.json"))
        for (const auto& [variant, sizes] : picture.at("variants").items())
            for (const int size : {56, 224}) {
                if (variant == "high_byte" || !sizes.contains("pass_order_" + std::to_string(size))) continue;
                const std::string file = picture.at("file");
                QTest::addRow("%s %s %d", file.c_str(), variant.c_str(), size)
                    << QString::fromStdString(file) << QString::fromStdString(variant) << size;
            }
}

void ImageResizeTest::normalisedPlanesMatchReference() {
    QFETCH(const QString, file);
    QFETCH(const QString, variant);
    QFETCH(const int, size);
    const auto image = readVariant(file.toStdString(), variant.toStdString());
    QVERIFY(image.ok());
    const auto planes = normalisedPlanes(resizedBicubic(*image, size, size), kMean, kStd);
    const GoldenFile golden("images/normalised_" + std::to_string(size) + ".safetensors");
    const auto expected = golden.tensor<float>(stemOf(file.toStdString()) + "." + variant.toStdString()).values;
    QCOMPARE(planes.size(), expected.size());
    // A grey level is at most 0.0151 of a normalised value.
    const float tolerance = isJpeg(file.toStdString()) ? kJpegTolerance * 0.0151F : 1e-6F;
    float largest = 0;
    for (std::size_t i = 0; i < planes.size(); ++i) largest = std::max(largest, std::fabs(planes[i] - expected[i]));
    QVERIFY2(largest <= tolerance, qPrintable(QString::number(static_cast<double>(largest))));
}

// From the stored pixels no decoder is in between, so JPEG files must agree exactly too.
void ImageResizeTest::planesOfStoredPixelsMatchReference() {
    const GoldenFile pixels("images/rgb.safetensors"), golden("images/normalised_56.safetensors");
    int compared = 0;
    for (int n = 1; n <= 8; ++n)
        for (const char* variant : {"raw", "exif_applied"}) {
            const std::string name = "exif_" + std::to_string(n) + "." + variant;
            const auto stored = pixels.tensor<std::uint8_t>(name);
            const auto expected = golden.tensor<float>(name).values;
            QVERIFY(!stored.values.empty());
            const Image image{static_cast<int>(stored.shape[1]), static_cast<int>(stored.shape[0]), stored.values};
            const auto planes = normalisedPlanes(resizedBicubic(image, 56, 56), kMean, kStd);
            QCOMPARE(planes.size(), expected.size());
            for (std::size_t i = 0; i < planes.size(); ++i) QVERIFY(std::fabs(planes[i] - expected[i]) <= 1e-6F);
            ++compared;
        }
    QCOMPARE(compared, 16);
}

void ImageResizeTest::sameSizeChangesNothing() {
    const auto image = readVariant("rgba.png", "raw");
    QVERIFY(image.ok());
    QVERIFY(resizedBicubic(*image, image->width, image->height).rgb == image->rgb);
}

void ImageResizeTest::flatPictureStaysFlat() {
    const Image flat{7, 5, std::vector<std::uint8_t>(7 * 5 * 3, 200)};
    for (const auto& [width, height] : {std::pair(1, 1), std::pair(3, 40), std::pair(40, 3), std::pair(90, 70)}) {
        const Image resized = resizedBicubic(flat, width, height);
        QCOMPARE(resized.rgb.size(), static_cast<std::size_t>(width * height * 3));
        QVERIFY(largestDifference(resized.rgb, std::vector<std::uint8_t>(resized.rgb.size(), 200)) == 0);
    }
}

QTEST_GUILESS_MAIN(ImageResizeTest)
#include "test_image_resize.moc"
