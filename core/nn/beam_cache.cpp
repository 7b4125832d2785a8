#include "core/nn/beam_cache.h"

#include <algorithm>

#include <ATen/ATen.h>

namespace rb::nn {

void BeamCache::setPrompt(std::int64_t layer, const at::Tensor& keys, const at::Tensor& values) {
    StoredStates& states = m_layers.at(static_cast<std::size_t>(layer));
    states.promptKeys = keys.contiguous();
    states.promptValues = values.contiguous();
}

void BeamCache::beginStep(std::span<const std::int32_t> parents) {
    RowIndex next;
    next.tokens = m_index.tokens + 1;
    m_firstSlot = m_nextSlot;
    for (const std::int32_t parent : parents) {
        const auto from = static_cast<std::size_t>(parent);
        next.itemOf.push_back(m_index.tokens == 0 ? parent : m_index.itemOf.at(from));
        const auto past = m_index.slots.begin() + static_cast<std::ptrdiff_t>(parent) * m_index.tokens;
        next.slots.insert(next.slots.end(), past, past + m_index.tokens);
        next.slots.push_back(m_nextSlot++);
    }
    m_index = std::move(next);
}

void BeamCache::reserve(StoredStates& states, const at::Tensor& like) {
    const std::int64_t have = states.tokenKeys.defined() ? states.tokenKeys.size(0) : 0;
    if (have >= m_nextSlot) return;
    const std::int64_t wanted = std::max(m_nextSlot, std::max(2 * have, 16 * like.size(0)));
    const auto grown = [&](const at::Tensor& old) {
        at::Tensor larger = at::empty({wanted, like.size(1), like.size(2)}, like.options());
        if (old.defined()) larger.narrow(0, 0, have).copy_(old);
        return larger;
    };
    states.tokenKeys = grown(states.tokenKeys);
    states.tokenValues = grown(states.tokenValues);
}

const StoredStates& BeamCache::append(std::int64_t layer, const at::Tensor& keys, const at::Tensor& values) {
    StoredStates& states = m_layers.at(static_cast<std::size_t>(layer));
    reserve(states, keys);
    states.tokenKeys.narrow(0, m_firstSlot, keys.size(0)).copy_(keys);
    states.tokenValues.narrow(0, m_firstSlot, values.size(0)).copy_(values);
    return states;
}

} // namespace rb::nn
