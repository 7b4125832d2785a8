#include "core/train/matching.h"

#include <ATen/ATen.h>

namespace rb::train {
namespace {

std::vector<std::int64_t> drawn(const at::Tensor& similarities, std::int64_t firstOwn, const at::Generator& generator) {
    at::Tensor weights = at::softmax(similarities.detach().to(at::kCPU, at::kFloat), 1) + 1e-4;
    weights.slice(1, firstOwn, firstOwn + weights.size(0)).fill_diagonal_(0);
    const at::Tensor chosen = at::multinomial(weights, 1, false, generator).flatten().contiguous();
    return {chosen.const_data_ptr<std::int64_t>(), chosen.const_data_ptr<std::int64_t>() + chosen.numel()};
}

} // namespace

Negatives drawNegatives(const Similarities& similarities, std::int64_t firstOwn, at::Generator generator) {
    Negatives negatives;
    negatives.pictures = drawn(similarities.textToQuery, firstOwn, generator);
    negatives.texts = drawn(similarities.queryToText, firstOwn, generator);
    return negatives;
}

at::Tensor matchingLoss(const at::Tensor& logits) {
    const std::int64_t pairs = logits.size(0) / 3;
    const auto options = logits.options().dtype(at::kLong);
    const at::Tensor labels = at::cat({at::ones({pairs}, options), at::zeros({2 * pairs}, options)});
    return at::cross_entropy_loss(logits, labels);
}

} // namespace rb::train
