#include "core/train/contrast.h"

#include <ATen/ATen.h>

namespace rb::train {
namespace {

/// Queries `[A, Q, E]`, texts `[B, E]` → `[A, B]`: each picture's best query.
at::Tensor bestQuery(const at::Tensor& queries, const at::Tensor& texts) {
    return at::matmul(queries, texts.t()).amax(1).to(at::kFloat);
}

at::Tensor crossEntropy(const at::Tensor& logits, const at::Tensor& targets, double labelSmoothing) {
    return at::cross_entropy_loss(logits, targets, {}, at::Reduction::Mean, -100, labelSmoothing);
}

/// Everybody's rows with the own ones in place, through which gradients flow.
at::Tensor withOwn(const at::Tensor& own, const FeatureExchange& exchange) {
    const at::Tensor all = exchange.gathered(own.detach());
    const std::int64_t first = exchange.rank() * own.size(0);
    return at::cat({all.slice(0, 0, first), own, all.slice(0, first + own.size(0))});
}

} // namespace

Similarities similarities(const at::Tensor& queries, const at::Tensor& texts, const at::Tensor& temperature,
                          const FeatureExchange* exchange) {
    const at::Tensor allQueries = exchange ? exchange->gathered(queries.detach()) : queries;
    const at::Tensor allTexts = exchange ? exchange->gathered(texts.detach()) : texts;
    return {bestQuery(queries, allTexts) / temperature, bestQuery(allQueries, texts).t() / temperature};
}

at::Tensor contrastiveLoss(const Similarities& s, std::int64_t firstTarget, double labelSmoothing) {
    const at::Tensor targets = at::arange(firstTarget, firstTarget + s.queryToText.size(0),
                                          s.queryToText.options().dtype(at::kLong));
    return (crossEntropy(s.queryToText, targets, labelSmoothing) + crossEntropy(s.textToQuery, targets, labelSmoothing)) / 2;
}

// Every rank computes the loss of the whole batch and differentiates its own features in it: the sum
// of these gradients over the ranks is the whole one. Hence the factor, as ranks average. The
// temperature stands in every rank's loss, so each passes on only its share.
at::Tensor contrastiveLossOfAll(const at::Tensor& queries, const at::Tensor& texts, const at::Tensor& temperature,
                                const FeatureExchange& exchange, double labelSmoothing) {
    const auto world = static_cast<double>(exchange.worldSize());
    const at::Tensor share = temperature / world + temperature.detach() * (1 - 1 / world);
    const Similarities all = similarities(withOwn(queries, exchange), withOwn(texts, exchange), share, nullptr);
    const at::Tensor loss = contrastiveLoss(all, 0, labelSmoothing);
    return loss.detach() + (loss - loss.detach()) * world;
}

} // namespace rb::train
