#include "tests/core/train/golden_training.h"
#include "tests/core/train/small_training.h"
#include "tests/core/train/watcher.h"

#include "core/train/run_folder.h"
#include "core/train/trainer.h"
#include "core/vlm/adapter.h"
#include "core/vlm/region_captioner.h"

#include <algorithm>
#include <cmath>

using namespace rb;
using namespace rb::test;

class TrainerTest : public QObject, public SmallTraining {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void lossFallsAndAnAdapterIsLeft();
    void resumedTrainingGivesTheSameBits_data();
    void resumedTrainingGivesTheSameBits();
    void cachedFeaturesGiveTheSameBits();
    void freshAdapterChangesNoCaption();
    void trainedAdapterChangesOnlyItsModality();
    void aFifthModalityLeavesTheFourBitIdentical();
    void adaptersOfTwoModalitiesLieOnOneModel();
    void adapterOfAnotherModelIsRefused();
    void otherOptionsAreRefusedOnResume();
    void lossThatIsNoNumberIsNeverSaved();
    void fullTrainingLeavesAModelFolder();
    void damagedCheckpointFallsBackToTheOneBefore();
    void theReleasedScheduleGoesByEpochs();

private:
    static bool sameBits(const std::map<std::string, at::Tensor>& a, const std::map<std::string, at::Tensor>& b);
};

bool TrainerTest::sameBits(const std::map<std::string, at::Tensor>& a, const std::map<std::string, at::Tensor>& b) {
    if (a.empty() || a.size() != b.size()) return false;
    for (const auto& [name, tensor] : a)
        if (!b.contains(name) || !tensor.equal(b.at(name))) {
            qWarning("%s differs", name.c_str());
            return false;
        }
    return true;
}

void TrainerTest::lossFallsAndAnAdapterIsLeft() {
    train::TrainingOptions longer = options("run");
    longer.steps = 150;
    longer.dropout = 0;
    Watcher watcher;
    const Status trained = run(longer, watcher);
    QVERIFY2(trained.ok(), trained.ok() ? "" : trained.error().message.c_str());
    QCOMPARE(watcher.steps.size(), std::size_t{150});
    QVERIFY(watcher.steps.back().smoothedLoss < 0.9 * watcher.steps.front().loss);
    const auto card = vlm::readAdapterCard(at("run") / "adapter.safetensors");
    QVERIFY(card.ok());
    QCOMPARE(card->preset, std::string("lora"));
    QCOMPARE(card->metadata.at("steps"), std::string("150"));
    for (const auto& [name, tensor] : adapterOf(at("run"))) QVERIFY2(name.find("lora_") != std::string::npos, name.c_str());
}

void TrainerTest::resumedTrainingGivesTheSameBits_data() {
    QTest::addColumn<QString>("preset");
    QTest::newRow("lora") << QStringLiteral("lora");
    QTest::newRow("paper's set") << QStringLiteral("regionblip");
}

void TrainerTest::resumedTrainingGivesTheSameBits() {
    QFETCH(const QString, preset);
    train::TrainingOptions whole = options("whole");
    whole.preset = *train::presetNamed(preset.toStdString());
    whole.terms = train::defaultTerms(whole.preset);
    Watcher undisturbed;
    QVERIFY(run(whole, undisturbed).ok());
    train::TrainingOptions parts = whole;
    parts.output = at("parts");
    Watcher stopped(5);
    QVERIFY(run(parts, stopped).ok());
    QVERIFY(!std::filesystem::exists(at("parts") / "adapter.safetensors"));
    parts.resume = true;
    Watcher resumed;
    QVERIFY(run(parts, resumed).ok());
    QCOMPARE(resumed.steps.front().step, std::int64_t{6});
    QVERIFY(sameBits(adapterOf(at("whole")), adapterOf(at("parts"))));
}

void TrainerTest::cachedFeaturesGiveTheSameBits() {
    train::TrainingOptions cold = options("cold"), warm = options("warm");
    cold.cache = warm.cache = at("cache");
    Watcher first, second;
    QVERIFY(run(cold, first).ok());
    QVERIFY(run(warm, second).ok());
    QVERIFY(sameBits(adapterOf(at("cold")), adapterOf(at("warm"))));
    Watcher without;
    QVERIFY(run(options("without"), without).ok());
    QVERIFY(std::abs(without.steps.back().loss - second.steps.back().loss) < 0.05 * second.steps.back().loss);
}

void TrainerTest::freshAdapterChangesNoCaption() {
    vlm::ModelSource source = sourceAt(model());
    // The pairs that no released file holds are new ones, so those of `image`.
    for (auto tensor = source.tensors.begin(); tensor != source.tensors.end();)
        tensor = tensor->first.ends_with("_img") && tensor->first.find("lora_") != std::string::npos ? source.tensors.erase(tensor) : std::next(tensor);
    const auto without = parametersOf(source, [](const std::string&) { return false; });
    const auto fresh = parametersOf(source, train::trainedBy(train::Preset::Lora, source.config, {"image"}));
    QVERIFY(!fresh->trained().empty());
    const auto golden = readGolden(model() / "inputs.safetensors");
    std::vector<at::Tensor> prompts;
    for (const auto& parameters : {without, fresh}) {
        const c10::InferenceMode inference;
        const vlm::RegionBlip network(nn::Weights(parameters, {}), source.config);
        const vlm::Modality& image = *network.modality("image");
        const auto cross = image.qformer->crossStates(network.encodePixels(golden.at("pixel_values")), image.adapter);
        prompts.push_back(network.softPrompt(image, network.queryOutput(image, cross, {})));
    }
    QVERIFY(prompts[0].equal(prompts[1]));
}

void TrainerTest::trainedAdapterChangesOnlyItsModality() {
    train::TrainingOptions some = options("run");
    some.steps = 40;
    some.learningRate = 2e-2;
    Watcher watcher;
    QVERIFY(run(some, watcher).ok());
    const auto before = captions({}), after = captions({{at("run") / "adapter.safetensors"}});
    QCOMPARE(after[0], before[0]); // the whole picture
    QVERIFY(after[1] != before[1] || after[2] != before[2]);
}

void TrainerTest::aFifthModalityLeavesTheFourBitIdentical() {
    train::TrainingOptions thermal = options("run");
    thermal.newModality = train::NewModality{"thermal", "image_region"};
    thermal.steps = 40;
    thermal.learningRate = 2e-2;
    Watcher watcher;
    const Status trained = run(thermal, watcher);
    QVERIFY2(trained.ok(), trained.ok() ? "" : trained.error().message.c_str());
    vlm::ModelPaths before, after;
    before.model = after.model = model();
    after.adapters = {{at("run") / "adapter.safetensors"}};
    for (const auto& [name, tensor] : adapterOf(at("run"))) QVERIFY2(name.find("thermal") != std::string::npos, name.c_str());
    const auto plain = tracedStages(before), extended = tracedStages(after);
    for (const auto& [name, tensor] : plain) QVERIFY2(tensor.equal(extended.at(name)), name.c_str());

    vlm::CaptionerOptions asThermal;
    asThermal.modality = "thermal";
    auto captioner = vlm::RegionCaptioner::open(after, asThermal);
    QVERIFY(captioner.ok());
    const auto encoded = captioner->encode(*media::readImage(dataFolder() / "regionblip" / "picture0.png"));
    const auto written = captioner->caption(*encoded, {{4, 5, 20, 24}}, captioner->description().generation);
    QVERIFY(written.ok());
    const std::string thermalText = written->front().front().text + " " + std::to_string(written->front().front().score);
    QVERIFY(captions({})[1] != thermalText);
}

void TrainerTest::adaptersOfTwoModalitiesLieOnOneModel() {
    train::TrainingOptions thermal = options("thermal");
    thermal.newModality = train::NewModality{"thermal", "image_region"};
    Watcher watcher, other;
    QVERIFY(run(options("run"), watcher).ok());
    QVERIFY(run(thermal, other).ok());
    const vlm::AdapterFile regions{at("run") / "adapter.safetensors"}, warm{at("thermal") / "adapter.safetensors", "warm"};
    QVERIFY(captions({regions, warm}) == captions({regions}));

    vlm::ModelPaths both;
    both.model = model();
    both.adapters = {regions, warm};
    const auto captioner = vlm::RegionCaptioner::open(both, {});
    QVERIFY(captioner.ok());
    QCOMPARE(captioner->description().adapter, std::string("run + warm"));
    QVERIFY(std::ranges::count(captioner->description().modalities, "thermal") == 1);
    both.adapters = {warm, regions, regions};
    const auto twice = vlm::openModelSource(both);
    QVERIFY(!twice.ok());
    QVERIFY(QString::fromStdString(twice.error().message).contains(QStringLiteral("change the same part of the model")));
}

void TrainerTest::adapterOfAnotherModelIsRefused() {
    Watcher watcher;
    QVERIFY(run(options("run"), watcher).ok());
    vlm::ModelPaths paths;
    paths.model = dataFolder() / "regionblip" / "tiny-t5";
    paths.adapters = {{at("run") / "adapter.safetensors"}};
    const auto opened = vlm::openModelSource(paths);
    QVERIFY(!opened.ok());
    QVERIFY(QString::fromStdString(opened.error().message).contains(QStringLiteral("was trained on another model")));
}

void TrainerTest::otherOptionsAreRefusedOnResume() {
    Watcher watcher(5);
    QVERIFY(run(options("run"), watcher).ok());
    Watcher again;
    QVERIFY(!run(options("run"), again).ok()); // without resume
    train::TrainingOptions other = options("run");
    other.resume = true;
    other.learningRate = 1e-3;
    const Status refused = run(other, again);
    QVERIFY(!refused.ok());
    QVERIFY(QString::fromStdString(refused.error().message).contains(QStringLiteral("other options")));
    QVERIFY(again.steps.empty());
}

void TrainerTest::lossThatIsNoNumberIsNeverSaved() {
    train::TrainingOptions wild = options("run");
    wild.learningRate = 1e38;
    wild.steps = 200;
    wild.checkpointEvery = 1;
    Watcher watcher;
    const Status trained = run(wild, watcher);
    QVERIFY(!trained.ok());
    QVERIFY(QString::fromStdString(trained.error().message).contains(QStringLiteral("no number")));
    QVERIFY(!watcher.messages.empty());
    const auto parameters = parametersOf(sourceAt(model()), train::trainedBy(train::Preset::Lora, sourceAt(model()).config, {"image_region"}));
    train::AdamW optimizer({});
    const auto kept = train::RunFolder::open(at("run"))->restore(*parameters, optimizer);
    QVERIFY(kept.ok() && kept->has_value());
    QVERIFY(parameters->isFinite());
}

void TrainerTest::fullTrainingLeavesAModelFolder() {
    train::TrainingOptions full = options("run");
    full.preset = train::Preset::Full;
    full.terms = train::defaultTerms(full.preset);
    full.learningRate = 1e-3;
    Watcher watcher;
    const Status trained = run(full, watcher);
    QVERIFY2(trained.ok(), trained.ok() ? "" : trained.error().message.c_str());
    const auto opened = vlm::loadModel(at("run") / "model", {});
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    const auto before = readGolden(model() / "model.safetensors"), after = readGolden(at("run") / "model" / "model.safetensors");
    QVERIFY(!before.at("visual_encoder.blocks.0.attn.qkv.weight").equal(after.at("visual_encoder.blocks.0.attn.qkv.weight")));
    QVERIFY(before.at("point_encoder.cls_token").equal(after.at("point_encoder.cls_token"))); // no clouds were learnt
}

void TrainerTest::damagedCheckpointFallsBackToTheOneBefore() {
    Watcher watcher;
    QVERIFY(run(options("run"), watcher).ok());
    std::ofstream(at("run") / "checkpoints" / "step-000000012" / "parameters.safetensors", std::ios::app) << "x";
    const auto parameters = parametersOf(sourceAt(model()), train::trainedBy(train::Preset::Lora, sourceAt(model()).config, {"image_region"}));
    train::AdamW optimizer({});
    const auto restored = train::RunFolder::open(at("run"))->restore(*parameters, optimizer);
    QVERIFY(restored.ok() && restored->has_value());
    QCOMPARE((*restored)->step, std::int64_t{8});
}

void TrainerTest::theReleasedScheduleGoesByEpochs() {
    train::TrainingOptions released = options("run");
    released.schedule = train::Schedule::Released;
    released.learningRate = 1e-4;
    Watcher watcher;
    QVERIFY(!run(released, watcher).ok()); // nobody said how many epochs
    released.steps = 0;
    released.epochs = 4; // of three batches of at most four captions
    QVERIFY(run(released, watcher).ok());
    QCOMPARE(watcher.steps.size(), std::size_t{12});
    std::set<double> rates;
    for (std::size_t i = 3; i < 12; ++i) rates.insert(watcher.steps[i].learningRate);
    QCOMPARE(rates.size(), std::size_t{3}); // constant within an epoch
    QVERIFY(watcher.steps[0].learningRate < watcher.steps[2].learningRate && watcher.steps[2].learningRate < 1e-5); // still warming up
    QVERIFY(watcher.steps[3].learningRate > watcher.steps[11].learningRate);
}

QTEST_GUILESS_MAIN(TrainerTest)
#include "test_trainer.moc"
