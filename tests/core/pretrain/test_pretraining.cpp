#include "core/base/durable_file.h"
#include "core/pretrain/fresh_weights.h"
#include "core/pretrain/patch_names.h"
#include "core/pretrain/pretraining.h"
#include "core/train/training_batch.h"
#include "core/vlm/region_captioner.h"
#include "core/vlm/model_source.h"
#include "tests/core/synthetic/glyph_sets.h"
#include "tests/core/train/watcher.h"
#include "tests/core/vlm/golden_model.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace rb;
using namespace rb::test;

class PretrainingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { RB_NEED_GLYPHS(synthetic::testing::fewGlyphs()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyPhaseLearnsItsTerms();
    void theModelThatIsLeftWritesCaptions();
    void aResumedTrainingGivesTheSameBits();
    void onlyPhasesThatHaveNotBegunMayChange();
    void recipesThatCannotBeRightAreRefused_data();
    void recipesThatCannotBeRightAreRefused();
    void patchesAreNamedByWhatIsDrawnThere();
    void sharesOfABoxAddUpToOne();
    void filtersSeparatePatchesEvenly();

private:
    std::filesystem::path at(const char* name) const { return std::filesystem::path(m_folder->path().toStdString()) / name; }
    static nlohmann::json recipe();
    std::filesystem::path write(const nlohmann::json& recipe, const char* name = "recipe.json") const;
    Result<std::unique_ptr<pretrain::Pretraining>> open(const std::filesystem::path& recipe, const char* run, bool resume = false) const {
        return pretrain::Pretraining::open({recipe, at(run), 1, resume});
    }
    Status run(const std::filesystem::path& recipe, const char* run, Watcher& watcher, bool resume = false) const {
        const auto training = open(recipe, run, resume);
        return training.ok() ? (*training)->run(watcher) : Status(training.error());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// The shape of tiny-opt, with phases of a few steps.
nlohmann::json PretrainingTest::recipe() {
    nlohmann::json config = nlohmann::json::parse(*readFile(dataFolder() / "regionblip" / "tiny-opt" / "config.json", 1'000'000));
    const nlohmann::json see{{"name", "see"}, {"steps", 3}, {"captions", false}, {"learning_rate", 1e-3}, {"terms", {{"patch", 1}}},
                             {"data", {{"image_region", {{"scenes", 2}, {"objects", {2, 3}}}}}}};
    const nlohmann::json speak{{"name", "speak"}, {"steps", 10}, {"learning_rate", 1e-3}, {"dropout", 0.1}, {"batch_statistics", true},
                               {"terms", {{"llm", 1}, {"name", 0.5}, {"itc", 0.5}, {"itm", 0.5}, {"itg", 0.5}, {"reg", 1}}}, {"frozen", {"visual_encoder."}},
                               {"data", {{"image", {{"scenes", 2}}}, {"image_region", {{"scenes", 2}, {"share", 2}}},
                                         {"pointcloud", {{"scenes", 2}}}, {"pointcloud_region", {{"scenes", 2}, {"share", 2}}}}}};
    return {{"name", "tiny"}, {"licence", "CC0-1.0"}, {"objects", "objects.json"}, {"names", 4}, {"seed", 3},
            {"styles", {{"plain", 0.8}, {"statement", 0.2}}}, {"vocabulary", {{"texts", 200}, {"pieces", 400}, {"word_pieces", 200}}},
            {"checkpoint_every", 4}, {"config", config}, {"phases", {see, speak}}};
}

std::filesystem::path PretrainingTest::write(const nlohmann::json& recipe, const char* name) const {
    const std::string objects = R"([{"name": "apple", "text": "🍎"}, {"name": "dog", "text": "🐶"}, {"name": "car", "text": "🚗"}, {"name": "grapes", "text": "🍇", "number": "plural"}])";
    if (!replaceFile(at("objects.json"), objects).ok() || !replaceFile(at(name), recipe.dump()).ok()) return {};
    return at(name);
}

void PretrainingTest::everyPhaseLearnsItsTerms() {
    Watcher watcher;
    const Status trained = run(write(recipe()), "run", watcher);
    QVERIFY2(trained.ok(), trained.ok() ? "" : trained.error().message.c_str());
    QCOMPARE(watcher.steps.size(), std::size_t{13});
    std::set<std::string> modalities;
    for (const train::StepReport& step : watcher.steps) {
        modalities.insert(step.modality);
        QCOMPARE(step.patch > 0, step.step <= 3);
        QCOMPARE(step.llm > 0, step.step > 3);
        QCOMPARE(step.itg > 0, step.step > 3);
        if (step.step > 3) QCOMPARE(step.reg > 0, step.modality.ends_with("region"));
        if (step.step > 3) QCOMPARE(step.name > 0, step.modality != "image");
    }
    QVERIFY2(modalities.size() >= 3, "the second phase shows all modalities");
}

void PretrainingTest::theModelThatIsLeftWritesCaptions() {
    Watcher watcher;
    QVERIFY(run(write(recipe()), "run", watcher).ok());
    vlm::ModelPaths paths;
    paths.model = at("run") / "model";
    const auto captioner = vlm::RegionCaptioner::open(paths, {});
    QVERIFY2(captioner.ok(), captioner.ok() ? "" : captioner.error().message.c_str());
    const nlohmann::json card = nlohmann::json::parse(*readFile(paths.model / "model.json", 100'000));
    QCOMPARE(card["name"].get<std::string>(), std::string("tiny"));
    QCOMPARE(card["stored"].get<std::string>(), std::string("bfloat16"));
}

void PretrainingTest::aResumedTrainingGivesTheSameBits() {
    const auto file = write(recipe());
    Watcher undisturbed, stopped(5), resumed;
    QVERIFY(run(file, "whole", undisturbed).ok());
    QVERIFY(run(file, "parts", stopped).ok());
    QVERIFY(!std::filesystem::exists(at("parts") / "model"));
    QVERIFY(run(file, "parts", resumed, true).ok());
    QCOMPARE(resumed.steps.front().step, std::int64_t{6});
    QVERIFY(*readFile(at("whole") / "model" / "model.safetensors", 100'000'000) == *readFile(at("parts") / "model" / "model.safetensors", 100'000'000));
}

void PretrainingTest::onlyPhasesThatHaveNotBegunMayChange() {
    nlohmann::json changed = recipe();
    Watcher stopped(2), refused, resumed;
    QVERIFY(run(write(changed), "run", stopped).ok());
    changed["phases"][0]["learning_rate"] = 2e-3;
    const Status other = run(write(changed), "run", refused, true);
    QVERIFY(!other.ok());
    QVERIFY2(other.error().message.find("other options") != std::string::npos, other.error().message.c_str());
    changed = recipe();
    changed["phases"][1]["learning_rate"] = 2e-3;
    QVERIFY(run(write(changed), "run", resumed, true).ok());
    QCOMPARE(resumed.steps.size(), std::size_t{11});
}

void PretrainingTest::recipesThatCannotBeRightAreRefused_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("word");
    QTest::newRow("no steps") << "/phases/0/steps" << "0" << "steps";
    QTest::newRow("no phases") << "/phases" << "[]" << "phases";
    QTest::newRow("nothing shown") << "/phases/0/data" << "{}" << "shows nothing";
    QTest::newRow("a rate above 1") << "/phases/1/learning_rate" << "7" << "learning_rate";
    QTest::newRow("no names") << "/names" << "0" << "names";
    QTest::newRow("more names than glyphs") << "/names" << "5" << "5";
    QTest::newRow("no glyph list") << "/objects" << "\"none.json\"" << "none.json";
    QTest::newRow("a style that is none") << "/styles" << "{\"ornate\": 1}" << "ornate";
    QTest::newRow("a modality that is none") << "/phases/1/data" << "{\"radar\": {\"scenes\": 2}}" << "radar";
    QTest::newRow("broken model") << "/config/vision/patch_size" << "-1" << "patch_size";
}

void PretrainingTest::recipesThatCannotBeRightAreRefused() {
    QFETCH(const QString, pointer);
    QFETCH(const QString, value);
    QFETCH(const QString, word);
    nlohmann::json changed = recipe();
    changed[nlohmann::json::json_pointer(pointer.toStdString())] = nlohmann::json::parse(value.toStdString());
    const auto opened = open(write(changed), "run");
    QVERIFY(!opened.ok());
    QVERIFY2(opened.error().message.find(word.toStdString()) != std::string::npos, opened.error().message.c_str());
    QVERIFY(!std::filesystem::exists(at("run") / "start"));
}

void PretrainingTest::patchesAreNamedByWhatIsDrawnThere() {
    synthetic::PictureScene scene;
    scene.image = {4, 4, {}};
    scene.objectMap = {1, 1, 0, 0, //
                       1, 1, 0, 0, //
                       0, 0, 2, 0, //
                       0, 0, 0, 0};
    const auto names = pretrain::patchNames(scene, {7, 5}, 2, 9);
    QVERIFY((names == std::vector<std::int64_t>{7, 9, 9, train::kUnclear})); // a quarter of the last cell is too little to tell
}

void PretrainingTest::sharesOfABoxAddUpToOne() {
    const float box[] = {0.25f, 0.0f, 0.75f, 0.5f};
    const auto shares = pretrain::patchShares(box, 2);
    QVERIFY((shares == std::vector<float>{0.5f, 0.5f, 0, 0}));
}

void PretrainingTest::filtersSeparatePatchesEvenly() {
    const at::Tensor patches = at::randn({500, 12}) * at::linspace(0.1, 4, 12) + 3;
    const auto [weight, bias] = pretrain::principalFilters(patches, 8);
    const at::Tensor seen = patches.mm(weight.t()) + bias;
    QVERIFY(seen.mean(0).abs().max().item<double>() < 1e-3);
    const at::Tensor covariance = seen.t().mm(seen) / 500;
    const at::Tensor diagonal = covariance.diagonal();
    QVERIFY((covariance - diagonal.diag()).abs().max().item<double>() < 1e-3 * diagonal.max().item<double>() + 1e-4);
}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    PretrainingTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_pretraining.moc"
