#include "core/vlm/generation/beam_search.h"
#include "tests/core/vlm/generation/prefix_session.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rb::test;
using namespace rb::vlm;

static constexpr std::size_t kVocabulary = 4;
static constexpr int kMaxNewTokens = 4;

Q_DECLARE_METATYPE(rb::vlm::ScoringConvention)

class BeamSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enoughBeamsFindWhatEnumerationFinds_data();
    void enoughBeamsFindWhatEnumerationFinds();
    void equalCandidatesAreOrderedByBeamThenToken();
    void anEndTokenBelowTheBestBeamsIsDropped();
    void endingCandidatesCountInTheReferencesStopTestOnly();
    void neighboursProlongTheBatchCountedStopTest();
};

/// Every text there is, with its score by the conventions' definition, from the chain rule in double.
class Enumeration {
public:
    Enumeration(PrefixSession::NextLogits next, const GenerationContext& context, double lengthPenalty)
        : m_next(std::move(next)), m_context(context), m_lengthPenalty(lengthPenalty) {
        extend({}, 0);
        std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    }

    std::vector<Hypothesis> texts;

private:
    void extend(const Tokens& prefix, double sum) {
        const std::vector<float> logits = m_next(0, prefix);
        double mass = 0;
        for (const float logit : logits) mass += std::exp(static_cast<double>(logit));
        for (std::size_t token = 0; token < kVocabulary; ++token) {
            Tokens text = prefix;
            text.push_back(static_cast<TokenId>(token));
            const double total = sum + static_cast<double>(logits[token]) - std::log(mass);
            const bool closed = text.back() == m_context.endToken;
            const bool cut = static_cast<int>(text.size()) == kMaxNewTokens;
            if (closed || cut) texts.push_back({text, {}, score(text, total, closed)});
            else extend(text, total);
        }
    }
    double score(const Tokens& text, double sum, bool closed) const {
        double length = static_cast<double>(text.size());
        // The reference counts the start token, and not the end token.
        if (m_context.convention == ScoringConvention::Reference) length += closed ? 0 : 1;
        return sum / std::pow(length, m_lengthPenalty);
    }

    PrefixSession::NextLogits m_next;
    const GenerationContext& m_context;
    double m_lengthPenalty;
};

void BeamSearchTest::enoughBeamsFindWhatEnumerationFinds_data() {
    QTest::addColumn<ScoringConvention>("convention");
    QTest::addColumn<double>("lengthPenalty");
    for (const double penalty : {-1.0, 0.0, 0.7, 2.0}) {
        QTest::addRow("Reference %g", penalty) << ScoringConvention::Reference << penalty;
        QTest::addRow("HuggingFace %g", penalty) << ScoringConvention::HuggingFace << penalty;
    }
}

void BeamSearchTest::enoughBeamsFindWhatEnumerationFinds() {
    QFETCH(ScoringConvention, convention);
    QFETCH(double, lengthPenalty);
    const GenerationContext context = toyContext(kVocabulary, convention);
    GenerationOptions options;
    options.maxNewTokens = kMaxNewTokens;
    options.lengthPenalty = lengthPenalty;
    options.numBeams = 150; // more than the 121 texts, so that nothing is pruned and no search ends early
    options.numCaptions = 150;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto next = scatteredLogits(kVocabulary, seed);
        PrefixSession session(1, next);
        const auto found = generate(session, 1, options, context).front();
        const Enumeration all(next, context, lengthPenalty);
        QCOMPARE(all.texts.size(), std::size_t{121});
        QCOMPARE(found.size(), all.texts.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            QVERIFY(std::abs(found[i].score - all.texts[i].score) < 1e-4);
            const auto same = std::find_if(all.texts.begin(), all.texts.end(),
                                           [&](const Hypothesis& text) { return text.tokens == found[i].tokens; });
            QVERIFY(same != all.texts.end());
            QVERIFY(std::abs(found[i].score - same->score) < 1e-4);
        }
    }
}

void BeamSearchTest::equalCandidatesAreOrderedByBeamThenToken() {
    const GenerationContext context = toyContext(6, ScoringConvention::Reference);
    GenerationOptions options;
    options.numBeams = 3;
    options.minNewTokens = 9;
    BeamSearch search(options, context, 0);
    search.advance(std::vector<float>(6, 0.5f));
    QCOMPARE(search.beams().size(), std::size_t{3});
    QCOMPARE(search.beams()[0].tokens, (Tokens{0}));
    QCOMPARE(search.beams()[1].tokens, (Tokens{1}));
    QCOMPARE(search.beams()[2].tokens, (Tokens{3})); // 2 ends and is forbidden
    for (std::size_t b = 0; b < 3; ++b) search.beams()[b].row = static_cast<std::int32_t>(b);
    search.advance(std::vector<float>(18, 0.5f));
    QCOMPARE(search.beams()[0].tokens, (Tokens{0, 0}));
    QCOMPARE(search.beams()[2].tokens, (Tokens{0, 3}));
    QCOMPARE(search.beams()[2].row, 0);
}

void BeamSearchTest::anEndTokenBelowTheBestBeamsIsDropped() {
    GenerationOptions options;
    options.numBeams = 2;
    options.numCaptions = 2;
    for (const auto convention : {ScoringConvention::Reference, ScoringConvention::HuggingFace}) {
        const GenerationContext context = toyContext(4, convention);
        BeamSearch third(options, context, 0);
        third.advance(std::vector<float>{5, 4, 3, 0});
        QCOMPARE(third.result().size(), std::size_t{2}); // only the two that run
        for (const Hypothesis& running : third.result()) QVERIFY(running.tokens != Tokens{2});
        BeamSearch second(options, context, 0);
        second.advance(std::vector<float>{5, 3, 4, 0});
        QCOMPARE(second.beams().size(), std::size_t{2});
        QCOMPARE(second.beams()[1].tokens, (Tokens{1}));
        const auto kept = second.result(); // the finished one, made up to two by the best that runs
        QVERIFY(kept[0].tokens == Tokens{2} || kept[1].tokens == Tokens{2});
        QVERIFY(kept[0].tokens == Tokens{0} || kept[1].tokens == Tokens{0});
    }
}

void BeamSearchTest::endingCandidatesCountInTheReferencesStopTestOnly() {
    GenerationOptions options;
    options.numBeams = 1;
    // The end token (log 0.6 = −0.51) is the best candidate, token 0 (log 0.2 = −1.61) the best that runs.
    const std::vector<float> logits{std::log(0.2f), std::log(0.1f), std::log(0.6f), std::log(0.1f)};
    const GenerationContext reference = toyContext(4, ScoringConvention::Reference);
    BeamSearch prolonged(options, reference, 0);
    prolonged.advance(logits);
    QVERIFY(!prolonged.done()); // −0.51 ÷ 2 beats −0.51
    const GenerationContext huggingFace = toyContext(4, ScoringConvention::HuggingFace);
    BeamSearch closed(options, huggingFace, 0);
    closed.advance(logits);
    QVERIFY(closed.done()); // −1.61 does not
}

void BeamSearchTest::neighboursProlongTheBatchCountedStopTest() {
    const GenerationContext context = toyContext(4, ScoringConvention::Reference);
    GenerationOptions options;
    options.numBeams = 1;
    // The end token scores −0.8 at once; token 0 (log 0.3) runs on and its best follower sums to −2.59:
    // below −0.8 when divided by 3 ids, above it when an unfinished neighbour makes them 4.
    const std::vector<float> first{std::log(0.3f), std::log(0.125f), std::log(0.45f), std::log(0.125f)};
    for (const std::size_t ahead : {0, 1}) {
        BeamSearch search(options, context, 0);
        search.advance(first, ahead);
        QVERIFY(!search.done());
        search.advance(std::vector<float>(4, 0.0f), ahead);
        QCOMPARE(search.done(), ahead == 0);
    }
}

QTEST_GUILESS_MAIN(BeamSearchTest)
#include "test_beam_search.moc"
