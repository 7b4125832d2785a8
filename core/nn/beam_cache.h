#pragma once

#include "core/nn/decode_attention.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rb::nn {

/// Keys and values of a decoder's self-attention, for all layers. Each step's rows are written once
/// into the next slots; which slots a row sees is a table of indices, so that reordering beams or
/// dropping finished ones moves no state.
class BeamCache {
public:
    explicit BeamCache(std::int64_t layers) : m_layers(static_cast<std::size_t>(layers)) {}

    /// Prompt states of a layer: `[I, H, P, d]`, one row an item.
    void setPrompt(std::int64_t layer, const at::Tensor& keys, const at::Tensor& values);

    /// Begins a step whose row r continues row `parents[r]` of the last step (or item `parents[r]`
    /// after the prompt), and gives every row a fresh slot.
    void beginStep(std::span<const std::int32_t> parents);

    /// Adds this step's keys and values of a layer, `[R, H, d]`, and returns the states to attend to.
    const StoredStates& append(std::int64_t layer, const at::Tensor& keys, const at::Tensor& values);

    const RowIndex& index() const { return m_index; }
    /// Tokens each row has written, this step's included.
    std::int64_t tokens() const { return m_index.tokens; }

private:
    void reserve(StoredStates& states, const at::Tensor& like);

    std::vector<StoredStates> m_layers;
    RowIndex m_index;
    std::int64_t m_firstSlot = 0, m_nextSlot = 0;
};

} // namespace rb::nn
