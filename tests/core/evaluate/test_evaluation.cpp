#include "core/evaluate/caption_files.h"
#include "core/evaluate/evaluation_report.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include <nlohmann/json.hpp>

using namespace rb;
using namespace rb::evaluate;

class EvaluationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesGiveTheReferencesFigures();
    void filesThatDoNotBelongTogetherAreRefused_data();
    void filesThatDoNotBelongTogetherAreRefused();
    void theFirstNameOfACaptionCounts_data();
    void theFirstNameOfACaptionCounts();
    void captionsOfOneRegionAreItsReferences();
};

static std::filesystem::path written(const QTemporaryDir& folder, const char* name, const nlohmann::json& json) {
    const std::filesystem::path path = folder.filePath(QString::fromLatin1(name)).toStdString();
    std::ofstream(path) << json.dump();
    return path;
}

void EvaluationTest::filesGiveTheReferencesFigures() {
    std::ifstream in(std::string(RB_TEST_DATA) + "/metrics/five_references.json");
    const auto golden = nlohmann::json::parse(in);
    nlohmann::json candidates, references;
    for (const auto& item : golden.at("items")) {
        const std::string id = item.at("id").is_string() ? item.at("id").get<std::string>() : item.at("id").dump();
        candidates[id] = nlohmann::json::array({item.at("candidate")});
        references[id] = item.at("references");
    }
    const QTemporaryDir folder;
    auto items = readCaptionFiles(written(folder, "c.json", candidates), written(folder, "r.json", references));
    QVERIFY2(items.ok(), items.ok() ? "" : items.error().message.c_str());
    const auto report = nlohmann::json::parse(toJson(score(std::move(*items)), "the files"));
    for (const auto& [key, value] : golden.at("corpus").items())
        QVERIFY2(std::abs(report.at("corpus").at(key).get<double>() - value.get<double>()) < 1e-6, key.c_str());
    QCOMPARE(report.at("items").size(), golden.at("items").size());
    QVERIFY(report.at("references") == nlohmann::json::array({5, 5}));
    QVERIFY(report.at("name_accuracy").is_null());
}

void EvaluationTest::filesThatDoNotBelongTogetherAreRefused_data() {
    QTest::addColumn<QByteArray>("candidates");
    QTest::addColumn<QByteArray>("references");
    QTest::newRow("missing references") << QByteArray(R"({"a":["x"],"b":["y"]})") << QByteArray(R"({"a":["x"]})");
    QTest::newRow("two candidates") << QByteArray(R"({"a":["x","y"]})") << QByteArray(R"({"a":["x"]})");
    QTest::newRow("a list") << QByteArray(R"([1])") << QByteArray(R"({"a":["x"]})");
    QTest::newRow("a number") << QByteArray(R"({"a":[1]})") << QByteArray(R"({"a":["x"]})");
}

void EvaluationTest::filesThatDoNotBelongTogetherAreRefused() {
    QFETCH(const QByteArray, candidates);
    QFETCH(const QByteArray, references);
    const QTemporaryDir folder;
    const auto items = readCaptionFiles(written(folder, "c.json", nlohmann::json::parse(candidates.toStdString())),
                                        written(folder, "r.json", nlohmann::json::parse(references.toStdString())));
    QVERIFY(!items.ok());
    QVERIFY(items.error().message.find(".json") != std::string::npos);
}

void EvaluationTest::theFirstNameOfACaptionCounts_data() {
    QTest::addColumn<QString>("candidate");
    QTest::addColumn<bool>("right");
    QTest::newRow("plain") << QStringLiteral("a small hot dog above a cat") << true;
    QTest::newRow("longer name wins") << QStringLiteral("a dog above a hot dog") << false;
    QTest::newRow("other first") << QStringLiteral("a cat below a hot dog") << false;
    QTest::newRow("answer") << QStringLiteral("what is above the cat? a hot dog") << true;
    QTest::newRow("none") << QStringLiteral("something") << false;
    QTest::newRow("part of a word") << QStringLiteral("a hot dogma") << false;
}

void EvaluationTest::theFirstNameOfACaptionCounts() {
    QFETCH(const QString, candidate);
    QFETCH(const bool, right);
    const auto item = [](const std::string& name, const std::string& text) {
        EvaluatedItem made;
        made.id = made.name = name;
        made.candidate = text;
        made.references = {"x"};
        return made;
    };
    const Evaluation evaluation = score({item("hot dog", candidate.toStdString()), item("dog", "a dog"), item("cat", "a cat")});
    QCOMPARE(*evaluation.items.front().nameRight, right);
    QCOMPARE(*evaluation.nameAccuracy, right ? 1.0 : 2.0 / 3.0);
}

void EvaluationTest::captionsOfOneRegionAreItsReferences() {
    auto captioner = vlm::RegionCaptioner::open(std::filesystem::path(RB_TEST_DATA) / "regionblip" / "tiny-opt");
    QVERIFY(captioner.ok());
    std::vector<train::Sample> samples(3);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].id = std::to_string(i);
        samples[i].modality = "image_region";
        samples[i].media = std::filesystem::path(RB_TEST_DATA) / "regionblip" / "picture0.png";
        samples[i].box = geometry::Box2{4, 5, 20, i < 2 ? 24.0 : 30.0};
        samples[i].caption = "a caption of number " + std::to_string(i);
    }
    EvaluateOptions options;
    options.generation = captioner->description().generation;
    const auto evaluation = evaluate::evaluate(*captioner, samples, options);
    QVERIFY(evaluation.ok());
    QCOMPARE(evaluation->items.size(), std::size_t{2});
    QCOMPARE(evaluation->items.front().references.size(), std::size_t{2});
    QVERIFY(!evaluation->items.front().candidate.empty());
    QCOMPARE(evaluation->mostReferences, std::size_t{2});
}

QTEST_GUILESS_MAIN(EvaluationTest)
#include "test_evaluation.moc"
