#include "tests/core/vlm/golden_model.h"

#include "core/nn/weights.h"
#include "core/vlm/opt_model.h"
#include "core/vlm/t5_model.h"

#include <set>

using namespace rb;
using namespace rb::test;

// The README's tolerance: a share of each tensor's largest value.
static constexpr double kTolerance = 1e-5;

static std::vector<std::vector<float>> sortedRows(const at::Tensor& group) {
    std::vector<std::vector<float>> rows;
    for (std::int64_t i = 0; i < group.size(0); ++i)
        rows.emplace_back(group[i].const_data_ptr<float>(), group[i].const_data_ptr<float>() + group.size(1));
    std::sort(rows.begin(), rows.end());
    return rows;
}

class StagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStageEqualsTheReference_data() { models(); }
    void everyStageEqualsTheReference();
    void neighboursOfAGroupAreTheReferences_data() { models(); }
    void neighboursOfAGroupAreTheReferences();
    void everyEpsilonIsTheReferences_data() { models(); }
    void everyEpsilonIsTheReferences();
    void otherPictureSizesInterpolateThePositions_data() { models(); }
    void otherPictureSizesInterpolateThePositions();
    void imageOfTheReleasedFilesIsPlainBlip2_data() { models(); }
    void imageOfTheReleasedFilesIsPlainBlip2();
    void zeroShotClassesEqualTheReference_data() { models(); }
    void zeroShotClassesEqualTheReference();

private:
    nn::Trace traced(const vlm::LoadedModel& model, const vlm::StageInputs& inputs) const {
        const c10::InferenceMode inference;
        std::map<std::string, std::vector<text::TokenId>> prompts;
        for (const auto& [name, config] : model.source->config.modalities) prompts[name] = model.promptIds(name);
        nn::Trace trace;
        const Status status = vlm::traceStages(*model.network, inputs, prompts, trace);
        if (!status.ok()) qFatal("%s", status.error().message.c_str());
        return trace;
    }
};

void StagesTest::everyStageEqualsTheReference() {
    const nn::Trace trace = traced(modelAt(folder()), readGolden(folder() / "inputs.safetensors"));
    int wrong = 0;
    for (const auto& [name, expected] : readGolden(folder() / "activations.safetensors")) {
        if (name == "point.groups") continue; // unordered; its own test compares sets
        const auto found = trace.tensors().find(name);
        if (found == trace.tensors().end() || !matches(name, found->second, expected, kTolerance)) ++wrong;
    }
    QCOMPARE(wrong, 0);
}

void StagesTest::neighboursOfAGroupAreTheReferences() {
    const auto expected = readGolden(folder() / "activations.safetensors").at("point.groups");
    const auto trace = traced(modelAt(folder()), readGolden(folder() / "inputs.safetensors"));
    const auto found = trace.tensors().at("point.groups").contiguous();
    QCOMPARE(found.sizes().vec(), expected.sizes().vec());
    for (std::int64_t b = 0; b < found.size(0); ++b)
        for (std::int64_t g = 0; g < found.size(1); ++g) QVERIFY(sortedRows(found[b][g]) == sortedRows(expected[b][g]));
}

void StagesTest::everyEpsilonIsTheReferences() {
    const vlm::LoadedModel& model = modelAt(folder());
    const vlm::ModelConfig& config = model.source->config;
    const auto golden = readGolden(folder() / "small_inputs.safetensors");
    const c10::InferenceMode inference;
    const nn::Weights weights(vlm::weightsOf(model.source, at::kCPU), {});
    const auto check = [&](const std::string& name, const at::Tensor& found) {
        QVERIFY(matches(name, found, golden.at(name + ".out"), kTolerance));
    };
    check("ln_vision", nn::LayerNorm(weights["ln_vision"], config.vision.hiddenSize, 1e-5)(golden.at("ln_vision.in")));
    const nn::PreNormBlock vision(weights["visual_encoder.blocks.0"],
                                  {config.vision.hiddenSize, config.vision.numHeads, config.vision.mlpSize,
                                   config.vision.layerNormEps, true});
    check("vision.block.0", vision(golden.at("vision.block.0.in")));
    const vlm::PointConfig& p = *config.point;
    const nn::PreNormBlock point(weights["point_encoder.blocks.blocks.0"],
                                 {p.hiddenSize, p.numHeads, p.mlpSize, p.layerNormEps, false});
    check("point.block.0", point(golden.at("point.block.0.in")));
    check("point.norm", nn::LayerNorm(weights["point_encoder.norm"], p.hiddenSize, p.layerNormEps)(golden.at("point.norm.in")));

    const vlm::Modality& region = *model.network->modality("image_region");
    const std::string q = "image_region.qformer";
    check(q, (*region.qformer)(golden.at(q + ".queries"),
                               region.qformer->crossStates(golden.at(q + ".encoder_states"), region.adapter),
                               region.adapter));
    const at::Tensor embeds = golden.at("image_region.llm.inputs_embeds");
    if (const auto* opt = dynamic_cast<const vlm::OptModel*>(&model.network->languageModel()))
        QVERIFY(matches("llm.logits", opt->logits(opt->forward(embeds, region.adapter, nullptr)),
                        golden.at("image_region.llm.logits"), kTolerance));
    if (const auto* t5 = dynamic_cast<const vlm::T5Model*>(&model.network->languageModel()))
        QVERIFY(matches("llm.encoder", t5->encode(embeds, region.adapter), golden.at("image_region.llm.encoder"), kTolerance));
}

void StagesTest::otherPictureSizesInterpolateThePositions() {
    const vlm::LoadedModel& model = modelAt(folder());
    const c10::InferenceMode inference;
    const auto golden = readGolden(folder() / "position_embedding.safetensors");
    const nn::Weights weights(vlm::weightsOf(model.source, at::kCPU), {});
    const vlm::VisionTransformer vision(weights["visual_encoder"], weights["ln_vision"], model.source->config.vision);
    for (const int size : {42, 84}) {
        const std::string ending = "_" + std::to_string(size);
        QVERIFY(matches("pos_embed" + ending, vision.positionsFor(size / 14), golden.at("pos_embed" + ending), kTolerance));
        QVERIFY(matches("ln_vision" + ending, vision(golden.at("pixel_values" + ending)), golden.at("ln_vision" + ending),
                        kTolerance));
    }
}

static vlm::ModelPaths releasedFiles(const std::filesystem::path& folder) {
    const std::filesystem::path upstream = folder / "upstream";
    vlm::ModelPaths paths;
    paths.model = upstream / "blip2.pth";
    paths.regionblip = upstream / "regionblip.pth";
    paths.llm = upstream / "llm";
    paths.pointBert = upstream / "point_bert.pt";
    paths.bert = upstream / "bert";
    paths.config = folder / "config.json"; // widths of no published model: heads cannot be inferred
    return paths;
}

void StagesTest::imageOfTheReleasedFilesIsPlainBlip2() {
    const vlm::LoadedModel& model = modelAt(releasedFiles(folder()));
    const nn::Trace trace = traced(model, readGolden(folder() / "inputs.safetensors"));
    for (const auto& [name, expected] : readGolden(folder() / "upstream" / "image_activations.safetensors"))
        QVERIFY(matches(name, trace.tensors().at(name), expected, kTolerance));
    for (const auto& [name, expected] : readGolden(folder() / "activations.safetensors"))
        if (name.rfind("image_region.", 0) == 0 || name.rfind("pointcloud", 0) == 0)
            QVERIFY(matches(name, trace.tensors().at(name), expected, kTolerance));
}

void StagesTest::zeroShotClassesEqualTheReference() {
    const vlm::LoadedModel& model = modelAt(folder());
    const c10::InferenceMode inference;
    const auto golden = readJson(folder() / "classification.json");
    const vlm::Modality& clouds = *model.network->modality("pointcloud");
    const auto inputs = readGolden(folder() / "inputs.safetensors");
    const auto cross = clouds.qformer->crossStates(model.network->encodePoints(inputs.at("pointcloud")), clouds.adapter);
    const at::Tensor features = model.network->queryFeatures(clouds, model.network->queryOutput(clouds, cross, {}));
    std::vector<at::Tensor> classes;
    for (const auto& text : golden.at("texts")) {
        const auto ids = model.bertTokenizer->encode(text.get<std::string>());
        classes.push_back(model.network->textFeatures(clouds, {at::tensor(ids, at::kInt).to(at::kLong).unsqueeze(0), {}})[0]);
    }
    const at::Tensor classifier = at::stack(classes);
    const at::Tensor logits = std::get<0>(at::matmul(features, classifier.t()).max(1)); // [clouds, classes]
    const auto compare = [](const at::Tensor& found, const nlohmann::json& expected) {
        for (std::size_t i = 0; i < expected.size(); ++i)
            for (std::size_t j = 0; j < expected[i].size(); ++j)
                if (std::abs(found[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(j)].item<double>() -
                             expected[i][j].get<double>()) > 1e-4)
                    return false;
        return true;
    };
    QVERIFY(compare(classifier, golden.at("classifier")));
    QVERIFY(compare(logits, golden.at("logits")));
}

QTEST_GUILESS_MAIN(StagesTest)
#include "test_stages.moc"
