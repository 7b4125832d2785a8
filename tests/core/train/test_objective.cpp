#include "tests/core/train/golden_training.h"

#include "core/train/adamw.h"
#include "core/train/learning_rate.h"

#include <ATen/core/grad_mode.h>

using namespace rb;
using namespace rb::test;

class ObjectiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void captionsAreNormalisedAsTheReference_data() { models(); }
    void captionsAreNormalisedAsTheReference();
    void trainedNamesAreThePublishedOnes_data() { models(); }
    void trainedNamesAreThePublishedOnes();
    void lossesAndGradientsEqualTheReference_data() { modelsAndModalities(); }
    void lossesAndGradientsEqualTheReference();
    void switchedOffTermsLeaveTheTotal_data() { models(); }
    void switchedOffTermsLeaveTheTotal();
    void frozenFeaturesGiveTheSameLoss_data() { models(); }
    void frozenFeaturesGiveTheSameLoss();
    void parametersAfterStepsEqualTheReference_data() { models(); }
    void parametersAfterStepsEqualTheReference();
    void learningRatesAreTheReleased();

private:
    static train::ObjectiveOptions withReg() {
        train::ObjectiveOptions options;
        options.reg = 1;
        return options;
    }
    static train::TrainingBatch batchOf(const GoldenBatches& batches, const std::string& modality, const nlohmann::json& golden) {
        train::TrainingBatch batch = batches.batch(modality, golden.at("captions"));
        if (modality == "image") batch.negatives = negativesOf(golden);
        return batch;
    }
};

void ObjectiveTest::captionsAreNormalisedAsTheReference() {
    const auto golden = readJson(folder() / "losses.json");
    std::vector<std::string> found;
    for (const std::string raw : golden.at("raw_captions")) found.push_back(text::normalisedCaption(raw));
    QVERIFY(found == golden.at("normalised_captions").get<std::vector<std::string>>());
}

void ObjectiveTest::trainedNamesAreThePublishedOnes() {
    const auto golden = readJson(folder() / "losses.json");
    const vlm::ModelSource source = sourceAt(folder());
    const auto parameters = parametersOf(source, train::trainedBy(train::Preset::RegionBlip, source.config, {}));
    std::set<std::string> found, spared;
    for (const auto& [name, tensor] : parameters->trained()) {
        found.insert(name);
        if (!train::isDecayed(name, tensor.dim())) spared.insert(name);
    }
    const auto published = golden.at("trainable").get<std::set<std::string>>();
    for (const std::string& name : found)
        if (!published.contains(name)) qWarning("trained and not published: %s", name.c_str());
    for (const std::string& name : published)
        if (!found.contains(name)) qWarning("published and not trained: %s", name.c_str());
    QVERIFY(found == published);
    QVERIFY(spared == golden.at("no_weight_decay").get<std::set<std::string>>());
}

void ObjectiveTest::lossesAndGradientsEqualTheReference() {
    QFETCH(const QString, modality);
    const std::string name = modality.toStdString();
    const auto golden = readJson(folder() / "losses.json").at("losses").at(name);
    const vlm::ModelSource source = sourceAt(folder());
    const auto parameters = parametersOf(source, train::trainedBy(train::Preset::RegionBlip, source.config, {}));
    const train::Losses losses = lossesOf(parameters, source.config, batchOf(GoldenBatches(folder()), name, golden), withReg());
    QVERIFY(lossesEqual(golden, losses));
    losses.total.backward();
    QCOMPARE(wrongGradients(parameters, readGolden(folder() / "gradients.safetensors"), name), 0);
}

void ObjectiveTest::switchedOffTermsLeaveTheTotal() {
    const auto golden = readJson(folder() / "losses.json").at("losses").at("image_region");
    const vlm::ModelSource source = sourceAt(folder());
    const auto parameters = parametersOf(source, train::trainedBy(train::Preset::RegionBlip, source.config, {}));
    const train::TrainingBatch batch = batchOf(GoldenBatches(folder()), "image_region", golden);
    train::ObjectiveOptions options; // as published: no reg
    const train::Losses published = lossesOf(parameters, source.config, batch, options);
    QVERIFY(!published.reg.defined());
    QVERIFY(qFuzzyCompare(1 + published.total.item<double>(), 1 + golden.at("loss").get<double>() - golden.at("loss_reg").get<double>()) ||
            std::abs(published.total.item<double>() - golden.at("loss").get<double>() + golden.at("loss_reg").get<double>()) < 2e-4);
    options.itc = options.itm = options.itg = 0;
    options.llm = 0.5;
    const train::Losses half = lossesOf(parameters, source.config, batch, options);
    QVERIFY(!half.itc.defined() && !half.itg.defined());
    QVERIFY(std::abs(half.total.item<double>() - 0.5 * golden.at("loss_llm").get<double>()) < 1e-4);
}

void ObjectiveTest::frozenFeaturesGiveTheSameLoss() {
    const vlm::ModelSource source = sourceAt(folder());
    const auto parameters = parametersOf(source, train::trainedBy(train::Preset::RegionBlip, source.config, {}));
    const auto all = readJson(folder() / "losses.json").at("losses");
    const GoldenBatches batches(folder());
    const nn::Weights weights(parameters, {});
    const vlm::RegionBlip network(weights, source.config);
    for (const char* modality : {"image_region", "pointcloud"}) {
        train::TrainingBatch batch = batchOf(batches, modality, all.at(modality));
        const at::NoGradGuard noGradients;
        batch.features = std::string(modality) == "pointcloud" ? network.pointFeatures(batch.input) : network.encodePixels(batch.input);
        batch.input = at::Tensor();
        QVERIFY(lossesEqual(all.at(modality), lossesOf(parameters, source.config, batch, withReg())));
    }
}

void ObjectiveTest::parametersAfterStepsEqualTheReference() {
    const auto golden = readJson(folder() / "losses.json");
    const auto expected = readGolden(folder() / "after_steps.safetensors"), masks = readGolden(folder() / "after_steps_mask.safetensors");
    const vlm::ModelSource source = sourceAt(folder());
    const auto parameters = parametersOf(source, train::trainedBy(train::Preset::RegionBlip, source.config, {}));
    const GoldenBatches batches(folder());
    train::AdamW optimizer({});
    int done = 0, wrong = 0, compared = 0;
    for (const auto& step : golden.at("steps")) {
        const std::string modality = step.at("modality");
        const train::TrainingBatch batch = batchOf(batches, modality, golden.at("losses").at(modality));
        parameters->zeroGradients();
        const train::Losses losses = lossesOf(parameters, source.config, batch, withReg());
        QVERIFY(lossesEqual(step, losses));
        losses.total.backward();
        optimizer.step(parameters->trained(), step.at("lr"));
        ++done;
        for (const auto& [name, parameter] : parameters->trained()) {
            const std::string key = std::to_string(done) + "|" + name;
            const auto wanted = expected.find(key);
            if (wanted == expected.end()) continue;
            at::Tensor difference = (parameter.detach() - wanted->second.view(parameter.sizes())).abs();
            if (const auto mask = masks.find(key); mask != masks.end()) difference = difference * mask->second.view(parameter.sizes());
            ++compared;
            if (difference.max().item<double>() <= 1e-5) continue;
            qWarning("%s differs by %.3g", key.c_str(), difference.max().item<double>());
            ++wrong;
        }
    }
    QCOMPARE(done, 3);
    QVERIFY(compared > 600);
    QCOMPARE(wrong, 0);
}

void ObjectiveTest::learningRatesAreTheReleased() {
    const auto golden = readJson(dataFolder() / "regionblip" / "tiny-opt" / "losses.json").at("learning_rate_schedule");
    const train::ReleasedSchedule schedule;
    for (const auto& row : golden.at("epoch_step_lr")) {
        const double found = schedule.at(row[0], row[1]), wanted = row[2];
        QVERIFY(std::abs(found - wanted) < 1e-12);
    }
}

QTEST_GUILESS_MAIN(ObjectiveTest)
#include "test_objective.moc"
