#pragma once

#include "core/text/tokenizer.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace rb::vlm {

using text::TokenId;

/// How hypotheses are counted and scored. A property of the model: tests/data/regionblip/README.md
/// ("Counting in the options") and tests/data/hf_blip2/README.md ("How generate scores and stops").
enum class ScoringConvention {
    Reference,   ///< transformers 4.28 with a placeholder or start token that counts in the length
    HuggingFace, ///< transformers 4.57 and 5: new tokens with the end token count
};

/// When a search that has `numBeams` finished hypotheses ends.
enum class EarlyStopping {
    No,         ///< when none of the running beams could beat the worst of them at its present length
    WhenEnough, ///< at once
    Never,      ///< as No, but measured at the length most favourable to the running beams
};

/// What the caller may choose. Token limits count new tokens: what the model writes, the end token
/// included.
struct GenerationOptions {
    int numBeams = 5;                 ///< 1 is greedy
    int maxNewTokens = 30;
    int minNewTokens = 0;             ///< the end token is impossible while fewer new tokens exist
    double lengthPenalty = 1.0;       ///< exponent of the length that divides a hypothesis's score
    double repetitionPenalty = 1.0;
    int noRepeatNgram = 0;            ///< 0: off
    EarlyStopping earlyStopping = EarlyStopping::No; ///< the Reference convention knows only No
    int numCaptions = 1;              ///< best hypotheses to return; at most numBeams in beam search
    bool sample = false;              ///< nucleus sampling instead of search (numBeams is ignored)
    double topP = 0.9;                ///< sampling keeps the smallest set of tokens with this mass
    double temperature = 1.0;         ///< of sampling; 0 takes the most probable token
    std::uint64_t seed = 0;           ///< of the sampling generator; the same seed gives the same text
};

/// What the model fixes.
struct GenerationContext {
    ScoringConvention convention = ScoringConvention::Reference;
    TokenId vocabularySize = 0;
    TokenId endToken = 2;
    TokenId padToken = 1;
    /// Ids that stand before the first new token for the processors (repetition penalty,
    /// n-grams). Reference: the one placeholder `</s>` (OPT) or start token (T5). HuggingFace OPT:
    /// image ids, start token and prompt; T5: the start token.
    std::vector<TokenId> history;
    /// Ids counted in a hypothesis's length beside the new ones: 1 for Reference, 0 for HuggingFace.
    int countedPrefix = 1;
    /// transformers 4.28 adds one to the length of its stop test for every unfinished item ahead in
    /// the batch (its counter is raised inside the loop over items), so that a caption depends on
    /// its neighbours. Off, items are independent; on only to compare with batched reference runs.
    bool stopTestCountsBatch = false;
};

/// A language model in the middle of decoding. Rows are sequences; each step names for every row
/// of the new state which row of the old one it continues, and the token it adds, so that keys and
/// values are indexed and never copied, and finished rows simply disappear.
class DecoderSession {
public:
    virtual ~DecoderSession() = default;
    /// Next-token logits after the prompts, one row for each item: `[items × vocabulary]`.
    /// Valid until the next call. The rows of the first step() continue these, so its parents are
    /// items.
    virtual std::span<const float> prefill() = 0;
    /// Logits after adding `tokens[r]` to row `parents[r]`: `[tokens.size() × vocabulary]`.
    virtual std::span<const float> step(std::span<const std::int32_t> parents, std::span<const TokenId> tokens) = 0;
};

/// One finished caption.
struct Hypothesis {
    std::vector<TokenId> tokens;      ///< new tokens, the end token included when it was produced
    std::vector<float> tokenScores;   ///< log-probability of each token under the model's own distribution
    double score = 0;                 ///< beam search: sum of (processed) log-probabilities ÷ length^penalty;
                                      ///< greedy and sampling: sum ÷ number of tokens
};

/// Told after each step, for each item that is still running, the best running hypothesis so far;
/// when an item is sampled several times, the first sequence that runs.
using TokenObserver = std::function<void(std::size_t item, std::span<const TokenId> tokensSoFar)>;

/// Generates for `itemCount` items at once. Result: for each item `numCaptions` hypotheses, best
/// first. Items are independent (but for `stopTestCountsBatch`): the outcome equals that of one
/// item at a time; sampling draws for an item by `seed` and the item's index. When `stop` asks for
/// it, returns at once with what is finished and, where too few are, the best running hypotheses;
/// none before the first token. Deterministic: equal candidates are ordered by beam, then token.
std::vector<std::vector<Hypothesis>> generate(DecoderSession& session, std::size_t itemCount,
                                              const GenerationOptions& options, const GenerationContext& context,
                                              const TokenObserver& observer = {}, std::stop_token stop = {});

} // namespace rb::vlm
