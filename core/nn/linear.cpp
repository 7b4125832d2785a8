#include "core/nn/linear.h"

#include <ATen/ATen.h>

namespace rb::nn {

Linear::Linear(const Weights& weights, std::int64_t in, std::int64_t out, bool withBias)
    : weight(weights.matrix("weight", {out, in})) {
    if (withBias) bias = weights.vector("bias", {out});
}

Linear::Linear(at::Tensor weightMatrix, at::Tensor biasVector)
    : weight(std::move(weightMatrix)), bias(std::move(biasVector)) {}

// A widened block of this many elements stays in the second-level cache until its product is done.
static constexpr std::int64_t kBlockElements = 192 * 1024;

static at::Tensor widenedLinear(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias) {
    const std::int64_t in = weight.size(1), out = weight.size(0);
    const at::Tensor rows = x.reshape({-1, in});
    at::Tensor y = at::empty({rows.size(0), out}, x.options());
    const std::int64_t block = rows.size(0) > 64 ? out : std::max<std::int64_t>(16, kBlockElements / in);
    for (std::int64_t first = 0; first < out; first += block) {
        const std::int64_t count = std::min(block, out - first);
        const at::Tensor wide = weight.narrow(0, first, count).to(x.scalar_type());
        y.narrow(1, first, count).copy_(at::linear(rows, wide));
    }
    if (bias.defined()) y.add_(bias);
    std::vector<std::int64_t> shape = x.sizes().vec();
    shape.back() = out;
    return y.view(shape);
}

at::Tensor Linear::operator()(const at::Tensor& x) const {
    if (weight.scalar_type() != x.scalar_type()) return widenedLinear(x, weight, bias);
    return at::linear(x, weight, bias.defined() ? std::optional<at::Tensor>(bias) : std::nullopt);
}

LoraLinear::LoraLinear(const Weights& weights, std::int64_t in, std::int64_t out, const LoraSpec& spec, bool withBias)
    : base(weights, in, out, withBias) {
    for (const auto& [suffix, scale] : spec) {
        Pair pair;
        pair.scale = scale;
        const std::int64_t rank = weights.elementCount("lora_A_" + suffix).value_or(0) / in;
        if (rank > 0) {
            pair.a = weights.optionalVector("lora_A_" + suffix, {rank, in});
            pair.b = weights.optionalVector("lora_B_" + suffix, {out, rank});
        }
        if (!pair.a.defined() || !pair.b.defined()) pair.a = pair.b = at::Tensor();
        m_pairs.push_back(std::move(pair));
    }
}

at::Tensor LoraLinear::operator()(const at::Tensor& x, AdapterIndex adapter) const {
    if (adapter == kNoAdapter) return base(x);
    const Pair& pair = m_pairs.at(static_cast<std::size_t>(adapter));
    if (pair.merged.weight.defined()) return pair.merged(x);
    if (!pair.a.defined()) return base(x);
    return base(x) + at::linear(at::linear(x, pair.a), pair.b) * pair.scale;
}

void LoraLinear::merge(AdapterIndex adapter) {
    Pair& pair = m_pairs.at(static_cast<std::size_t>(adapter));
    if (!pair.a.defined() || pair.merged.weight.defined()) return;
    const at::Tensor update = at::matmul(pair.b, pair.a) * pair.scale;
    pair.merged = Linear((base.weight.to(update.scalar_type()) + update).to(base.weight.scalar_type()), base.bias);
}

} // namespace rb::nn
