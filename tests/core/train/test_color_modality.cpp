#include "tests/core/train/golden_training.h"
#include "tests/core/train/small_training.h"
#include "tests/core/train/watcher.h"

#include "core/clouds/cloud_reader.h"
#include "core/synthetic/data_set.h"
#include "core/train/trainer.h"
#include "core/vlm/region_captioner.h"

using namespace rb;
using namespace rb::test;

/// Clouds with colour as a modality of their own, beside the four that see none.
class ColorModalityTest : public QObject, public SmallTraining {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsAsTheOneThatSeesNoColor();
    void learnsColorAndLeavesTheFourBitIdentical();
    void cloudWithoutColorIsRefused();
    void onlyCloudsCanHaveColor();

private:
    train::TrainingOptions painted() const {
        train::TrainingOptions chosen = options("run");
        chosen.data = at("rooms");
        chosen.newModality = *train::newModalityFrom("painted=pointcloud_region+color");
        chosen.learningRate = 1e-2;
        chosen.steps = 12;
        return chosen;
    }
    std::filesystem::path scene() const {
        for (const auto& entry : std::filesystem::directory_iterator(at("rooms") / "train"))
            if (entry.path().string().ends_with("_aligned_vert.npy")) return entry.path();
        return {};
    }
};

void ColorModalityTest::init() {
    begin();
    synthetic::DataSetOptions rooms;
    rooms.kind = synthetic::DataKind::Rooms;
    rooms.count = 10;
    rooms.folder = at("rooms");
    QVERIFY(synthetic::writeDataSet(rooms).ok());
}

void ColorModalityTest::beginsAsTheOneThatSeesNoColor() {
    vlm::ModelSource source = sourceAt(model());
    const train::NewModality made = *train::newModalityFrom("painted=pointcloud_region+color");
    QVERIFY(train::addModality(source, made).ok());
    const auto parameters = parametersOf(source, train::ownTensorsOf(source.config.modalities.at("painted")));
    const c10::InferenceMode inference;
    const vlm::RegionBlip network(nn::Weights(parameters, {}), source.config);
    const at::Tensor points = readGolden(model() / "inputs.safetensors").at("scene");
    const at::Tensor colored = at::cat({points, at::rand({points.size(0), points.size(1), 3})}, 2);
    QVERIFY(at::allclose(network.pointFeatures(colored), network.pointFeatures(points), 1e-5, 1e-5));
}

void ColorModalityTest::learnsColorAndLeavesTheFourBitIdentical() {
    vlm::ModelPaths paths;
    paths.model = model();
    const auto before = tracedStages(paths);
    Watcher watcher;
    const Status trained = run(painted(), watcher);
    QVERIFY2(trained.ok(), trained.ok() ? "" : trained.error().message.c_str());
    for (const auto& [name, tensor] : adapterOf(at("run")))
        QVERIFY2(name.find("painted") != std::string::npos || name.find("encoder_color") != std::string::npos, name.c_str());
    paths.adapters = {{at("run") / "adapter.safetensors"}};
    const auto after = tracedStages(paths);
    for (const auto& [name, tensor] : before) QVERIFY2(tensor.equal(after.at(name)), name.c_str());

    vlm::CaptionerOptions asPainted;
    asPainted.modality = "painted";
    auto captioner = vlm::RegionCaptioner::open(paths, asPainted);
    QVERIFY(captioner.ok());
    geometry::PointCloud cloud = *clouds::readCloudForModel(scene());
    std::vector<double> scores;
    for (const std::uint8_t shade : {std::uint8_t{0}, std::uint8_t{255}}) {
        std::fill(cloud.colors.begin(), cloud.colors.end(), shade);
        const auto encoded = captioner->encodeScene(cloud);
        QVERIFY(encoded.ok());
        const auto written = captioner->caption(*encoded, {geometry::Box3{{0, 0, 0.5}, {1, 1, 1}}}, captioner->description().generation);
        QVERIFY(written.ok());
        scores.push_back(written->front().front().score);
    }
    QVERIFY(scores[0] != scores[1]);
}

void ColorModalityTest::cloudWithoutColorIsRefused() {
    Watcher watcher;
    QVERIFY(run(painted(), watcher).ok());
    vlm::ModelPaths paths;
    paths.model = model();
    paths.adapters = {{at("run") / "adapter.safetensors"}};
    vlm::CaptionerOptions asPainted;
    asPainted.modality = "painted";
    auto captioner = vlm::RegionCaptioner::open(paths, asPainted);
    QVERIFY(captioner.ok());
    geometry::PointCloud cloud = *clouds::readCloudForModel(scene());
    cloud.colors.clear();
    const auto encoded = captioner->encodeScene(cloud);
    QVERIFY(!encoded.ok());
    QCOMPARE(encoded.error().message, std::string("The cloud has no colours, and the modality painted needs them."));
}

void ColorModalityTest::onlyCloudsCanHaveColor() {
    vlm::ModelSource source = sourceAt(model());
    const Status refused = train::addModality(source, *train::newModalityFrom("thermal=image_region+color"));
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.find("sees no point clouds") != std::string::npos);
}

QTEST_GUILESS_MAIN(ColorModalityTest)
#include "test_color_modality.moc"
