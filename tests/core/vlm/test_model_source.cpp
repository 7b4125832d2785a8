#include "core/vlm/model_source.h"

#include "core/vlm/source/expected_tensors.h"
#include "tests/core/vlm/model_folders.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::vlm;
using namespace rb::test;

class TestModelSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ourFoldersOpenComplete_data();
    void ourFoldersOpenComplete();
    void secondNameOfATiedTensorServes();
    void missingTensorIsNamed();
    void otherShapeIsNamed();
    void integersAreRefused();
    void modalityWithoutItsTensorsIsLeftOut_data();
    void modalityWithoutItsTensorsIsLeftOut();
    void hostileFoldersAreRefused_data();
    void hostileFoldersAreRefused();
    void whatIsNoModelIsRefused_data();
    void whatIsNoModelIsRefused();

private:
    std::filesystem::path newFolder() { return m_folder.path().toStdString() + "/" + std::to_string(m_count++); }
    /// A copy of tiny-opt whose weights were altered.
    std::filesystem::path altered(const std::function<void(TestTensors&)>& change);

    QTemporaryDir m_folder;
    int m_count = 0;
};

std::filesystem::path TestModelSource::altered(const std::function<void(TestTensors&)>& change) {
    const std::filesystem::path folder = newFolder();
    copyModel(testData("regionblip/tiny-opt"), folder);
    TestTensors tensors = tensorsOf(folder / "model.safetensors");
    change(tensors);
    writeTensors(folder / "model.safetensors", tensors);
    return folder;
}

void TestModelSource::ourFoldersOpenComplete_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* tag, const std::filesystem::path& folder, const char* name) {
        QTest::newRow(tag) << QString::fromStdString(folder.string()) << QString::fromUtf8(name);
    };
    row("tiny-opt", testData("regionblip/tiny-opt"), "tiny-opt");
    row("tiny-t5", testData("regionblip/tiny-t5/"), "tiny-t5");
    row("embedded", embeddedModel(), "regionblip-mini");
}

void TestModelSource::ourFoldersOpenComplete() {
    QFETCH(QString, folder);
    OPEN_MODEL(source, at(folder.toStdString()));
    QTEST(QString::fromStdString(source.name), "name");
    QVERIFY(source.missing.empty());
    QVERIFY(source.unused.empty());
    QCOMPARE(source.config.modalities.size(), 4u);
    QCOMPARE(source.tensors.size(), source.checkpoints.at(0).tensors().size());
    for (const auto& [name, expected] : expectedTensors(source.config))
        QVERIFY2(!expected.required || source.shapeOf(name).has_value(), name.c_str());
    QCOMPARE(source.bertTokenizerFolder, std::filesystem::path(folder.toStdString()) / "tokenizer");
    QCOMPARE(source.languageTokenizerFolder, source.bertTokenizerFolder);
}

void TestModelSource::secondNameOfATiedTensorServes() {
    const std::string first = "opt_model.model.decoder.embed_tokens.weight";
    std::string bytes;
    const auto folder = altered([&](TestTensors& tensors) {
        bytes = tensors.at(first).bytes;
        tensors["opt_model.lm_head.weight"] = tensors.at(first);
        tensors.erase(first);
    });
    OPEN_MODEL(source, at(folder));
    QVERIFY(!bytes.empty() && bytesOf(source, first) == bytes);
    QVERIFY(source.unused.empty());
}

void TestModelSource::missingTensorIsNamed() {
    const auto folder = altered([](TestTensors& tensors) { tensors.erase("visual_encoder.blocks.1.mlp.fc1.weight"); });
    const auto source = openModelSource(at(folder));
    QVERIFY(!source.ok());
    QVERIFY(source.error().code == ErrorCode::ModelIncomplete);
    const QString message = said(source.error());
    QVERIFY2(message.contains(QStringLiteral("visual_encoder.blocks.1.mlp.fc1.weight [192, 44] is missing")),
             source.error().message.c_str());
    QVERIFY(message.contains(QString::fromStdString((folder / "model.safetensors").string())) && isSentence(message));
}

void TestModelSource::otherShapeIsNamed() {
    const auto folder = altered([](TestTensors& tensors) {
        TestTensor& tensor = tensors.at("opt_proj_pc.weight");
        std::swap(tensor.shape[0], tensor.shape[1]);
    });
    const auto source = openModelSource(at(folder));
    QVERIFY(!source.ok());
    QVERIFY(source.error().code == ErrorCode::ModelIncomplete);
    QVERIFY2(said(source.error()).contains(QStringLiteral(
                 "opt_proj_pc.weight must have the shape [40, 48], but has [48, 40].")),
             source.error().message.c_str());
}

void TestModelSource::integersAreRefused() {
    const auto folder =
        altered([](TestTensors& tensors) { tensors.at("ln_vision.bias").dtype = checkpoint::DType::I32; });
    const auto source = openModelSource(at(folder));
    QVERIFY(!source.ok());
    QVERIFY(source.error().code == ErrorCode::Unsupported);
    QVERIFY2(said(source.error()).contains(QStringLiteral("ln_vision.bias")), source.error().message.c_str());
}

void TestModelSource::modalityWithoutItsTensorsIsLeftOut_data() {
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QStringList>("left");
    const QStringList pictures{QStringLiteral("image"), QStringLiteral("image_region")};
    const QStringList clouds{QStringLiteral("pointcloud"), QStringLiteral("pointcloud_region")};
    QTest::newRow("query tokens") << QByteArray("query_tokens_img_region")
                                  << QStringList({QStringLiteral("image")}) + clouds;
    QTest::newRow("projection") << QByteArray("opt_proj_pc.") << pictures + QStringList({clouds[1]});
    QTest::newRow("positions") << QByteArray("pc_region_posembed.2.weight") << pictures + QStringList({clouds[0]});
    QTest::newRow("point encoder") << QByteArray("point_encoder.") << pictures;
    QTest::newRow("adapter") << QByteArray("pc_adapter.") << pictures;
    QTest::newRow("second Q-Former") << QByteArray("Qformer_pc.") << pictures;
    QTest::newRow("image encoder") << QByteArray("visual_encoder.") << clouds;
}

void TestModelSource::modalityWithoutItsTensorsIsLeftOut() {
    QFETCH(QByteArray, prefix);
    const auto folder = altered([&](TestTensors& tensors) {
        std::erase_if(tensors, [&](const auto& entry) { return entry.first.rfind(prefix.toStdString(), 0) == 0; });
    });
    OPEN_MODEL(source, at(folder));
    QTEST(namesOf(source.config.modalities), "left");
    QCOMPARE(source.missing.size(), 4 - source.config.modalities.size());
    for (const std::string& sentence : source.missing) QVERIFY(isSentence(QString::fromStdString(sentence)));
}

void TestModelSource::hostileFoldersAreRefused_data() {
    QTest::addColumn<QByteArray>("hostile");
    QTest::addColumn<bool>("keepWeights");
    for (const char* name : {"absurd_groups", "absurd_vocab", "truncated", "unknown_llm", "zero_hidden"})
        QTest::addRow("config/%s", name) << QByteArray("config/") + name << true;
    for (const char* name : {"absolute", "wrong_place"}) {
        QTest::addRow("shard_index/%s", name) << QByteArray("shard_index/") + name << true;
        QTest::addRow("shard_index/%s alone", name) << QByteArray("shard_index/") + name << false;
    }
}

void TestModelSource::hostileFoldersAreRefused() {
    QFETCH(QByteArray, hostile);
    QFETCH(bool, keepWeights);
    const std::filesystem::path folder = newFolder();
    copyModel(testData("regionblip/tiny-opt"), folder);
    QVERIFY(openModelSource(at(folder)).ok());
    if (!keepWeights) std::filesystem::remove(folder / "model.safetensors");
    layOver(testData("hostile/" + hostile.toStdString()), folder);
    const auto source = openModelSource(at(folder));
    QVERIFY(!source.ok());
    QVERIFY2(said(source.error()).contains(QString::fromStdString(folder.string())), source.error().message.c_str());
    QVERIFY(isSentence(said(source.error())));
}

void TestModelSource::whatIsNoModelIsRefused_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("withLanguageModel");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* tag, const std::filesystem::path& path, bool llm, const char* words) {
        QTest::newRow(tag) << QString::fromStdString(path.string()) << llm << QString::fromUtf8(words);
    };
    row("nothing", "", false, "No model was named");
    row("no such path", testData("none"), false, "does not exist");
    row("folder of pictures", testData("images"), false, "has no config.json");
    row("a BERT", testData("regionblip/tiny-opt/upstream/bert"), false, "a model of type \"bert\"");
    row("without its language model", testData("regionblip/tiny-opt/upstream/blip2.pth"), false, "no language model");
    row("another torch file", testData("hostile/valid/tied.pth"), true, "is not a BLIP-2 checkpoint");
    row("a picture", testData("regionblip/picture0.png"), true, "picture0.png");
}

void TestModelSource::whatIsNoModelIsRefused() {
    QFETCH(QString, path);
    QFETCH(bool, withLanguageModel);
    QFETCH(QString, words);
    ModelPaths paths = at(path.toStdString());
    if (withLanguageModel) paths.llm = testData("regionblip/tiny-opt/upstream/llm");
    const auto source = openModelSource(paths);
    QVERIFY(!source.ok());
    QVERIFY2(said(source.error()).contains(words), source.error().message.c_str());
    QVERIFY(isSentence(said(source.error())));
}

QTEST_GUILESS_MAIN(TestModelSource)
#include "test_model_source.moc"
