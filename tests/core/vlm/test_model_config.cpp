#include "core/vlm/model_config.h"

#include "tests/core/vlm/model_folders.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::vlm;
using namespace rb::test;

class TestModelConfig : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheDimensionsOfAnOptModel();
    void readsTheDimensionsOfAT5Model();
    void convertsLimitsToNewTokens_data();
    void convertsLimitsToNewTokens();
    void writtenTextReadsBack_data();
    void writtenTextReadsBack();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
    void refusesDeepNesting();
    void refusesValuesOutOfRange_data();
    void refusesValuesOutOfRange();

private:
    std::filesystem::path written(const nlohmann::json& json);

    QTemporaryDir m_folder;
    int m_files = 0;
};

std::filesystem::path TestModelConfig::written(const nlohmann::json& json) {
    const std::filesystem::path file = m_folder.path().toStdString() + "/config" + std::to_string(m_files++) + ".json";
    writeJson(file, json);
    return file;
}

void TestModelConfig::readsTheDimensionsOfAnOptModel() {
    const auto config = readModelConfig(testData("regionblip/tiny-opt/config.json"));
    QVERIFY2(config.ok(), config.ok() ? "" : config.error().message.c_str());
    QCOMPARE(config->vision.imageSize, 56);
    QCOMPARE(config->vision.numHeads, 4);
    QCOMPARE(config->vision.mlpSize, 192);
    QCOMPARE(config->vision.outputNormEps, 1e-5);
    QVERIFY(config->point.has_value());
    QCOMPARE(config->point->numGroups, 16);
    QCOMPARE(config->point->groupChannels, (std::array<std::int64_t, 4>{128, 256, 512, 32}));
    QCOMPARE(config->qformer.bosTokenId, 420);
    QCOMPARE(config->qformer.layerNormEps, 1e-12);
    QCOMPARE(config->embedDim, 20);
    QCOMPARE(config->modalities.size(), 4u);
    QCOMPARE(config->modalities.at("pointcloud_region").qformer, "Qformer_pc");
    QVERIFY(config->modalities.at("image_region").region);
    QCOMPARE(config->languageModel.type, "opt");
    QCOMPARE(config->languageModel.eosTokenId, 202);
    QCOMPARE(config->languageModel.maxPositionEmbeddings, 96);
    QVERIFY(config->languageModel.tiedHead);
    QVERIFY(config->convention == ScoringConvention::Reference);
    QCOMPARE(config->imageStd[2], 0.27577711f);
}

void TestModelConfig::readsTheDimensionsOfAT5Model() {
    const auto config = readModelConfig(testData("regionblip/tiny-t5/config.json"));
    QVERIFY2(config.ok(), config.ok() ? "" : config.error().message.c_str());
    QCOMPARE(config->languageModel.type, "t5");
    QCOMPARE(config->languageModel.headSize, 8);
    QCOMPARE(config->languageModel.numDecoderLayers, 2);
    QCOMPARE(config->languageModel.activation, "gelu");
    QCOMPARE(config->languageModel.layerNormEps, 1e-6);
    QCOMPARE(config->languageModel.prompt.at("pointcloud"), "a point cloud of");
    QVERIFY(!config->languageModel.tiedHead);
    QVERIFY(!config->languageModel.scaleDecoderOutputs);
}

void TestModelConfig::convertsLimitsToNewTokens_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("convention");
    QTest::addColumn<QByteArray>("generation");
    QTest::addColumn<int>("beams");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("least");
    QTest::newRow("opt, published") << QByteArray("opt") << QByteArray() << QByteArray() << 5 << 29 << 7;
    QTest::newRow("t5, published") << QByteArray("t5") << QByteArray() << QByteArray() << 5 << 30 << 7;
    QTest::newRow("opt, counted as the reference does")
        << QByteArray("opt") << QByteArray("reference")
        << QByteArray(R"({"num_beams":3,"max_length":20,"min_length":1})")
        << 3 << 19 << 0;
    QTest::newRow("t5, counted as the reference does")
        << QByteArray("t5") << QByteArray("reference")
        << QByteArray(R"({"num_beams":1,"max_length":20,"min_length":4})")
        << 1 << 20 << 3;
    QTest::newRow("no minimum")
        << QByteArray("opt") << QByteArray() << QByteArray(R"({"min_length":0})") << 5 << 29 << 0;
    QTest::newRow("hugging face") << QByteArray("opt") << QByteArray("huggingface")
                                  << QByteArray(R"({"num_beams":2,"max_new_tokens":20,"min_new_tokens":4})") << 2 << 20
                                  << 4;
}

void TestModelConfig::convertsLimitsToNewTokens() {
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, convention);
    QFETCH(QByteArray, generation);
    nlohmann::json json = jsonOf(testData("regionblip/tiny-" + model.toStdString() + "/config.json"));
    if (!convention.isEmpty()) json["convention"] = convention.toStdString();
    if (!generation.isEmpty()) json["generation"] = nlohmann::json::parse(generation.toStdString());
    const auto config = readModelConfig(written(json));
    QVERIFY2(config.ok(), config.ok() ? "" : config.error().message.c_str());
    QTEST(config->generation.numBeams, "beams");
    QTEST(config->generation.maxNewTokens, "most");
    QTEST(config->generation.minNewTokens, "least");
    QCOMPARE(config->generation.lengthPenalty, 1.0);
    QCOMPARE(config->generation.repetitionPenalty, 1.0);
}

void TestModelConfig::writtenTextReadsBack_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("altered");
    for (const char* name : {"tiny-opt", "tiny-t5"}) {
        const std::filesystem::path config = testData("regionblip") / name / "config.json";
        const QString file = QString::fromStdString(config.string());
        QTest::addRow("%s", name) << file << false;
        QTest::addRow("%s, unusual values", name) << file << true;
    }
    QTest::newRow("embedded") << QString::fromStdString((embeddedModel() / "config.json").string()) << false;
}

void TestModelConfig::writtenTextReadsBack() {
    QFETCH(QString, file);
    QFETCH(bool, altered);
    auto config = readModelConfig(file.toStdString());
    QVERIFY(config.ok());
    if (altered) {
        config->convention = ScoringConvention::HuggingFace;
        config->point.reset();
        std::erase_if(config->modalities, [](const auto& entry) { return entry.second.encoder == "point"; });
        config->languageModel.imageTokenId = 17;
        config->languageModel.tiedHead = !config->languageModel.tiedHead;
        config->languageModel.scaleDecoderOutputs = true;
        if (config->languageModel.type == "t5") config->languageModel.activation = "gelu_new";
        config->vision.outputNormEps = 1e-6;
        config->generation.noRepeatNgram = 3;
        config->generation.sample = true;
        config->generation.topP = 0.5;
        config->generation.seed = 99;
        config->boxCorners = "geometric";
    }
    const std::string text = toJson(*config);
    const std::filesystem::path copy = written(nlohmann::json::parse(text));
    const auto again = readModelConfig(copy);
    QVERIFY2(again.ok(), again.ok() ? "" : again.error().message.c_str());
    QCOMPARE(QString::fromStdString(toJson(*again)), QString::fromStdString(text));
    QCOMPARE(again->generation.maxNewTokens, config->generation.maxNewTokens);
    QCOMPARE(again->generation.minNewTokens, config->generation.minNewTokens);
    QCOMPARE(again->imageMean, config->imageMean);
    QCOMPARE(again->vision.outputNormEps, config->vision.outputNormEps);
    QCOMPARE(again->languageModel.imageTokenId, config->languageModel.imageTokenId);
    QCOMPARE(again->languageModel.tiedHead, config->languageModel.tiedHead);
    QCOMPARE(again->point.has_value(), config->point.has_value());
}

void TestModelConfig::refusesHostileFiles_data() {
    QTest::addColumn<QString>("key");
    QTest::newRow("absurd_groups") << QStringLiteral("point.num_groups");
    QTest::newRow("absurd_vocab") << QStringLiteral("language_model.vocab_size");
    QTest::newRow("truncated") << QStringLiteral("JSON");
    QTest::newRow("unknown_llm") << QStringLiteral("language_model.type");
    QTest::newRow("zero_hidden") << QStringLiteral("vision.hidden_size");
}

void TestModelConfig::refusesHostileFiles() {
    QFETCH(QString, key);
    const auto file = testData(std::string("hostile/config/") + QTest::currentDataTag() + "/config.json");
    const auto config = readModelConfig(file);
    QVERIFY(!config.ok());
    QVERIFY2(said(config.error()).contains(key), config.error().message.c_str());
    QVERIFY(said(config.error()).startsWith(QString::fromStdString(file.string())));
    QVERIFY(isSentence(said(config.error())));
}

void TestModelConfig::refusesDeepNesting() {
    constexpr int kDepth = 2'000'000;
    const std::filesystem::path file = m_folder.path().toStdString() + "/deep.json";
    const QByteArray deep = QByteArray(kDepth, '[') + QByteArray(kDepth, ']');
    writeContent(file, R"({"format": "regionblip", "vision": )" + deep + "}");
    const auto config = readModelConfig(file);
    QVERIFY(!config.ok());
    QVERIFY2(said(config.error()).contains(QStringLiteral("vision must be an object")), config.error().message.c_str());
}

void TestModelConfig::refusesValuesOutOfRange_data() {
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* pointer, const char* value) {
        QTest::addRow("%s = %s", pointer, value) << QByteArray(pointer) << QByteArray(value);
    };
    row("/format", "\"other\"");
    row("/version", "2");
    row("/vision", "[]");
    row("/vision/hidden_size", "-44");
    row("/vision/hidden_size", "44.5");
    row("/vision/hidden_size", "\"44\"");
    row("/vision/hidden_size", "18446744073709551615");
    row("/vision/hidden_size", "45");
    row("/vision/image_size", "57");
    row("/vision/num_layers", "513");
    row("/vision/layer_norm_eps", "0");
    row("/point/num_heads", "5");
    row("/point/group_channels", "[128, 256, 512]");
    row("/point/group_channels", "[128, 256, 512, 0]");
    row("/point/object_points", "3");
    row("/qformer/encoder_hidden_size", "45");
    row("/qformer/bos_token_id", "421");
    row("/lora/rank", "0");
    row("/modalities", "{}");
    row("/modalities/image/suffix", "\"../img\"");
    row("/modalities/image/region", "1");
    row("/image_std", "[0, 1, 1]");
    row("/box_corners", "\"round\"");
    row("/language_model/eos_token_id", "620");
    row("/language_model/num_heads", "3");
    row("/language_model/prompt", "7");
    row("/convention", "\"own\"");
    row("/generation", R"({"num_beams": 0})");
    row("/generation", R"({"max_length": 1})");
    row("/generation", R"({"temperature": 0})");
}

void TestModelConfig::refusesValuesOutOfRange() {
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    nlohmann::json json = jsonOf(testData("regionblip/tiny-opt/config.json"));
    json[nlohmann::json::json_pointer(pointer.toStdString())] = nlohmann::json::parse(value.toStdString());
    const auto file = written(json);
    const auto config = readModelConfig(file);
    QVERIFY(!config.ok());
    const QString message = said(config.error());
    const QByteArray key = pointer.mid(pointer.lastIndexOf('/') + 1);
    QVERIFY2(message.contains(QString::fromUtf8(key)), config.error().message.c_str());
    QVERIFY2(message.startsWith(QString::fromStdString(file.string())), config.error().message.c_str());
    QVERIFY2(message.contains(QStringLiteral(" must ")) && isSentence(message), config.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestModelConfig)
#include "test_model_config.moc"
