#include "core/vlm/region_captioner.h"

#include <QTest>

using namespace rb;

static const std::filesystem::path kModel = RB_RESOURCES "/models/regionblip-mini";

class RegionCaptionerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void regionsTogetherEqualRegionsAlone();
    void regionsOfManyPicturesTogetherEqualEachPictureAlone();
    void regionsAndWholePicturesAreNotMixed();
    void wordsArriveOneByOne();
    void stopsAtOnce();
    void bfloat16SaysTheSame();
    void aBoxOutsideIsRefused();
    void moreCaptionsThanBeamsAreRefused();
    void aFolderThatIsNoModelIsRefused();

private:
    std::optional<vlm::RegionCaptioner> m_captioner;
    media::Image m_image;
    const std::vector<geometry::Box2> m_boxes{{480, 80, 147, 153}, {61, 13, 199, 182}, {4, 163, 138, 108}};
};

void RegionCaptionerTest::initTestCase() {
    auto opened = vlm::RegionCaptioner::open(kModel);
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    m_captioner.emplace(std::move(*opened));
    auto image = media::readImage(kModel / "samples/scene00.jpg");
    QVERIFY(image.ok());
    m_image = std::move(*image);
}

void RegionCaptionerTest::regionsTogetherEqualRegionsAlone() {
    const auto encoded = m_captioner->encode(m_image);
    QVERIFY(encoded.ok());
    const auto options = m_captioner->description().generation;
    const auto together = m_captioner->caption(*encoded, m_boxes, options);
    QVERIFY(together.ok());
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const auto alone = m_captioner->caption(*encoded, {m_boxes[i]}, options);
        QVERIFY(alone.ok());
        QCOMPARE((*alone)[0][0].tokenIds, (*together)[i][0].tokenIds);
        QVERIFY(std::abs((*alone)[0][0].score - (*together)[i][0].score) < 1e-4);
    }
}

void RegionCaptionerTest::regionsOfManyPicturesTogetherEqualEachPictureAlone() {
    const auto options = m_captioner->description().generation;
    std::vector<vlm::ImageRegions> pictures;
    std::vector<std::vector<vlm::Caption>> alone;
    for (int i = 0; i < 9; ++i) { // 18 regions: more than one batch, with a picture across its end
        const auto image = media::readImage(kModel / ("samples/scene0" + std::to_string(i) + ".jpg"));
        QVERIFY(image.ok());
        const double w = image->width, h = image->height;
        pictures.push_back({*m_captioner->encode(*image), {{0, 0, w / 2, h / 2}, {w / 3, h / 4, w / 2, h / 2}}});
        auto captions = m_captioner->caption(pictures.back().image, pictures.back().boxes, options);
        QVERIFY(captions.ok());
        for (auto& each : *captions) alone.push_back(std::move(each));
    }
    const auto together = m_captioner->caption(pictures, options);
    QVERIFY(together.ok());
    QCOMPARE(together->size(), alone.size());
    for (std::size_t i = 0; i < alone.size(); ++i) QCOMPARE((*together)[i][0].tokenIds, alone[i][0].tokenIds);
}

void RegionCaptionerTest::regionsAndWholePicturesAreNotMixed() {
    const auto encoded = m_captioner->encode(m_image);
    QVERIFY(!m_captioner->caption({{*encoded, m_boxes}, {*encoded, {}}}, m_captioner->description().generation).ok());
    QCOMPARE(m_captioner->caption({{*encoded, {}}, {*encoded, {}}}, m_captioner->description().generation)->size(), std::size_t(2));
}

void RegionCaptionerTest::wordsArriveOneByOne() {
    const auto encoded = m_captioner->encode(m_image);
    auto options = m_captioner->description().generation;
    options.numBeams = 1;
    std::vector<std::string> seen;
    const auto captions = m_captioner->caption(*encoded, {m_boxes[0]}, options,
                                               [&](std::size_t, const std::string& text) { seen.push_back(text); });
    QVERIFY(captions.ok() && seen.size() > 2);
    for (std::size_t i = 1; i < seen.size(); ++i) QVERIFY(seen[i].rfind(seen[i - 1], 0) == 0);
    const vlm::Caption& caption = (*captions)[0][0];
    QCOMPARE(caption.tokenTexts.size(), caption.tokenIds.size());
    QCOMPARE(caption.tokenScores.size(), caption.tokenIds.size());
}

void RegionCaptionerTest::stopsAtOnce() {
    const auto encoded = m_captioner->encode(m_image);
    std::stop_source stop;
    int words = 0;
    const auto captions = m_captioner->caption(*encoded, {m_boxes[0]}, m_captioner->description().generation,
                                               [&](std::size_t, const std::string&) { ++words; stop.request_stop(); },
                                               stop.get_token());
    QVERIFY(captions.ok());
    QCOMPARE(words, 1);
}

void RegionCaptionerTest::bfloat16SaysTheSame() {
    vlm::CaptionerOptions options;
    options.precision = vlm::Precision::BFloat16;
    auto half = vlm::RegionCaptioner::open(kModel, options);
    QVERIFY(half.ok());
    const auto generation = m_captioner->description().generation;
    const auto expected = m_captioner->caption(*m_captioner->encode(m_image), m_boxes, generation);
    const auto found = half->caption(*half->encode(m_image), m_boxes, generation);
    QVERIFY2(found.ok(), found.ok() ? "" : found.error().message.c_str());
    // Rounded weights may turn a close call; scores stay near.
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        QVERIFY(std::abs((*found)[i][0].score - (*expected)[i][0].score) < 0.1);
}

void RegionCaptionerTest::aBoxOutsideIsRefused() {
    const auto encoded = m_captioner->encode(m_image);
    const auto captions = m_captioner->caption(*encoded, {{700, 10, 20, 20}}, m_captioner->description().generation);
    QVERIFY(!captions.ok());
    QVERIFY(captions.error().message.find("700,10,20,20") != std::string::npos);
}

void RegionCaptionerTest::moreCaptionsThanBeamsAreRefused() {
    auto options = m_captioner->description().generation;
    options.numCaptions = options.numBeams + 1;
    QVERIFY(!m_captioner->caption(*m_captioner->encode(m_image), {}, options).ok());
}

void RegionCaptionerTest::aFolderThatIsNoModelIsRefused() {
    const auto opened = vlm::RegionCaptioner::open(RB_TEST_DATA "/images");
    QVERIFY(!opened.ok());
    QVERIFY(opened.error().message.find("images") != std::string::npos);
}

QTEST_GUILESS_MAIN(RegionCaptionerTest)
#include "test_region_captioner.moc"
