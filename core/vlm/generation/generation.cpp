#include "core/vlm/generation/generation.h"

#include "core/vlm/generation/beam_search.h"
#include "core/vlm/generation/sampling.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rb::vlm {
namespace {

using Results = std::vector<std::vector<Hypothesis>>;

/// What generate() was asked, as the loops below share it.
struct Request {
    std::size_t itemCount;
    const GenerationOptions& options;
    const GenerationContext& context;
    const TokenObserver& observer;
    std::stop_token stop;
};

/// The rows of the next step.
struct NextRows {
    std::vector<std::int32_t> parents;
    std::vector<TokenId> tokens;

    std::int32_t add(std::int32_t parent, TokenId token) {
        parents.push_back(parent);
        tokens.push_back(token);
        return static_cast<std::int32_t>(parents.size() - 1);
    }
};

/// Steps the session with what `advance(logits)` returns, until no row runs or a stop is asked for.
template <typename Advance> void decode(DecoderSession& session, const std::stop_token& stop, Advance advance) {
    std::span<const float> logits = session.prefill();
    for (;;) {
        const NextRows rows = advance(logits);
        if (rows.parents.empty() || stop.stop_requested()) return;
        logits = session.step(rows.parents, rows.tokens);
    }
}

NextRows advanceSearches(std::vector<BeamSearch>& items, std::span<const float> logits, const Request& request) {
    NextRows next;
    std::size_t unfinished = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].done()) continue;
        items[i].advance(logits, request.context.stopTestCountsBatch ? unfinished++ : 0);
        if (items[i].done()) continue;
        if (request.observer) request.observer(i, items[i].beams().front().tokens);
        for (Beam& beam : items[i].beams()) beam.row = next.add(beam.row, beam.tokens.back());
    }
    return next;
}

Results searched(DecoderSession& session, const Request& request) {
    std::vector<BeamSearch> items;
    items.reserve(request.itemCount);
    for (std::size_t i = 0; i < request.itemCount; ++i)
        items.emplace_back(request.options, request.context, static_cast<std::int32_t>(i));
    decode(session, request.stop,
           [&](std::span<const float> logits) { return advanceSearches(items, logits, request); });
    Results results;
    for (const BeamSearch& item : items) results.push_back(item.result());
    return results;
}

/// One sequence that is chosen token by token.
struct Sequence {
    std::size_t item = 0;
    std::int32_t row = 0;
    TokenChooser chooser;
    Hypothesis hypothesis;
    bool done = false;
};

std::vector<Sequence> startSequences(const Request& request) {
    const int captions = request.options.sample ? request.options.numCaptions : 1;
    std::vector<Sequence> sequences;
    for (std::size_t i = 0; i < request.itemCount; ++i)
        for (int c = 0; c < captions; ++c) {
            const std::uint64_t stream = (static_cast<std::uint64_t>(i) << 32) | static_cast<std::uint64_t>(c);
            TokenChooser chooser(request.options, request.context, stream);
            sequences.push_back({i, static_cast<std::int32_t>(i), std::move(chooser), {}, false});
        }
    return sequences;
}

void addToken(Sequence& sequence, std::span<const float> logits, const Request& request) {
    const auto vocabulary = static_cast<std::size_t>(request.context.vocabularySize);
    const auto row = logits.subspan(static_cast<std::size_t>(sequence.row) * vocabulary, vocabulary);
    std::vector<TokenId>& tokens = sequence.hypothesis.tokens;
    const TokenChooser::Choice choice = sequence.chooser.choose(row, tokens);
    tokens.push_back(choice.token);
    sequence.hypothesis.tokenScores.push_back(choice.score);
    sequence.done = choice.token == request.context.endToken ||
                    tokens.size() >= static_cast<std::size_t>(request.options.maxNewTokens);
}

NextRows advanceSequences(std::vector<Sequence>& sequences, std::span<const float> logits, const Request& request) {
    NextRows next;
    const Sequence* told = nullptr;
    for (Sequence& sequence : sequences) {
        if (sequence.done) continue;
        addToken(sequence, logits, request);
        if (sequence.done) continue;
        if (request.observer && (!told || told->item != sequence.item)) {
            request.observer(sequence.item, sequence.hypothesis.tokens);
            told = &sequence;
        }
        sequence.row = next.add(sequence.row, sequence.hypothesis.tokens.back());
    }
    return next;
}

Results chosen(DecoderSession& session, const Request& request) {
    std::vector<Sequence> sequences = startSequences(request);
    decode(session, request.stop,
           [&](std::span<const float> logits) { return advanceSequences(sequences, logits, request); });
    Results results(request.itemCount);
    for (Sequence& sequence : sequences) {
        const std::vector<float>& scores = sequence.hypothesis.tokenScores;
        sequence.hypothesis.score =
            std::accumulate(scores.begin(), scores.end(), 0.0) / static_cast<double>(scores.size());
        results[sequence.item].push_back(std::move(sequence.hypothesis));
    }
    for (std::vector<Hypothesis>& captions : results)
        std::stable_sort(captions.begin(), captions.end(),
                         [](const Hypothesis& a, const Hypothesis& b) { return a.score > b.score; });
    return results;
}

} // namespace

std::vector<std::vector<Hypothesis>> generate(DecoderSession& session, std::size_t itemCount,
                                              const GenerationOptions& options, const GenerationContext& context,
                                              const TokenObserver& observer, std::stop_token stop) {
    if (itemCount == 0 || options.maxNewTokens < 1 || stop.stop_requested()) return Results(itemCount);
    const Request request{itemCount, options, context, observer, std::move(stop)};
    return !options.sample && options.numBeams > 1 ? searched(session, request) : chosen(session, request);
}

} // namespace rb::vlm
