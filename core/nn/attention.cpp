#include "core/nn/attention.h"

#include <ATen/ATen.h>

namespace rb::nn {

at::Tensor dropout(const at::Tensor& x, double probability) {
    return probability > 0 ? at::dropout(x, probability, true) : x;
}

at::Tensor splitHeads(const at::Tensor& x, std::int64_t heads) {
    return x.view({x.size(0), x.size(1), heads, x.size(2) / heads}).transpose(1, 2);
}

at::Tensor mergeHeads(const at::Tensor& x) {
    return x.transpose(1, 2).reshape({x.size(0), x.size(2), x.size(1) * x.size(3)});
}

static at::Tensor repeatedTo(const at::Tensor& x, std::int64_t batch) {
    return x.size(0) == batch ? x : x.expand({batch, x.size(1), x.size(2), x.size(3)});
}

at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, const AttentionOptions& options) {
    const std::optional<at::Tensor> bias =
        options.bias.defined() ? std::optional<at::Tensor>(options.bias) : std::nullopt;
    return at::scaled_dot_product_attention(q, repeatedTo(k, q.size(0)), repeatedTo(v, q.size(0)), bias, options.dropout,
                                            options.causal, options.scale);
}

} // namespace rb::nn
