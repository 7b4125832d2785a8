#include "core/vlm/model_source.h"

#include "core/vlm/source/expected_tensors.h"
#include "tests/core/vlm/model_folders.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::vlm;
using namespace rb::test;

class TestShippedSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shippedFilesGiveTheSameTensors_data();
    void shippedFilesGiveTheSameTensors();
    void shippedBuffersAndSecondNamesAreUnused();
    void blip2AloneCaptionsPicturesOnly();
    void withoutPointBertTheCloudsAreMissing();
    void visionFileServesWhereBlip2HasNone();
    void blip2ReplacesTheVisionFile();
    void headsThatShapesDoNotTellAreAskedFor();
    void publishedWidthsTellTheHeads();

private:
    std::filesystem::path newFolder() {
        const std::filesystem::path folder = m_folder.path().toStdString() + "/" + std::to_string(m_count++);
        std::filesystem::create_directories(folder);
        return folder;
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

void TestShippedSources::shippedFilesGiveTheSameTensors_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::newRow("opt") << QByteArray("tiny-opt");
    QTest::newRow("t5") << QByteArray("tiny-t5");
}

void TestShippedSources::shippedFilesGiveTheSameTensors() {
    QFETCH(QByteArray, model);
    OPEN_MODEL(source, upstreamOf(model.toStdString()));
    QVERIFY2(source.missing.empty(), source.missing.empty() ? "" : source.missing[0].c_str());
    QCOMPARE(source.config.modalities.size(), 4u);
    const TestTensors whole = tensorsOf(testData("regionblip/" + model.toStdString() + "/model.safetensors"));
    int absent = 0;
    for (const auto& [name, tensor] : whole) {
        const bool frozen = name.ends_with("_img") && name.find("lora_") != std::string::npos &&
                            name.find("Qformer_pc") == std::string::npos;
        QVERIFY2(source.shapeOf(name).has_value() != frozen, name.c_str());
        absent += frozen;
        if (frozen) continue;
        QVERIFY2(source.shapeOf(name)->second == tensor.shape, name.c_str());
        QVERIFY2(bytesOf(source, name) == tensor.bytes, name.c_str());
    }
    QVERIFY(absent > 0);
    QCOMPARE(source.tensors.size(), whole.size() - static_cast<std::size_t>(absent));
}

void TestShippedSources::shippedBuffersAndSecondNamesAreUnused() {
    OPEN_MODEL(source, upstreamOf("tiny-opt"));
    for (const char* name :
         {"model.Qformer.bert.embeddings.position_ids", "model.opt_model.lm_head.weight",
          "model.Qformer.cls.predictions.decoder.weight", "base_model.module.transformer_q.cls_head.0.weight",
          "model.point_encoder.encoder.first_conv.1.num_batches_tracked"})
        QVERIFY2(std::find(source.unused.begin(), source.unused.end(), name) != source.unused.end(), name);
    for (const std::string& name : source.unused)
        QVERIFY2(name.find("lora") == std::string::npos && name.find("visual_encoder") == std::string::npos,
                 name.c_str());
}

void TestShippedSources::blip2AloneCaptionsPicturesOnly() {
    ModelPaths paths = upstreamOf("tiny-t5");
    paths.regionblip.clear();
    paths.pointBert.clear();
    OPEN_MODEL(source, paths);
    QCOMPARE(namesOf(source.config.modalities), QStringList{QStringLiteral("image")});
    QVERIFY(!source.config.point.has_value());
    QCOMPARE(source.missing.size(), 3u);
    QVERIFY(holdsText(source.missing, "image_region cannot run: img_region_posembed.0.bias is in none of the files."));
    QVERIFY(holdsText(source.missing, "point_bert_pretrained.pt"));
}

void TestShippedSources::withoutPointBertTheCloudsAreMissing() {
    ModelPaths paths = upstreamOf("tiny-opt");
    paths.pointBert.clear();
    OPEN_MODEL(source, paths);
    QCOMPARE(namesOf(source.config.modalities), (QStringList{QStringLiteral("image"), QStringLiteral("image_region")}));
    QVERIFY(!source.config.point.has_value());
    QVERIFY(holdsText(source.missing, "pointcloud cannot run: the point encoder"));
    QVERIFY(holdsText(source.missing, "pointcloud_region cannot run: the point encoder"));
}

namespace {

/// tiny-opt's ViT as `eva_vit_g.pth` names it, its class token altered, with what is not used of it.
void writeVisionFile(const std::filesystem::path& file, const TestTensors& model) {
    TestTensors vision;
    for (const auto& [name, tensor] : model)
        if (name.rfind("visual_encoder.", 0) == 0) vision[name.substr(15)] = tensor;
    vision.at("cls_token").bytes.replace(0, 4, "abcd");
    vision["blocks.39.norm1.weight"] = vision.at("blocks.0.norm1.weight");
    vision["norm.weight"] = vision.at("blocks.0.norm1.weight");
    writeTensors(file, vision);
}

} // namespace

void TestShippedSources::visionFileServesWhereBlip2HasNone() {
    const std::filesystem::path folder = newFolder();
    const TestTensors model = tensorsOf(testData("regionblip/tiny-opt/model.safetensors"));
    writeVisionFile(folder / "vision.safetensors", model);
    ModelPaths paths = upstreamOf("tiny-opt");
    TestTensors blip2 = tensorsOf(paths.model);
    std::erase_if(blip2, [](const auto& entry) { return entry.first.rfind("model.visual_encoder.", 0) == 0; });
    writeTensors(folder / "blip2.safetensors", blip2);
    paths.model = folder / "blip2.safetensors";
    const auto blind = openModelSource(paths);
    QVERIFY(blind.ok());
    QVERIFY(holdsText(blind->missing, "image cannot run: the image encoder (visual_encoder) is in none of the files"));
    paths.vision = folder / "vision.safetensors";
    OPEN_MODEL(source, paths);
    QVERIFY(source.missing.empty());
    QCOMPARE(QByteArray::fromStdString(bytesOf(source, "visual_encoder.cls_token").substr(0, 4)), QByteArray("abcd"));
    const std::string weight = "visual_encoder.blocks.2.attn.qkv.weight";
    QVERIFY(bytesOf(source, weight) == model.at(weight).bytes);
    for (const char* name : {"blocks.39.norm1.weight", "norm.weight"})
        QVERIFY2(std::find(source.unused.begin(), source.unused.end(), name) != source.unused.end(), name);
}

void TestShippedSources::blip2ReplacesTheVisionFile() {
    const std::filesystem::path folder = newFolder();
    const TestTensors model = tensorsOf(testData("regionblip/tiny-opt/model.safetensors"));
    writeVisionFile(folder / "vision.safetensors", model);
    ModelPaths paths = upstreamOf("tiny-opt");
    paths.vision = folder / "vision.safetensors";
    OPEN_MODEL(source, paths);
    QVERIFY(bytesOf(source, "visual_encoder.cls_token") == model.at("visual_encoder.cls_token").bytes);
}

void TestShippedSources::headsThatShapesDoNotTellAreAskedFor() {
    ModelPaths paths = upstreamOf("tiny-opt");
    paths.config.clear();
    const auto source = openModelSource(paths);
    QVERIFY(!source.ok());
    QVERIFY(source.error().code == ErrorCode::InvalidArgument);
    QVERIFY2(said(source.error()).contains(QStringLiteral("width 44")), source.error().message.c_str());
    QVERIFY(said(source.error()).contains(QStringLiteral("config.json")));
}

namespace {

using Rename = std::function<std::string(const std::string&)>;

void addZeros(TestTensors& tensors, const ModelConfig& config, const Rename& rename) {
    for (const auto& [name, expected] : expectedTensors(config))
        if (const std::string shown = rename(name); !shown.empty()) tensors[shown] = zeros(expected.shape);
}

/// A model of the published widths but few layers, and a small OPT.
ModelConfig publishedWidths() {
    ModelConfig config = *readModelConfig(testData("regionblip/tiny-opt/config.json"));
    config.vision = {28, 14, 1408, 1, 16, 16, 1e-6, 1e-5};
    config.qformer.encoderHiddenSize = 1408;
    config.qformer.hiddenSize = 64;
    config.qformer.numHeads = 1;
    config.point->hiddenSize = 384;
    config.point->numHeads = 6;
    config.point->mlpSize = 8;
    config.point->numLayers = 1;
    config.loraRank = 3;
    return config;
}

} // namespace

void TestShippedSources::publishedWidthsTellTheHeads() {
    const ModelConfig config = publishedWidths();
    const std::filesystem::path folder = newFolder();
    const auto starts = [](const std::string& name, const char* start) { return name.rfind(start, 0) == 0; };
    TestTensors blip2, point, regionblip;
    addZeros(blip2, config, [&](const std::string& name) -> std::string {
        if (name == "query_tokens_img") return "query_tokens";
        if (starts(name, "opt_proj_img.")) return "opt_proj" + name.substr(12);
        const bool frozen = starts(name, "Qformer.") && name.find("lora") == std::string::npos;
        return frozen || starts(name, "visual_encoder.") || starts(name, "ln_vision.") ? name : "";
    });
    addZeros(point, config, [&](const std::string& name) -> std::string {
        return starts(name, "point_encoder.") ? "base_model.module.transformer_q" + name.substr(13) : "";
    });
    addZeros(regionblip, config, [&](const std::string& name) -> std::string {
        const bool base = starts(name, "visual_encoder.") || starts(name, "ln_vision.") || starts(name, "opt_model.") ||
                          starts(name, "point_encoder.") || starts(name, "opt_proj_img.") ||
                          name == "query_tokens_img" ||
                          (starts(name, "Qformer.") && name.find("lora") == std::string::npos);
        return base ? "" : name;
    });
    writeTensors(folder / "blip2.safetensors", blip2);
    writeTensors(folder / "point.safetensors", point);
    writeTensors(folder / "regionblip.safetensors", regionblip);
    ModelPaths paths = upstreamOf("tiny-opt");
    paths.config.clear();
    paths.model = folder / "blip2.safetensors";
    paths.pointBert = folder / "point.safetensors";
    paths.regionblip = folder / "regionblip.safetensors";
    OPEN_MODEL(source, paths);
    QVERIFY2(source.missing.empty(), source.missing.empty() ? "" : source.missing[0].c_str());
    QCOMPARE(source.name, "regionblip");
    const ModelConfig& found = source.config;
    QCOMPARE(found.vision.numHeads, 16);
    QCOMPARE(found.vision.imageSize, 364);
    QCOMPARE(found.vision.mlpSize, 16);
    QCOMPARE(found.point->numHeads, 6);
    QCOMPARE(found.point->numGroups, 512);
    QCOMPARE(found.point->groupSize, 32);
    QCOMPARE(found.point->groupChannels, config.point->groupChannels);
    QCOMPARE(found.qformer.numHeads, 1);
    QCOMPARE(found.qformer.numLayers, 4);
    QCOMPARE(found.qformer.crossAttentionFrequency, 2);
    QCOMPARE(found.qformer.numQueryTokens, 8);
    QCOMPARE(found.qformer.bosTokenId, 420);
    QCOMPARE(found.qformer.clsTokenId, 2);
    QCOMPARE(found.loraRank, 3);
    QCOMPARE(found.embedDim, 20);
    QCOMPARE(found.languageModel.eosTokenId, 202);
    QCOMPARE(found.languageModel.numHeads, 5);
    QCOMPARE(found.generation.maxNewTokens, 29);
}

QTEST_GUILESS_MAIN(TestShippedSources)
#include "test_shipped_sources.moc"
