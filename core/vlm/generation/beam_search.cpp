#include "core/vlm/generation/beam_search.h"

#include "core/vlm/generation/token_scores.h"

#include <algorithm>
#include <cmath>

namespace rb::vlm {

BeamSearch::BeamSearch(const GenerationOptions& options, const GenerationContext& context, std::int32_t prefillRow)
    : m_options(options), m_context(context), m_finished(static_cast<std::size_t>(options.numBeams)) {
    m_beams.push_back({});
    m_beams.front().row = prefillRow;
}

// Keeps `best` sorted; candidates arrive by beam, then token, so an equal one goes behind.
void BeamSearch::offer(std::vector<Candidate>& best, const Candidate& candidate) const {
    const auto place = std::upper_bound(best.begin(), best.end(), candidate,
                                        [](const Candidate& a, const Candidate& b) { return a.sum > b.sum; });
    best.insert(place, candidate);
    if (best.size() > 2 * static_cast<std::size_t>(m_options.numBeams)) best.pop_back();
}

std::vector<BeamSearch::Candidate> BeamSearch::bestCandidates(std::span<const float> logits) {
    const auto vocabulary = static_cast<std::size_t>(m_context.vocabularySize);
    const auto limit = 2 * static_cast<std::size_t>(m_options.numBeams);
    m_own.resize(vocabulary);
    std::vector<Candidate> best;
    for (std::size_t b = 0; b < m_beams.size(); ++b) {
        const Beam& beam = m_beams[b];
        logSoftmax(logits.subspan(static_cast<std::size_t>(beam.row) * vocabulary, vocabulary), m_own);
        m_processed = m_own;
        applyProcessors(m_processed, {m_context.history, beam.tokens}, m_options, m_context.endToken);
        for (std::size_t t = 0; t < vocabulary; ++t) {
            const float sum = beam.sum + m_processed[t];
            if (best.size() < limit || sum > best.back().sum)
                offer(best, {sum, static_cast<std::int32_t>(b), static_cast<TokenId>(t), m_own[t]});
        }
    }
    return best;
}

double BeamSearch::overLength(float sum, std::size_t length) const {
    const double divisor = std::pow(static_cast<double>(length), m_options.lengthPenalty);
    // Hugging Face divides in float32, the reference in Python's double.
    if (m_context.convention == ScoringConvention::HuggingFace)
        return static_cast<double>(sum / static_cast<float>(divisor));
    return static_cast<double>(sum) / divisor;
}

double BeamSearch::finalScore(float sum, std::size_t newTokens, bool closed) const {
    // The reference does not count the end token that closes a hypothesis; Hugging Face does.
    const bool dropsEnd = closed && m_context.convention == ScoringConvention::Reference;
    return overLength(sum, newTokens + static_cast<std::size_t>(m_context.countedPrefix) - (dropsEnd ? 1 : 0));
}

Beam BeamSearch::extended(const Candidate& candidate) const {
    Beam beam = m_beams[static_cast<std::size_t>(candidate.beam)];
    beam.tokens.push_back(candidate.token);
    beam.tokenScores.push_back(candidate.tokenScore);
    beam.sum = candidate.sum;
    return beam;
}

Hypothesis BeamSearch::finishedFrom(const Candidate& candidate) const {
    Beam beam = extended(candidate);
    const bool closed = candidate.token == m_context.endToken;
    const double score = finalScore(beam.sum, beam.tokens.size(), closed);
    return {std::move(beam.tokens), std::move(beam.tokenScores), score};
}

bool BeamSearch::ended(const Candidate& bestOfAll, std::size_t newTokens, std::size_t unfinishedAhead) const {
    if (!m_finished.full()) return false;
    const double worst = m_finished.worst();
    // Every candidate counts here, those that end too.
    if (m_context.convention == ScoringConvention::Reference) {
        const std::size_t length = newTokens + static_cast<std::size_t>(m_context.countedPrefix) + unfinishedAhead;
        return worst >= overLength(bestOfAll.sum, length);
    }
    if (m_options.earlyStopping == EarlyStopping::WhenEnough || m_beams.empty()) return true;
    const bool hopeful = m_options.earlyStopping == EarlyStopping::Never && m_options.lengthPenalty > 0;
    const std::size_t length = hopeful ? static_cast<std::size_t>(m_options.maxNewTokens) : newTokens;
    return !(overLength(m_beams.front().sum, length) > worst);
}

void BeamSearch::advance(std::span<const float> logits, std::size_t unfinishedAhead) {
    const std::vector<Candidate> candidates = bestCandidates(logits);
    const std::size_t newTokens = m_beams.front().tokens.size() + 1;
    const auto beams = static_cast<std::size_t>(m_options.numBeams);
    const bool last = newTokens >= static_cast<std::size_t>(m_options.maxNewTokens);
    const bool cutFinishes = last && m_context.convention == ScoringConvention::HuggingFace;
    std::vector<Beam> next;
    for (std::size_t rank = 0; rank < candidates.size() && next.size() < beams; ++rank) {
        const Candidate& candidate = candidates[rank];
        if (candidate.token != m_context.endToken && !cutFinishes) next.push_back(extended(candidate));
        else if (rank < beams) m_finished.add(finishedFrom(candidate));
    }
    m_beams = std::move(next);
    m_done = ended(candidates.front(), newTokens, unfinishedAhead);
    if (m_done || (!last && !m_beams.empty())) return;
    for (const Beam& beam : m_beams)
        m_finished.add({beam.tokens, beam.tokenScores, finalScore(beam.sum, beam.tokens.size(), false)});
    m_done = true;
}

std::vector<Hypothesis> BeamSearch::result() const {
    const auto wanted = static_cast<std::size_t>(m_options.numCaptions);
    FinishedHypotheses all = m_finished;
    for (const Beam& beam : m_beams) {
        if (m_done || beam.tokens.empty() || all.size() >= wanted) break;
        all.add({beam.tokens, beam.tokenScores, finalScore(beam.sum, beam.tokens.size(), false)});
    }
    return all.best(wanted);
}

} // namespace rb::vlm
