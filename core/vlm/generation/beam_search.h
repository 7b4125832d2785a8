#pragma once

#include "core/vlm/generation/finished_hypotheses.h"
#include "core/vlm/generation/generation.h"

#include <span>
#include <vector>

namespace rb::vlm {

/// A sequence that is still growing.
struct Beam {
    std::vector<TokenId> tokens;
    std::vector<float> tokenScores;
    float sum = 0;               ///< of processed log-probabilities
    std::int32_t row = 0;        ///< of the last logits that belong to it
};

/// Beam search of one item, driven step by step: give it the logits of its beams' rows, and it
/// chooses what runs on. Both scoring conventions.
class BeamSearch {
public:
    BeamSearch(const GenerationOptions& options, const GenerationContext& context, std::int32_t prefillRow);

    /// `logits` are the whole step's, rows found by Beam::row; afterwards beams() hold the sequences
    /// that run on, whose `row` still names the parent's row. `unfinishedAhead` is 0 unless the stop
    /// test counts the batch.
    void advance(std::span<const float> logits, std::size_t unfinishedAhead = 0);

    bool done() const { return m_done; }
    std::vector<Beam>& beams() { return m_beams; }
    const std::vector<Beam>& beams() const { return m_beams; }

    /// The best finished hypotheses; when the search was cut short, its best running beams make up
    /// for those that are missing.
    std::vector<Hypothesis> result() const;

private:
    struct Candidate {
        float sum = 0;
        std::int32_t beam = 0;
        TokenId token = 0;
        float tokenScore = 0; ///< under the model's own distribution
    };
    std::vector<Candidate> bestCandidates(std::span<const float> logits);
    void offer(std::vector<Candidate>& best, const Candidate& candidate) const;
    Hypothesis finishedFrom(const Candidate& candidate) const;
    double overLength(float sum, std::size_t length) const;
    double finalScore(float sum, std::size_t newTokens, bool closed) const;
    bool ended(const Candidate& bestOfAll, std::size_t newTokens, std::size_t unfinishedAhead) const;
    Beam extended(const Candidate& candidate) const;

    const GenerationOptions& m_options;
    const GenerationContext& m_context;
    std::vector<Beam> m_beams;
    FinishedHypotheses m_finished;
    std::vector<float> m_own, m_processed; ///< one row each, kept because fresh memory costs more than the sums
    bool m_done = false;
};

} // namespace rb::vlm
