#include "core/nn/decode_attention.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>

// The widest vectors the processor has, chosen when the program is loaded.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define RB_VECTOR_CLONES __attribute__((target_clones("arch=skylake-avx512", "arch=haswell", "default")))
#else
#define RB_VECTOR_CLONES
#endif

namespace rb::nn {
namespace {

/// One query over a run of keys that lie `stride` floats apart.
struct Run {
    const float* keys;
    const float* values;
};

struct HeadJob {
    const float* query;
    std::int64_t dimension;
    const Run* runs;       ///< one a position
    std::int64_t positions;
    const float* bias;     ///< one a position, or null
    float scale;
};

RB_VECTOR_CLONES void attendOneHead(const HeadJob& job, float* scores, float* out) {
    const std::int64_t d = job.dimension;
    float highest = -INFINITY;
    for (std::int64_t p = 0; p < job.positions; ++p) {
        const float* key = job.runs[p].keys;
        float sum = 0;
#pragma omp simd reduction(+ : sum)
        for (std::int64_t i = 0; i < d; ++i) sum += job.query[i] * key[i];
        scores[p] = sum * job.scale + (job.bias ? job.bias[p] : 0.0f);
        highest = std::max(highest, scores[p]);
    }
    float total = 0;
    for (std::int64_t p = 0; p < job.positions; ++p) {
        scores[p] = std::exp(scores[p] - highest);
        total += scores[p];
    }
    for (std::int64_t i = 0; i < d; ++i) out[i] = 0;
    for (std::int64_t p = 0; p < job.positions; ++p) {
        const float weight = scores[p] / total;
        const float* value = job.runs[p].values;
#pragma omp simd
        for (std::int64_t i = 0; i < d; ++i) out[i] += weight * value[i];
    }
}

const float* dataOf(const at::Tensor& tensor) { return tensor.defined() ? tensor.const_data_ptr<float>() : nullptr; }

class CpuDecodeAttention {
public:
    CpuDecodeAttention(const at::Tensor& q, const StoredStates& states, const RowIndex& index, double scale,
                       const at::Tensor& bias)
        : m_query(q.const_data_ptr<float>()), m_bias(dataOf(bias)), m_index(index), m_heads(q.size(1)),
          m_dimension(q.size(2)), m_prompt(states.promptKeys.defined() ? states.promptKeys.size(2) : 0),
          m_promptKeys(dataOf(states.promptKeys)), m_promptValues(dataOf(states.promptValues)),
          m_tokenKeys(dataOf(states.tokenKeys)), m_tokenValues(dataOf(states.tokenValues)),
          m_scale(static_cast<float>(scale)) {}

    void run(std::int64_t firstHead, std::int64_t lastHead, float* out) const {
        const std::int64_t positions = m_prompt + m_index.tokens;
        std::vector<Run> runs(static_cast<std::size_t>(positions));
        std::vector<float> scores(static_cast<std::size_t>(positions));
        for (std::int64_t h = firstHead; h < lastHead; ++h) {
            const std::int64_t row = h / m_heads, head = h % m_heads;
            fillRuns(row, head, runs);
            attendOneHead({m_query + h * m_dimension, m_dimension, runs.data(), positions,
                           m_bias ? m_bias + head * positions : nullptr, m_scale},
                          scores.data(), out + h * m_dimension);
        }
    }

private:
    void fillRuns(std::int64_t row, std::int64_t head, std::vector<Run>& runs) const {
        const std::int64_t base =
            (m_index.itemOf[static_cast<std::size_t>(row)] * m_heads + head) * m_prompt * m_dimension;
        for (std::int64_t p = 0; p < m_prompt; ++p)
            runs[static_cast<std::size_t>(p)] = {m_promptKeys + base + p * m_dimension,
                                                 m_promptValues + base + p * m_dimension};
        const std::int64_t* slots = m_index.slots.data() + row * m_index.tokens;
        for (std::int64_t t = 0; t < m_index.tokens; ++t) {
            const std::int64_t offset = (slots[t] * m_heads + head) * m_dimension;
            runs[static_cast<std::size_t>(m_prompt + t)] = {m_tokenKeys + offset, m_tokenValues + offset};
        }
    }

    const float* m_query;
    const float* m_bias;
    const RowIndex& m_index;
    std::int64_t m_heads, m_dimension, m_prompt;
    const float *m_promptKeys, *m_promptValues, *m_tokenKeys, *m_tokenValues;
    float m_scale;
};

at::Tensor indexTensor(const std::vector<std::int64_t>& values, const at::Tensor& like) {
    return at::tensor(values, at::kLong).to(like.device());
}

} // namespace

at::Tensor decodeAttentionByGather(const at::Tensor& q, const StoredStates& states, const RowIndex& index,
                                   double scale, const at::Tensor& bias) {
    const std::int64_t rows = q.size(0), heads = q.size(1), dimension = q.size(2);
    std::vector<at::Tensor> keys, values;
    if (states.promptKeys.defined()) {
        const at::Tensor items = indexTensor(index.itemOf, q);
        keys.push_back(states.promptKeys.index_select(0, items));
        values.push_back(states.promptValues.index_select(0, items));
    }
    if (index.tokens > 0) {
        const at::Tensor slots = indexTensor(index.slots, q);
        const auto gathered = [&](const at::Tensor& store) {
            return store.index_select(0, slots).view({rows, index.tokens, heads, dimension}).transpose(1, 2);
        };
        keys.push_back(gathered(states.tokenKeys));
        values.push_back(gathered(states.tokenValues));
    }
    at::Tensor scores = at::matmul(q.unsqueeze(2), at::cat(keys, 2).transpose(2, 3)) * scale;
    if (bias.defined()) scores = scores + bias.unsqueeze(0).unsqueeze(2);
    return at::matmul(at::softmax(scores, -1), at::cat(values, 2)).reshape({rows, heads * dimension});
}

at::Tensor decodeAttention(const at::Tensor& q, const StoredStates& states, const RowIndex& index, double scale,
                           const at::Tensor& bias) {
    if (!q.device().is_cpu() || q.scalar_type() != at::kFloat || c10::GradMode::is_enabled())
        return decodeAttentionByGather(q, states, index, scale, bias);
    const at::Tensor queries = q.contiguous();
    at::Tensor out = at::empty({q.size(0), q.size(1) * q.size(2)}, q.options());
    const at::Tensor contiguousBias = bias.defined() ? bias.contiguous() : bias;
    const CpuDecodeAttention attention(queries, states, index, scale, contiguousBias);
    float* destination = out.data_ptr<float>();
    at::parallel_for(0, q.size(0) * q.size(1), 8,
                     [&](std::int64_t first, std::int64_t last) { attention.run(first, last, destination); });
    return out;
}

} // namespace rb::nn
