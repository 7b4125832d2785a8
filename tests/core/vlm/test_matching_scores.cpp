#include "tests/core/vlm/golden_model.h"

#include "core/vlm/region_captioner.h"

using namespace rb;
using rb::test::folder;
using rb::test::readJson;

/// The scores of region and caption against the losses that the reference computed of the same pairs.
class MatchingScoresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itmGivesTheReferencesLoss_data() { test::models(); }
    void itmGivesTheReferencesLoss();
    void itcOfPicturesGivesTheReferencesLoss_data() { test::models(); }
    void itcOfPicturesGivesTheReferencesLoss();
    void itcOfRegionsGivesTheReferencesLoss_data() { test::models(); }
    void itcOfRegionsGivesTheReferencesLoss();
    void regionsOfReleasedModelsHaveNoItm();
    void pairsTogetherEqualPairsAlone();
    void keptFeaturesCompareAsSimilaritiesDo();
    void aCaptionShortIsRefused();
    void aModelWithoutTheTextPartIsRefused();

private:
    /// The three golden pictures, encoded.
    struct Pictures {
        vlm::RegionCaptioner captioner;
        std::vector<vlm::EncodedImage> encoded;
    };
    static Pictures open(const std::filesystem::path& model);
    static std::vector<geometry::Box2> boxes(const std::filesystem::path& model);
    static double itcLoss(const at::Tensor& cosines, const std::filesystem::path& model);
};

MatchingScoresTest::Pictures MatchingScoresTest::open(const std::filesystem::path& model) {
    auto opened = vlm::RegionCaptioner::open(model);
    if (!opened.ok()) qFatal("%s", opened.error().message.c_str());
    Pictures pictures{std::move(*opened), {}};
    for (int i = 0; i < 3; ++i) {
        const auto image = media::readImage(test::dataFolder() / "regionblip" / ("picture" + std::to_string(i) + ".png"));
        if (!image.ok()) qFatal("%s", image.error().message.c_str());
        pictures.encoded.push_back(*pictures.captioner.encode(*image));
    }
    return pictures;
}

/// Three a picture, in the order of the golden captions.
std::vector<geometry::Box2> MatchingScoresTest::boxes(const std::filesystem::path& model) {
    std::vector<geometry::Box2> all;
    const auto json = readJson(model / "boxes.json");
    for (const auto& entry : json.at("boxes_pixels")) {
        const auto box = entry.at("xywh").get<std::vector<double>>();
        all.push_back({box[0], box[1], box[2], box[3]});
    }
    return all;
}

/// ITC by its formula, of the cosines of every picture (or region) with every text.
double MatchingScoresTest::itcLoss(const at::Tensor& cosines, const std::filesystem::path& model) {
    const at::Tensor logits = cosines / test::readGolden(model / "model.safetensors").at("temp");
    const at::Tensor own = at::arange(cosines.size(0), at::kLong);
    const auto oneWay = [&](const at::Tensor& rows) { return at::cross_entropy_loss(rows, own, {}, at::Reduction::Mean, -100, 0.1).item<double>(); };
    return (oneWay(logits) + oneWay(logits.t())) / 2;
}

void MatchingScoresTest::itmGivesTheReferencesLoss() {
    const auto golden = readJson(folder() / "losses.json").at("losses").at("image");
    const auto captions = golden.at("captions").get<std::vector<std::string>>();
    Pictures pictures = open(folder());
    double loss = 0;
    const auto add = [&](std::size_t picture, std::size_t text, bool match) {
        const auto score = pictures.captioner.matchingScores(pictures.encoded[picture], {}, {captions[text]});
        if (!score.ok()) qFatal("%s", score.error().message.c_str());
        const double probability = (*score)[0].itm.value();
        loss -= std::log(match ? probability : 1 - probability) / 9;
    };
    for (std::size_t i = 0; i < 3; ++i) {
        add(i, i, true);
        add(golden.at("itm_negative_image_indices")[i], i, false);
        add(i, golden.at("itm_negative_text_indices")[i], false);
    }
    const double wanted = golden.at("loss_itm");
    QVERIFY2(std::abs(loss - wanted) < 1e-5, qPrintable(QStringLiteral("%1 instead of %2").arg(loss, 0, 'g', 9).arg(wanted, 0, 'g', 9)));
}

void MatchingScoresTest::itcOfPicturesGivesTheReferencesLoss() {
    const auto golden = readJson(folder() / "losses.json").at("losses").at("image");
    const auto captions = golden.at("captions").get<std::vector<std::string>>();
    Pictures pictures = open(folder());
    at::Tensor cosines = at::zeros({3, 3});
    for (int i = 0; i < 3; ++i) {
        const auto scores = pictures.captioner.matchingScores(pictures.encoded[std::size_t(i)], {}, captions);
        QVERIFY(scores.ok());
        for (int k = 0; k < 3; ++k) cosines[i][k] = (*scores)[std::size_t(k)].itc;
    }
    QVERIFY(std::abs(itcLoss(cosines, folder()) - golden.at("loss_itc").get<double>()) < 2e-5);
}

void MatchingScoresTest::itcOfRegionsGivesTheReferencesLoss() {
    const auto golden = readJson(folder() / "losses.json").at("losses").at("image_region");
    const auto captions = golden.at("captions").get<std::vector<std::string>>();
    const std::vector<geometry::Box2> all = boxes(folder());
    Pictures pictures = open(folder());
    at::Tensor cosines = at::zeros({9, 9});
    for (int i = 0; i < 9; ++i) {
        const std::vector<geometry::Box2> same(9, all[std::size_t(i)]);
        const auto scores = pictures.captioner.matchingScores(pictures.encoded[std::size_t(i / 3)], same, captions);
        QVERIFY(scores.ok());
        for (int k = 0; k < 9; ++k) cosines[i][k] = (*scores)[std::size_t(k)].itc;
    }
    QVERIFY(std::abs(itcLoss(cosines, folder()) - golden.at("loss_itc").get<double>()) < 5e-5);
}

void MatchingScoresTest::regionsOfReleasedModelsHaveNoItm() {
    const auto model = test::dataFolder() / "regionblip/tiny-opt";
    Pictures pictures = open(model);
    const auto scores = pictures.captioner.matchingScores(pictures.encoded[0], {boxes(model)[0]}, {"a red bus"});
    QVERIFY(scores.ok() && !(*scores)[0].itm);
}

void MatchingScoresTest::pairsTogetherEqualPairsAlone() {
    Pictures pictures = open(test::dataFolder() / "regionblip/tiny-t5");
    const std::vector<std::string> captions{"a bus", "this is a round, short banana it is next to the knife", "a dog"};
    const auto together = pictures.captioner.matchingScores(pictures.encoded[1], {}, captions);
    QVERIFY(together.ok());
    for (std::size_t i = 0; i < captions.size(); ++i) {
        const auto alone = pictures.captioner.matchingScores(pictures.encoded[1], {}, {captions[i]});
        QVERIFY(alone.ok());
        QVERIFY(std::abs((*alone)[0].itc - (*together)[i].itc) < 1e-5);
        QVERIFY(std::abs(*(*alone)[0].itm - *(*together)[i].itm) < 1e-5);
    }
}

void MatchingScoresTest::keptFeaturesCompareAsSimilaritiesDo() {
    const auto model = test::dataFolder() / "regionblip/tiny-opt";
    Pictures pictures = open(model);
    const std::vector<std::string> texts{"a red bus", "a shiny bridge"};
    const std::vector<geometry::Box2> some{boxes(model)[0], boxes(model)[1]};
    const auto regions = pictures.captioner.embed(pictures.encoded[0], some);
    const auto words = pictures.captioner.embedTexts("image_region", texts);
    QVERIFY(regions.ok() && words.ok());
    const auto wanted = pictures.captioner.similarities(pictures.encoded[0], some, *pictures.captioner.encodeTexts("image_region", texts));
    QVERIFY(wanted.ok());
    for (std::size_t r = 0; r < 2; ++r)
        for (std::size_t t = 0; t < 2; ++t) {
            const vlm::RegionEmbedding& region = (*regions)[r];
            const auto width = std::size_t(region.width);
            float best = -2;
            for (std::size_t query = 0; query < region.queries.size() / width; ++query) {
                float product = 0;
                for (std::size_t i = 0; i < width; ++i) product += region.queries[query * width + i] * (*words)[t][i];
                best = std::max(best, product);
            }
            QVERIFY(std::abs(best - (*wanted)[r][t]) < 1e-5F);
        }
    QCOMPARE(pictures.captioner.embed(pictures.encoded[0], {})->size(), std::size_t{1});
}

void MatchingScoresTest::aCaptionShortIsRefused() {
    const auto model = test::dataFolder() / "regionblip/tiny-opt";
    Pictures pictures = open(model);
    const auto scores = pictures.captioner.matchingScores(pictures.encoded[0], {boxes(model)[0], boxes(model)[1]}, {"a red bus"});
    QVERIFY(!scores.ok());
    QVERIFY(scores.error().code == ErrorCode::InvalidArgument);
}

void MatchingScoresTest::aModelWithoutTheTextPartIsRefused() {
    auto captioner = vlm::RegionCaptioner::open(test::dataFolder() / "hf_blip2/blip2-opt");
    QVERIFY2(captioner.ok(), captioner.ok() ? "" : captioner.error().message.c_str());
    const auto image = media::readImage(test::dataFolder() / "regionblip/picture0.png");
    const auto encoded = captioner->encode(*image);
    const auto scores = captioner->matchingScores(*encoded, {}, {"a red bus"});
    QVERIFY(!scores.ok());
    QVERIFY(scores.error().code == ErrorCode::Unsupported);
    QVERIFY(!captioner->embed(*encoded, {}).ok());
}

QTEST_GUILESS_MAIN(MatchingScoresTest)
#include "test_matching_scores.moc"
