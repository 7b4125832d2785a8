#include "core/vlm/generation/sampling.h"
#include "tests/core/vlm/generation/prefix_session.h"

#include <QTest>

#include <cmath>

using namespace rb::test;
using namespace rb::vlm;

class SamplingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void frequenciesFollowTheNucleus_data();
    void frequenciesFollowTheNucleus();
    void wideNucleusIsTheSmallestSetWithTheMass();
    void processorsActBeforeTheDraw();
    void temperatureZeroTakesTheMostProbable();
    void scoreIsUnderTheModelsOwnDistribution();
    void equalStreamsDrawAlikeAndOthersDoNot();

private:
    std::vector<double> frequencies(const std::vector<float>& logits, int draws) const;

    GenerationOptions m_options;
    GenerationContext m_context = toyContext(5, ScoringConvention::HuggingFace);
};

void SamplingTest::initTestCase() { m_context.history.clear(); }

static GenerationOptions samplingOptions(double topP, double temperature) {
    GenerationOptions options;
    options.sample = true;
    options.topP = topP;
    options.temperature = temperature;
    options.seed = 7;
    return options;
}

static std::vector<float> logsOf(const std::vector<double>& probabilities) {
    std::vector<float> logits;
    for (const double p : probabilities) logits.push_back(static_cast<float>(std::log(p)) + 4);
    return logits;
}

std::vector<double> SamplingTest::frequencies(const std::vector<float>& logits, int draws) const {
    TokenChooser chooser(m_options, m_context, 0);
    std::vector<double> counts(logits.size());
    for (int i = 0; i < draws; ++i) counts[static_cast<std::size_t>(chooser.choose(logits, {}).token)] += 1.0 / draws;
    return counts;
}

void SamplingTest::frequenciesFollowTheNucleus_data() {
    QTest::addColumn<double>("topP");
    QTest::addColumn<double>("temperature");
    QTest::addColumn<QList<double>>("expected");
    // Of the probabilities 0.1, 0.4, 0.2, 0.25, 0.05.
    QTest::newRow("everything") << 1.0 << 1.0 << QList<double>{0.1, 0.4, 0.2, 0.25, 0.05};
    QTest::newRow("0.8 needs the three best") << 0.8 << 1.0 << QList<double>{0, 0.4 / 0.85, 0.2 / 0.85, 0.25 / 0.85, 0};
    QTest::newRow("0.6 needs the two best") << 0.6 << 1.0 << QList<double>{0, 0.4 / 0.65, 0, 0.25 / 0.65, 0};
    QTest::newRow("at least one stays") << 0.0 << 1.0 << QList<double>{0, 1, 0, 0, 0};
    // Temperature ½ squares the probabilities before the nucleus is taken.
    QTest::newRow("cold") << 1.0 << 0.5
                          << QList<double>{0.01 / 0.275, 0.16 / 0.275, 0.04 / 0.275, 0.0625 / 0.275, 0.0025 / 0.275};
    QTest::newRow("cold and 0.8") << 0.8 << 0.5 << QList<double>{0, 0.16 / 0.2225, 0, 0.0625 / 0.2225, 0};
}

void SamplingTest::frequenciesFollowTheNucleus() {
    QFETCH(double, topP);
    QFETCH(double, temperature);
    QFETCH(QList<double>, expected);
    m_options = samplingOptions(topP, temperature);
    const std::vector<double> found = frequencies(logsOf({0.1, 0.4, 0.2, 0.25, 0.05}), 40000);
    for (std::size_t token = 0; token < found.size(); ++token) {
        const double wanted = expected[static_cast<qsizetype>(token)];
        if (wanted == 0) QCOMPARE(found[token], 0.0);
        QVERIFY(std::abs(found[token] - wanted) < 0.012); // five standard deviations
    }
}

void SamplingTest::wideNucleusIsTheSmallestSetWithTheMass() {
    // 1000 tokens, every third of weight 3, the others of weight 1: the heavy ones hold 1002 of 1668.
    std::vector<double> weights;
    for (int i = 0; i < 1000; ++i) weights.push_back(i % 3 == 0 ? 3 : 1);
    m_options = samplingOptions(0.599, 1.0); // 999.1 of 1668: all 334 heavy ones
    const std::vector<double> found = frequencies(logsOf(weights), 30000);
    for (std::size_t token = 0; token < found.size(); ++token)
        QVERIFY2((found[token] > 0) == (token % 3 == 0), qPrintable(QString::number(token)));
}

void SamplingTest::processorsActBeforeTheDraw() {
    m_options = samplingOptions(0.6, 1.0);
    m_options.minNewTokens = 1; // forbids token 2
    const std::vector<double> found = frequencies(logsOf({0.05, 0.1, 0.6, 0.2, 0.05}), 4000);
    QCOMPARE(found[2], 0.0);
    QVERIFY(std::abs(found[3] - 0.2 / 0.3) < 0.05);
    QVERIFY(std::abs(found[1] - 0.1 / 0.3) < 0.05);
}

void SamplingTest::temperatureZeroTakesTheMostProbable() {
    m_options = samplingOptions(1.0, 0.0);
    QVERIFY(frequencies(logsOf({0.3, 0.3, 0.1, 0.2, 0.1}), 50)[0] > 0.999); // of equal ones the first
}

void SamplingTest::scoreIsUnderTheModelsOwnDistribution() {
    m_options = samplingOptions(0.3, 0.5);
    m_options.minNewTokens = 1;
    TokenChooser chooser(m_options, m_context, 0);
    const TokenChooser::Choice choice = chooser.choose(logsOf({0.05, 0.1, 0.6, 0.2, 0.05}), {});
    QCOMPARE(choice.token, 3);
    QVERIFY(std::abs(choice.score - std::log(0.2)) < 1e-5);
}

void SamplingTest::equalStreamsDrawAlikeAndOthersDoNot() {
    m_options = samplingOptions(1.0, 1.0);
    const auto drawn = [this](std::uint64_t seed, std::uint64_t stream) {
        m_options.seed = seed;
        TokenChooser chooser(m_options, m_context, stream);
        Tokens tokens;
        for (int i = 0; i < 40; ++i) tokens.push_back(chooser.choose(std::vector<float>(5, 0.0f), {}).token);
        return tokens;
    };
    QCOMPARE(drawn(1, 0), drawn(1, 0));
    QVERIFY(drawn(1, 0) != drawn(2, 0));
    QVERIFY(drawn(1, 0) != drawn(1, 1));
    QVERIFY(drawn(1, 0) != drawn(1, std::uint64_t{1} << 32));
    QVERIFY(drawn(1, 0) != drawn(1 + (std::uint64_t{1} << 32), 0));
}

QTEST_GUILESS_MAIN(SamplingTest)
#include "test_sampling.moc"
