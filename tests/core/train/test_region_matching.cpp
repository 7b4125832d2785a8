#include "tests/core/train/golden_training.h"
#include "tests/core/vlm/model_folders.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::test;

/// Scores of regions by a matching head of their own, as a training may add one, against the objective that trains it.
class RegionMatchingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itmOfRegionsIsWhatTheObjectiveComputes_data() { models(); }
    void itmOfRegionsIsWhatTheObjectiveComputes();

private:
    static std::filesystem::path withRegionHead(const std::filesystem::path& model, const QTemporaryDir& at);
};

std::filesystem::path RegionMatchingTest::withRegionHead(const std::filesystem::path& model, const QTemporaryDir& at) {
    const std::filesystem::path made = at.filePath(QStringLiteral("model")).toStdString();
    copyModel(model, made);
    std::filesystem::copy_file(model / "inputs.safetensors", made / "inputs.safetensors");
    auto tensors = readGolden(model / "model.safetensors");
    const std::int64_t width = tensors.at("img_itm_head.weight").size(1);
    tensors["img_region_itm_head.weight"] = 0.1 * at::sin(at::arange(2 * width, at::kFloat)).view({2, width}); // small: a sure "yes" has no digits left
    tensors["img_region_itm_head.bias"] = at::tensor({0.3F, -0.2F});
    if (!vlm::writeTensors(made / "model.safetensors", tensors, {}).ok()) qFatal("cannot write the model");
    return made;
}

void RegionMatchingTest::itmOfRegionsIsWhatTheObjectiveComputes() {
    const QTemporaryDir scratch;
    const std::filesystem::path model = withRegionHead(folder(), scratch);
    const auto captions = readJson(folder() / "losses.json").at("losses").at("image_region").at("captions").get<std::vector<std::string>>();
    train::TrainingBatch batch = GoldenBatches(model).batch("image_region", captions);
    // "Wrong" pictures that are the own ones, as a box is given in pixels of its picture; texts of other regions.
    batch.negatives = train::Negatives{{1, 2, 0, 4, 5, 3, 7, 8, 6}, {4, 0, 8, 1, 7, 2, 3, 5, 0}};
    const vlm::ModelSource source = sourceAt(model);
    const double wanted = lossesOf(parametersOf(source, [](const std::string&) { return false; }), source.config, batch, {}).itm.item<double>();

    auto captioner = vlm::RegionCaptioner::open(model);
    QVERIFY(captioner.ok());
    const auto boxes = readJson(folder() / "boxes.json").at("boxes_pixels");
    double loss = 0;
    for (std::size_t i = 0; i < captions.size(); ++i) {
        const auto image = media::readImage(dataFolder() / "regionblip" / boxes[i].at("picture").get<std::string>());
        const auto xywh = boxes[i].at("xywh").get<std::vector<double>>();
        const geometry::Box2 box{xywh[0], xywh[1], xywh[2], xywh[3]};
        const auto scores = captioner->matchingScores(*captioner->encode(*image), {box, box}, {captions[i], captions[std::size_t(batch.negatives->texts[i])]});
        QVERIFY2(scores.ok() && (*scores)[0].itm && (*scores)[1].itm, "no score");
        const double own = *(*scores)[0].itm, other = *(*scores)[1].itm;
        loss -= (std::log(own) + std::log(1 - own) + std::log(1 - other)) / (3.0 * double(captions.size()));
    }
    QVERIFY2(std::abs(loss - wanted) < 1e-5 * std::max(1.0, wanted), qPrintable(QStringLiteral("%1 instead of %2").arg(loss, 0, 'g', 9).arg(wanted, 0, 'g', 9)));
}

QTEST_GUILESS_MAIN(RegionMatchingTest)
#include "test_region_matching.moc"
