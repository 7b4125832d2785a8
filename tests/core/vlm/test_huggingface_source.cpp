#include "core/vlm/model_source.h"

#include "tests/core/vlm/model_folders.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::vlm;
using namespace rb::test;

class TestHuggingfaceSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldersOpen_data();
    void foldersOpen();
    void tensorsAreTheFilesOwn();
    void headIsTiedWhenItIsTheEmbedding_data();
    void headIsTiedWhenItIsTheEmbedding();
    void regionblipLiesOverThem();

private:
    std::filesystem::path newFolder() {
        const std::filesystem::path folder = m_folder.path().toStdString() + "/" + std::to_string(m_count++);
        std::filesystem::create_directories(folder);
        return folder;
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

void TestHuggingfaceSource::foldersOpen_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("endToken");
    QTest::addColumn<int>("imageToken");
    QTest::addColumn<bool>("half");
    QTest::newRow("blip2-opt") << QByteArray("opt") << 202 << 620 << false;
    QTest::newRow("blip2-t5") << QByteArray("t5") << 1 << 322 << false;
    QTest::newRow("hf5-opt") << QByteArray("opt") << 2 << 470 << false;
    QTest::newRow("hf5-t5") << QByteArray("t5") << 1 << 116 << false;
    QTest::newRow("blip2-opt-bf16") << QByteArray("opt") << 202 << 620 << true;
    QTest::newRow("blip2-t5-bf16") << QByteArray("t5") << 1 << 322 << true;
    QTest::newRow("hf5-opt-bf16") << QByteArray("opt") << 2 << 470 << true;
    QTest::newRow("hf5-t5-bf16") << QByteArray("t5") << 1 << 116 << true;
}

void TestHuggingfaceSource::foldersOpen() {
    QFETCH(QByteArray, type);
    QFETCH(bool, half);
    const auto folder = testData(std::string("hf_blip2/") + QTest::currentDataTag());
    OPEN_MODEL(source, at(folder));
    const ModelConfig& config = source.config;
    QCOMPARE(namesOf(config.modalities), QStringList{QStringLiteral("image")});
    QVERIFY(config.convention == ScoringConvention::HuggingFace);
    QCOMPARE(config.languageModel.type, type.toStdString());
    QTEST(static_cast<int>(config.languageModel.eosTokenId), "endToken");
    QTEST(static_cast<int>(*config.languageModel.imageTokenId), "imageToken");
    QVERIFY(config.languageModel.prompt.empty());
    QCOMPARE(config.languageModel.activation, type == "t5" ? "gelu_new" : "relu");
    QCOMPARE(config.languageModel.tiedHead, type == "opt");
    QVERIFY(!config.languageModel.scaleDecoderOutputs);
    QCOMPARE(config.vision.imageSize, 56);
    QCOMPARE(config.vision.outputNormEps, 1e-6);
    QCOMPARE(config.qformer.numQueryTokens, 8);
    QCOMPARE(source.missing.size(), 1u);
    QVERIFY(holdsText(source.missing, "image_region, pointcloud and pointcloud_region cannot run"));
    QVERIFY2(source.unused.empty(), source.unused.empty() ? "" : source.unused[0].c_str());
    QCOMPARE(source.languageTokenizerFolder, folder);
    QVERIFY(source.bertTokenizerFolder.empty());
    const auto weight = source.shapeOf("visual_encoder.blocks.0.attn.qkv.weight");
    QVERIFY(weight->first == (half ? checkpoint::DType::BF16 : checkpoint::DType::F32));
}

void TestHuggingfaceSource::tensorsAreTheFilesOwn() {
    const auto folder = testData("hf_blip2/blip2-opt");
    OPEN_MODEL(source, at(folder));
    const TestTensors file = tensorsOf(folder);
    const auto same = [&](const char* reference, const char* huggingFace) {
        return !file.at(huggingFace).bytes.empty() && bytesOf(source, reference) == file.at(huggingFace).bytes;
    };
    QVERIFY(same("query_tokens_img", "query_tokens"));
    QVERIFY(same("ln_vision.weight", "vision_model.post_layernorm.weight"));
    QVERIFY(same("visual_encoder.pos_embed", "vision_model.embeddings.position_embedding"));
    QVERIFY(same("visual_encoder.blocks.1.norm2.bias", "vision_model.encoder.layers.1.layer_norm2.bias"));
    QVERIFY(same("visual_encoder.blocks.2.attn.proj.weight",
                 "vision_model.encoder.layers.2.self_attn.projection.weight"));
    QVERIFY(same("Qformer.bert.embeddings.LayerNorm.bias", "qformer.layernorm.bias"));
    QVERIFY(same("Qformer.bert.encoder.layer.2.crossattention.self.key.weight",
                 "qformer.encoder.layer.2.crossattention.attention.key.weight"));
    QVERIFY(same("Qformer.bert.encoder.layer.3.output_query.dense.weight",
                 "qformer.encoder.layer.3.output_query.dense.weight"));
    QVERIFY(same("opt_proj_img.bias", "language_projection.bias"));
    QVERIFY(same("opt_model.model.decoder.layers.1.fc2.bias", "language_model.model.decoder.layers.1.fc2.bias"));
    const std::string fused = file.at("vision_model.encoder.layers.1.self_attn.qkv.bias").bytes;
    constexpr std::size_t kThird = 44 * sizeof(float);
    QCOMPARE(fused.size(), 3 * kThird);
    QVERIFY(bytesOf(source, "visual_encoder.blocks.1.attn.q_bias") == fused.substr(0, kThird));
    QVERIFY(bytesOf(source, "visual_encoder.blocks.1.attn.v_bias") == fused.substr(2 * kThird));
    QVERIFY(fused.substr(0, kThird) != fused.substr(2 * kThird));
}

void TestHuggingfaceSource::headIsTiedWhenItIsTheEmbedding_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("scaleStated");
    QTest::addColumn<bool>("tied");
    QTest::addColumn<bool>("scaled");
    QTest::newRow("of its own") << QByteArray("own") << true << false << false;
    QTest::newRow("a copy") << QByteArray("copy") << true << true << false;
    QTest::newRow("absent") << QByteArray("absent") << true << true << false;
    QTest::newRow("absent, version 4") << QByteArray("absent") << false << true << true;
}

void TestHuggingfaceSource::headIsTiedWhenItIsTheEmbedding() {
    QFETCH(QByteArray, head);
    QFETCH(bool, scaleStated);
    const std::filesystem::path folder = newFolder();
    const std::filesystem::path from = testData("hf_blip2/hf5-t5");
    for (const char* name : {"generation_config.json", "processor_config.json", "tokenizer.json"})
        std::filesystem::copy_file(from / name, folder / name);
    nlohmann::json config = jsonOf(from / "config.json");
    if (!scaleStated) config["text_config"].erase("scale_decoder_outputs");
    writeJson(folder / "config.json", config);
    TestTensors tensors = tensorsOf(from);
    if (head == "copy") tensors["language_model.lm_head.weight"] = tensors.at("language_model.shared.weight");
    if (head == "absent") tensors.erase("language_model.lm_head.weight");
    writeTensors(folder / "model.safetensors", tensors);
    OPEN_MODEL(source, at(folder));
    QTEST(source.config.languageModel.tiedHead, "tied");
    QTEST(source.config.languageModel.scaleDecoderOutputs, "scaled");
    QCOMPARE(source.tensors.count("t5_model.lm_head.weight"), source.config.languageModel.tiedHead ? 0u : 1u);
}

namespace {

bool startsWith(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }

bool inHuggingFace(const std::string& name) {
    if (name.find("lora_") != std::string::npos || name.find("_bias") != std::string::npos) return false;
    const bool text = name.find(".intermediate.") != std::string::npos || name.find(".output.") != std::string::npos;
    if (startsWith(name, "Qformer.bert.encoder") && text) return name.find("attention.output") != std::string::npos;
    for (const char* part : {"query_tokens_img", "opt_proj_img.", "opt_model.", "ln_vision.", "visual_encoder.",
                             "Qformer.bert.encoder", "Qformer.bert.embeddings.LayerNorm"})
        if (startsWith(name, part)) return name != "query_tokens_img_region";
    return false;
}

std::string huggingFaceName(std::string name) {
    static const std::vector<std::pair<std::string, std::string>> kReplacements = {
        {"query_tokens_img", "query_tokens"},
        {"opt_proj_img", "language_projection"},
        {"opt_model", "language_model"},
        {"ln_vision", "vision_model.post_layernorm"},
        {"Qformer.bert.embeddings.LayerNorm", "qformer.layernorm"},
        {"Qformer.bert", "qformer"},
        {"attention.self", "attention.attention"},
        {"visual_encoder.cls_token", "vision_model.embeddings.class_embedding"},
        {"visual_encoder.pos_embed", "vision_model.embeddings.position_embedding"},
        {"visual_encoder.patch_embed.proj", "vision_model.embeddings.patch_embedding"},
        {"visual_encoder.blocks", "vision_model.encoder.layers"},
        {".norm", ".layer_norm"},
        {".attn.proj", ".self_attn.projection"},
        {".attn.", ".self_attn."},
    };
    for (const auto& [from, to] : kReplacements)
        if (const auto at = name.find(from); at != std::string::npos) name.replace(at, from.size(), to);
    return name;
}

/// The files of tiny-opt's BLIP-2 as Hugging Face would name them, with two more tokens.
TestTensors asHuggingFace(const TestTensors& model) {
    TestTensors named;
    for (const auto& [name, tensor] : model)
        if (inHuggingFace(name)) named[huggingFaceName(name)] = tensor;
    for (int i = 0; i < 3; ++i) {
        const std::string block = "visual_encoder.blocks." + std::to_string(i) + ".attn.";
        const std::string keys(44 * sizeof(float), '\0');
        const std::string bias = model.at(block + "q_bias").bytes + keys + model.at(block + "v_bias").bytes;
        named[huggingFaceName(block + "qkv.bias")] = {checkpoint::DType::F32, {132}, bias};
    }
    TestTensor& embedding = named.at("language_model.model.decoder.embed_tokens.weight");
    embedding.shape[0] += 2;
    embedding.bytes += std::string(2 * 40 * sizeof(float), '\0');
    return named;
}

} // namespace

void TestHuggingfaceSource::regionblipLiesOverThem() {
    const std::filesystem::path folder = newFolder();
    const std::filesystem::path from = testData("hf_blip2/blip2-opt");
    for (const char* name : {"preprocessor_config.json", "generation_config.json", "merges.txt"})
        std::filesystem::copy_file(from / name, folder / name);
    std::filesystem::copy_file(testData("regionblip/tiny-opt/upstream/llm/vocab.json"), folder / "vocab.json");
    nlohmann::json config = jsonOf(from / "config.json");
    config["image_token_index"] = 620;
    config["vision_config"]["intermediate_size"] = 192;
    config["qformer_config"].update({{"hidden_size", 48}, {"intermediate_size", 96}});
    config["text_config"].update({{"vocab_size", 622}, {"ffn_dim", 80}});
    writeJson(folder / "config.json", config);
    const TestTensors whole = tensorsOf(testData("regionblip/tiny-opt/model.safetensors"));
    writeTensors(folder / "model.safetensors", asHuggingFace(whole));
    ModelPaths paths = upstreamOf("tiny-opt");
    paths.model = folder;
    paths.config.clear();
    paths.pointBert.clear();
    OPEN_MODEL(source, paths);
    QCOMPARE(namesOf(source.config.modalities), (QStringList{QStringLiteral("image"), QStringLiteral("image_region")}));
    QVERIFY(source.config.convention == ScoringConvention::Reference);
    QCOMPARE(source.config.languageModel.vocabSize, 620);
    QCOMPARE(source.config.languageModel.eosTokenId, 202);
    QVERIFY(!source.config.languageModel.imageTokenId.has_value());
    QCOMPARE(source.config.generation.maxNewTokens, 29);
    QCOMPARE(source.config.qformer.vocabSize, 421);
    QCOMPARE(source.config.vision.outputNormEps, 1e-5);
    for (const auto& [name, ref] : source.tensors)
        QVERIFY2(bytesOf(source, name) == whole.at(name).bytes, name.c_str());
}

QTEST_GUILESS_MAIN(TestHuggingfaceSource)
#include "test_huggingface_source.moc"
