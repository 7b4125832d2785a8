#include "core/evaluate/classification.h"
#include "core/base/durable_file.h"
#include "core/synthetic/npy_file.h"
#include "tests/core/vlm/golden_model.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::test;
using evaluate::Classification;

class ClassificationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void similaritiesOfCloudsEqualTheReference_data() { models(); }
    void similaritiesOfCloudsEqualTheReference();
    void theLikestClassWins_data() { models(); }
    void theLikestClassWins();
    void aModelWithoutTextSideIsRefused();
    void foldersGiveClasses();
    void tablesTellWhatIsMistaken();

private:
    std::filesystem::path at(const std::string& name) const { return std::filesystem::path(m_folder->path().toStdString()) / name; }
    std::filesystem::path cloud(std::int64_t index, const std::string& kind) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// A golden cloud as a file of a class's folder.
std::filesystem::path ClassificationTest::cloud(std::int64_t index, const std::string& kind) const {
    const at::Tensor points = readGolden(folder() / "inputs.safetensors").at("pointcloud")[index].contiguous();
    const std::span<const float> values(points.const_data_ptr<float>(), static_cast<std::size_t>(points.numel()));
    std::filesystem::create_directories(at(kind + "/test"));
    const std::filesystem::path file = at(kind + "/test/" + std::to_string(index) + ".npy");
    if (!replaceFile(file, synthetic::npyBytes(values, 3)).ok()) qFatal("no cloud");
    return file;
}

void ClassificationTest::similaritiesOfCloudsEqualTheReference() {
    auto captioner = vlm::RegionCaptioner::open(folder());
    QVERIFY(captioner.ok());
    const auto golden = readJson(folder() / "classification.json");
    const auto texts = captioner->encodeTexts("pointcloud", golden.at("texts"));
    QVERIFY2(texts.ok(), texts.ok() ? "" : texts.error().message.c_str());
    const at::Tensor clouds = readGolden(folder() / "inputs.safetensors").at("pointcloud");
    for (std::int64_t i = 0; i < clouds.size(0); ++i) {
        geometry::PointCloud points;
        const at::Tensor rows = clouds[i].contiguous();
        for (std::int64_t p = 0; p < rows.size(0); ++p)
            for (std::int64_t axis = 0; axis < 3; ++axis) points.positions.push_back(rows[p][axis].item<float>());
        const auto encoded = captioner->encodeObject(points);
        QVERIFY(encoded.ok());
        const auto found = captioner->similarities(*encoded, {}, *texts);
        QVERIFY(found.ok());
        for (std::size_t c = 0; c < (*found)[0].size(); ++c)
            QVERIFY(std::abs((*found)[0][c] - golden.at("logits")[static_cast<std::size_t>(i)][c].get<double>()) < 1e-4);
    }
}

void ClassificationTest::theLikestClassWins() {
    const auto golden = readJson(folder() / "classification.json");
    const std::vector<std::string> classes = golden.at("class_names");
    std::vector<std::size_t> best;
    for (const auto& row : golden.at("logits")) {
        const std::vector<double> logits = row;
        best.push_back(static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin()));
    }
    cloud(0, classes[best[0]]), cloud(1, classes[(best[1] + 1) % classes.size()]), cloud(2, classes[best[2]]);
    const auto samples = evaluate::readClassFolders(at(""), train::Split::Test);
    QVERIFY(samples.ok());
    auto captioner = vlm::RegionCaptioner::open(folder());
    const std::string text = golden.at("texts")[0].get<std::string>(); // "a point cloud model of chair."
    const std::string form = text.substr(0, text.find(classes[0])) + "{}" + text.substr(text.find(classes[0]) + classes[0].size());
    const auto result = evaluate::classify(*captioner, *samples, {classes, form, {}});
    QVERIFY2(result.ok(), result.ok() ? "" : result.error().message.c_str());
    QCOMPARE(result->items.size(), std::size_t{3});
    QVERIFY(std::abs(result->top1 - 2.0 / 3) < 1e-9);
    QVERIFY(result->top5 >= result->top1);
    for (const evaluate::ClassifiedItem& item : result->items) QCOMPARE(item.ranking.size(), std::size_t{5});
}

void ClassificationTest::aModelWithoutTextSideIsRefused() {
    auto captioner = vlm::RegionCaptioner::open(std::filesystem::path(RB_TEST_DATA) / "regionblip" / "tiny-opt");
    QVERIFY(captioner.ok());
    const auto texts = captioner->encodeTexts("radar", {"a car"});
    QVERIFY(!texts.ok());
    QVERIFY(texts.error().message.find("radar") != std::string::npos);
}

void ClassificationTest::foldersGiveClasses() {
    QVERIFY(!evaluate::readClassFolders(at(""), train::Split::Test).ok());
    std::filesystem::create_directories(at("night_stand"));
    QVERIFY(replaceFile(at("night_stand/a.npy"), "no matter").ok());
    QVERIFY(replaceFile(at("night_stand/readme.txt.bak"), "no cloud").ok());
    const auto samples = evaluate::readClassFolders(at(""), train::Split::Test);
    QVERIFY(samples.ok());
    QCOMPARE(samples->size(), std::size_t{1});
    QCOMPARE(samples->front().name, std::string("night stand"));
    QCOMPARE(samples->front().modality, std::string("pointcloud"));
}

void ClassificationTest::tablesTellWhatIsMistaken() {
    const Classification c{{"a, b", "dog"}, {{"1", 0, {1, 0}}, {"2", 1, {1, 0}}}, 0.5, 1.0, {{0, 1}, {0, 1}}};
    QCOMPARE(evaluate::confusionCsv(c), std::string("truth,\"a, b\",dog\n\"a, b\",0,1\ndog,0,1\n"));
    QVERIFY(evaluate::toTable(c).find("a, b taken for dog") != std::string::npos);
    const auto json = nlohmann::json::parse(evaluate::toJson(c));
    QCOMPARE(json["items"][0]["truth"].get<std::string>(), std::string("a, b"));
    QCOMPARE(json["top_1"].get<double>(), 0.5);
}

QTEST_GUILESS_MAIN(ClassificationTest)
#include "test_classification.moc"
