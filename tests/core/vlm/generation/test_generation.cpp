#include "core/vlm/generation/beam_search.h"
#include "tests/core/vlm/generation/prefix_session.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace rb::test;
using namespace rb::vlm;

static constexpr std::size_t kVocabulary = 9;
static constexpr ScoringConvention kConventions[] = {ScoringConvention::Reference, ScoringConvention::HuggingFace};

/// What every way of decoding keeps to, over a toy model whose logits depend on the whole prefix.
class GenerationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void greedyTakesTheMostProbableTokenEachTime();
    void searchWithOneBeamEqualsGreedy();
    void itemsTogetherEqualItemsAlone_data();
    void itemsTogetherEqualItemsAlone();
    void finishedItemsLeaveTheBatch();
    void limitsOfLengthAreKept();
    void noNgramIsWrittenTwice();
    void tokenScoresAreTheModelsOwn();
    void observerHearsOfRunningItemsOnly();
    void stopReturnsAtOnceWithWhatThereIs_data();
    void stopReturnsAtOnceWithWhatThereIs();
    void stopBeforeTheStartRunsNothing();
    void nothingAskedGivesNothing();
    void sampledCaptionsDependOnTheSeedOnly();
};

static GenerationOptions optionsWith(int beams, int maxNewTokens) {
    GenerationOptions options;
    options.numBeams = beams;
    options.maxNewTokens = maxNewTokens;
    return options;
}

static std::vector<std::vector<Hypothesis>> generated(std::size_t items, std::uint64_t seed,
                                                      const GenerationOptions& options,
                                                      ScoringConvention convention = ScoringConvention::Reference) {
    PrefixSession session(items, scatteredLogits(kVocabulary, seed));
    auto found = generate(session, items, options, toyContext(kVocabulary, convention));
    return session.sound ? found : std::vector<std::vector<Hypothesis>>();
}

static std::vector<Tokens> tokensOf(const std::vector<Hypothesis>& hypotheses) {
    std::vector<Tokens> all;
    for (const Hypothesis& hypothesis : hypotheses) all.push_back(hypothesis.tokens);
    return all;
}

/// Log-probability of each token of a text under the toy model.
static std::vector<double> ownScores(const PrefixSession::NextLogits& next, std::size_t item, const Tokens& text) {
    std::vector<double> scores;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto end = text.begin() + static_cast<std::ptrdiff_t>(i);
        const std::vector<float> logits = next(item, Tokens(text.begin(), end));
        double mass = 0;
        for (const float logit : logits) mass += std::exp(static_cast<double>(logit));
        scores.push_back(static_cast<double>(logits[static_cast<std::size_t>(text[i])]) - std::log(mass));
    }
    return scores;
}

void GenerationTest::greedyTakesTheMostProbableTokenEachTime() {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const auto next = scatteredLogits(kVocabulary, seed);
        const auto found = generated(2, seed, optionsWith(1, 12));
        for (std::size_t item = 0; item < 2; ++item) {
            Tokens expected;
            while (expected.size() < 12 && (expected.empty() || expected.back() != 2)) {
                const std::vector<float> logits = next(item, expected);
                const auto best = std::max_element(logits.begin(), logits.end());
                expected.push_back(static_cast<TokenId>(best - logits.begin()));
            }
            QCOMPARE(tokensOf(found[item]), std::vector<Tokens>{expected});
            const std::vector<double> scores = ownScores(next, item, expected);
            const double mean = std::accumulate(scores.begin(), scores.end(), 0.0) / static_cast<double>(scores.size());
            QVERIFY(std::abs(found[item][0].score - mean) < 1e-5);
        }
    }
}

void GenerationTest::searchWithOneBeamEqualsGreedy() {
    GenerationOptions options = optionsWith(1, 12);
    options.lengthPenalty = 0; // by this no text that runs on can overtake one that ended
    for (const auto convention : kConventions)
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const GenerationContext context = toyContext(kVocabulary, convention);
            PrefixSession session(1, scatteredLogits(kVocabulary, seed));
            BeamSearch search(options, context, 0);
            for (auto logits = session.prefill();; ) {
                search.advance(logits);
                if (search.done()) break;
                const std::int32_t parent = search.beams()[0].row;
                logits = session.step({&parent, 1}, {&search.beams()[0].tokens.back(), 1});
            }
            QCOMPARE(tokensOf(search.result()), tokensOf(generated(1, seed, options, convention)[0]));
        }
}

void GenerationTest::itemsTogetherEqualItemsAlone_data() {
    QTest::addColumn<int>("beams");
    QTest::addColumn<int>("captions");
    QTest::newRow("greedy") << 1 << 1;
    QTest::newRow("3 beams") << 3 << 3;
    QTest::newRow("4 beams") << 4 << 2;
}

void GenerationTest::itemsTogetherEqualItemsAlone() {
    QFETCH(int, beams);
    QFETCH(int, captions);
    GenerationOptions options = optionsWith(beams, 10);
    options.numCaptions = captions;
    options.repetitionPenalty = 1.2;
    for (const auto convention : kConventions) {
        const GenerationContext context = toyContext(kVocabulary, convention);
        const auto together = generated(6, 3, options, convention);
        QCOMPARE(together.size(), std::size_t{6});
        for (std::size_t item = 0; item < 6; ++item) {
            const auto next = scatteredLogits(kVocabulary, 3);
            PrefixSession alone(1, [&](std::size_t, const Tokens& prefix) { return next(item, prefix); });
            const auto single = generate(alone, 1, options, context)[0];
            QCOMPARE(tokensOf(together[item]), tokensOf(single));
            for (std::size_t c = 0; c < single.size(); ++c) QCOMPARE(together[item][c].score, single[c].score);
        }
    }
}

void GenerationTest::finishedItemsLeaveTheBatch() {
    // Item 0 ends at once, item 1 never.
    PrefixSession session(2, [](std::size_t item, const Tokens&) {
        return item == 0 ? std::vector<float>{0, 0, 50, 0, 0, 0} : std::vector<float>{1, 0, -50, 3, 0, 2};
    });
    GenerationOptions options = optionsWith(2, 6);
    options.lengthPenalty = -1;
    const auto found = generate(session, 2, options, toyContext(6, ScoringConvention::Reference));
    QCOMPARE(found[0][0].tokens, Tokens{2});
    QCOMPARE(found[1][0].tokens.size(), std::size_t{6});
    QCOMPARE(session.prefills, 1);
    QCOMPARE(session.rowsOfStep.size(), std::size_t{5});
    QCOMPARE(session.rowsOfStep.back(), std::size_t{2});

    PrefixSession greedy(2, [](std::size_t item, const Tokens&) {
        return item == 0 ? std::vector<float>{0, 0, 50, 0} : std::vector<float>{1, 0, -50, 3};
    });
    generate(greedy, 2, optionsWith(1, 4), toyContext(4, ScoringConvention::Reference));
    QCOMPARE(greedy.rowsOfStep, (std::vector<std::size_t>{1, 1, 1}));
}

void GenerationTest::limitsOfLengthAreKept() {
    for (const auto convention : kConventions)
        for (const int beams : {1, 3})
            for (std::uint64_t seed = 1; seed <= 10; ++seed) {
                GenerationOptions options = optionsWith(beams, 7);
                options.minNewTokens = 5;
                const Tokens tokens = generated(1, seed, options, convention)[0][0].tokens;
                const auto end = std::find(tokens.begin(), tokens.end(), 2);
                QVERIFY(end - tokens.begin() >= 5);
                QVERIFY(end == tokens.end() ? tokens.size() == 7 : end == tokens.end() - 1);
            }
}

void GenerationTest::noNgramIsWrittenTwice() {
    for (const int beams : {1, 4})
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            GenerationOptions options = optionsWith(beams, 30);
            options.minNewTokens = 30;
            options.noRepeatNgram = 2;
            Tokens text{2}; // the history counts too
            const Tokens written = generated(1, seed, options)[0][0].tokens;
            text.insert(text.end(), written.begin(), written.end());
            std::set<std::pair<TokenId, TokenId>> pairs;
            for (std::size_t i = 1; i < text.size(); ++i) QVERIFY(pairs.insert({text[i - 1], text[i]}).second);
            QCOMPARE(text.size(), std::size_t{31});
        }
}

void GenerationTest::tokenScoresAreTheModelsOwn() {
    GenerationOptions options = optionsWith(3, 8);
    options.repetitionPenalty = 1.7;
    options.minNewTokens = 4;
    options.numCaptions = 3;
    for (const bool sample : {false, true}) {
        options.sample = sample;
        options.temperature = 1.4;
        const auto found = generated(2, 4, options);
        for (std::size_t item = 0; item < 2; ++item)
            for (const Hypothesis& hypothesis : found[item]) {
                const auto expected = ownScores(scatteredLogits(kVocabulary, 4), item, hypothesis.tokens);
                QCOMPARE(hypothesis.tokenScores.size(), expected.size());
                for (std::size_t i = 0; i < expected.size(); ++i)
                    QVERIFY(std::abs(static_cast<double>(hypothesis.tokenScores[i]) - expected[i]) < 1e-5);
            }
    }
}

void GenerationTest::observerHearsOfRunningItemsOnly() {
    for (const int beams : {1, 2}) {
        PrefixSession session(2, [](std::size_t item, const Tokens& prefix) {
            return item == 0 && prefix.size() == 1 ? std::vector<float>{0, 0, 50, 0, 0}
                                                   : std::vector<float>{4, 0, -50, 3, 0};
        });
        GenerationOptions options = optionsWith(beams, 4);
        options.lengthPenalty = 0;
        std::vector<std::pair<std::size_t, Tokens>> heard;
        generate(session, 2, options, toyContext(5, ScoringConvention::HuggingFace),
                 [&](std::size_t item, std::span<const TokenId> tokens) {
                     heard.push_back({item, Tokens(tokens.begin(), tokens.end())});
                 });
        const std::vector<std::pair<std::size_t, Tokens>> expected{
            {0, {0}}, {1, {0}}, {1, {0, 0}}, {1, {0, 0, 0}}};
        QCOMPARE(heard, expected);
    }
}

void GenerationTest::stopReturnsAtOnceWithWhatThereIs_data() {
    QTest::addColumn<int>("beams");
    QTest::addColumn<bool>("sample");
    QTest::newRow("greedy") << 1 << false;
    QTest::newRow("search") << 3 << false;
    QTest::newRow("sampling") << 1 << true;
}

void GenerationTest::stopReturnsAtOnceWithWhatThereIs() {
    QFETCH(int, beams);
    QFETCH(bool, sample);
    GenerationOptions options = optionsWith(beams, 50);
    options.minNewTokens = 50;
    options.sample = sample;
    PrefixSession session(2, scatteredLogits(kVocabulary, 1));
    std::stop_source stop;
    const auto found = generate(
        session, 2, options, toyContext(kVocabulary, ScoringConvention::Reference),
        [&](std::size_t, std::span<const TokenId> tokens) {
            if (tokens.size() == 3) stop.request_stop();
        },
        stop.get_token());
    QCOMPARE(session.rowsOfStep.size(), std::size_t{2});
    for (const auto& captions : found) {
        QCOMPARE(captions.size(), std::size_t{1});
        QCOMPARE(captions[0].tokens.size(), std::size_t{3});
        QCOMPARE(captions[0].tokenScores.size(), std::size_t{3});
        QVERIFY(captions[0].score < 0);
    }
}

void GenerationTest::stopBeforeTheStartRunsNothing() {
    std::stop_source stop;
    stop.request_stop();
    for (const int beams : {1, 3}) {
        PrefixSession session(2, scatteredLogits(kVocabulary, 1));
        const auto found = generate(session, 2, optionsWith(beams, 5),
                                    toyContext(kVocabulary, ScoringConvention::Reference), {}, stop.get_token());
        QCOMPARE(found.size(), std::size_t{2});
        QVERIFY(found[0].empty() && found[1].empty());
        QCOMPARE(session.prefills, 0);
    }
}

void GenerationTest::nothingAskedGivesNothing() {
    QVERIFY(generated(0, 1, optionsWith(3, 5)).empty());
    const auto none = generated(2, 1, optionsWith(3, 0));
    QCOMPARE(none.size(), std::size_t{2});
    QVERIFY(none[0].empty());
}

void GenerationTest::sampledCaptionsDependOnTheSeedOnly() {
    GenerationOptions options = optionsWith(5, 12);
    options.sample = true;
    options.topP = 0.95;
    options.numCaptions = 4;
    options.seed = 11;
    const auto first = generated(3, 1, options);
    const auto again = generated(3, 1, options);
    options.seed = 12;
    const auto other = generated(3, 1, options);
    for (std::size_t item = 0; item < 3; ++item) {
        QCOMPARE(first[item].size(), std::size_t{4});
        QCOMPARE(tokensOf(first[item]), tokensOf(again[item]));
        QVERIFY(tokensOf(first[item]) != tokensOf(other[item]));
        const std::vector<Tokens> tokens = tokensOf(first[item]);
        QVERIFY(std::set<Tokens>(tokens.begin(), tokens.end()).size() > 1);
        QVERIFY(std::is_sorted(first[item].begin(), first[item].end(),
                               [](const Hypothesis& a, const Hypothesis& b) { return a.score > b.score; }));
    }
}

QTEST_GUILESS_MAIN(GenerationTest)
#include "test_generation.moc"
