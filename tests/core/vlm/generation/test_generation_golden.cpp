#include "tests/core/vlm/generation/prefix_session.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

using namespace rb::test;
using namespace rb::vlm;
using nlohmann::json;

/// Against Hugging Face's own generate on recorded logits: tests/data/generation/README.md.
class GenerationGoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tokensAndScoresEqualTransformers_data();
    void tokensAndScoresEqualTransformers();

private:
    json m_golden;
};

template <typename Number> static std::vector<Number> numbersOf(const std::string& text) {
    std::istringstream in(text);
    std::vector<Number> numbers;
    for (Number number; in >> number;) numbers.push_back(number);
    return numbers;
}

static PrefixSession::NextLogits recordedLogits(const json& golden, const json& tables) {
    return [&golden, &tables](std::size_t item, const Tokens& prefix) {
        std::string key;
        for (const TokenId token : prefix) key += (key.empty() ? "" : " ") + std::to_string(token);
        const json& table = tables.at(item);
        if (!table.contains(key)) qFatal("transformers never asked for \"%s\" of item %zu", key.c_str(), item);
        auto logits = numbersOf<float>(table.at(key).get<std::string>());
        for (float& logit : logits) logit /= golden.at("quantum").get<float>();
        return logits;
    };
}

static GenerationOptions optionsOf(const json& options) {
    GenerationOptions result;
    result.numBeams = options.at("num_beams").get<int>();
    result.maxNewTokens = options.at("max_new").get<int>();
    result.minNewTokens = options.value("min_new", 0);
    result.lengthPenalty = options.value("length_penalty", 1.0);
    result.repetitionPenalty = options.value("repetition_penalty", 1.0);
    result.noRepeatNgram = options.value("no_repeat_ngram_size", 0);
    result.numCaptions = options.value("num_captions", 1);
    const json early = options.value("early_stopping", json(false));
    if (early == true) result.earlyStopping = EarlyStopping::WhenEnough;
    if (early == "never") result.earlyStopping = EarlyStopping::Never;
    return result;
}

void GenerationGoldenTest::initTestCase() {
    std::ifstream in(RB_TEST_DATA "/generation/golden.json");
    m_golden = json::parse(in);
}

void GenerationGoldenTest::tokensAndScoresEqualTransformers_data() {
    QTest::addColumn<QString>("path");
    for (const auto& [model, entry] : m_golden.at("models").items())
        for (const auto& [convention, run] : entry.at("conventions").items())
            for (const auto& item : run.at("cases").items())
                QTest::addRow("%s %s %s", model.c_str(), convention.c_str(), item.key().c_str())
                    << QString::fromStdString(model + "/" + convention + "/" + item.key());
}

void GenerationGoldenTest::tokensAndScoresEqualTransformers() {
    QFETCH(QString, path);
    const QStringList parts = path.split(u'/');
    const json& model = m_golden.at("models").at(parts[0].toStdString());
    const json& run = model.at("conventions").at(parts[1].toStdString());
    const json& golden = run.at("cases").at(parts[2].toStdString());
    const bool reference = parts[1] == QLatin1String("Reference");
    GenerationContext context =
        toyContext(m_golden.at("vocabulary").get<TokenId>(),
                   reference ? ScoringConvention::Reference : ScoringConvention::HuggingFace);
    context.endToken = model.at("end_token").get<TokenId>();
    context.history = numbersOf<TokenId>(run.at("history").get<std::string>());

    const json& items = golden.at("items");
    PrefixSession session(items.size(), recordedLogits(m_golden, model.at("tables")));
    const auto found = generate(session, items.size(), optionsOf(golden.at("options")), context);
    QVERIFY(session.sound);
    QCOMPARE(found.size(), items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        QCOMPARE(found[i].size(), items[i].size());
        for (std::size_t c = 0; c < items[i].size(); ++c) {
            QCOMPARE(found[i][c].tokens, numbersOf<TokenId>(items[i][c].at("tokens").get<std::string>()));
            const double score = items[i][c].at("score").get<double>();
            QVERIFY(std::abs(found[i][c].score - score) < 2e-6 * std::max(1.0, std::abs(score)));
        }
    }
}

QTEST_GUILESS_MAIN(GenerationGoldenTest)
#include "test_generation_golden.moc"
