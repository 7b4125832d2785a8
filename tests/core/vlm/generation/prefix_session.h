#pragma once

#include "core/vlm/generation/generation.h"

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace rb::test {

using Tokens = std::vector<vlm::TokenId>;

/// A language model in a function: the next logits of an item after the new tokens so far. It keeps
/// each row's whole prefix by following the parents, so a wrong parent gives wrong logits.
class PrefixSession : public vlm::DecoderSession {
public:
    using NextLogits = std::function<std::vector<float>(std::size_t item, const Tokens& prefix)>;

    PrefixSession(std::size_t items, NextLogits next) : m_next(std::move(next)) {
        for (std::size_t item = 0; item < items; ++item) m_rows.push_back({item, {}});
    }

    std::span<const float> prefill() override {
        ++prefills;
        return logits();
    }

    std::span<const float> step(std::span<const std::int32_t> parents, std::span<const vlm::TokenId> tokens) override {
        std::vector<Row> rows;
        sound = sound && !parents.empty() && parents.size() == tokens.size();
        for (std::size_t r = 0; r < parents.size(); ++r) {
            const auto parent = static_cast<std::size_t>(parents[r]);
            if (parents[r] < 0 || parent >= m_rows.size()) {
                sound = false;
                return {};
            }
            rows.push_back(m_rows[parent]);
            rows.back().prefix.push_back(tokens[r]);
        }
        m_rows = std::move(rows);
        rowsOfStep.push_back(m_rows.size());
        return logits();
    }

    bool sound = true;                     ///< every parent so far named a row
    int prefills = 0;
    std::vector<std::size_t> rowsOfStep;

private:
    struct Row {
        std::size_t item = 0;
        Tokens prefix;
    };

    std::span<const float> logits() {
        m_logits.clear();
        for (const Row& row : m_rows) {
            const std::vector<float> next = m_next(row.item, row.prefix);
            m_logits.insert(m_logits.end(), next.begin(), next.end());
        }
        return m_logits;
    }

    NextLogits m_next;
    std::vector<Row> m_rows;
    std::vector<float> m_logits;
};

/// Logits in [−3, 3] that depend on the item and on each token of the prefix and its place.
inline PrefixSession::NextLogits scatteredLogits(std::size_t vocabulary, std::uint64_t seed) {
    return [=](std::size_t item, const Tokens& prefix) {
        std::uint64_t state = seed * 1000003 + item;
        const auto mixed = [](std::uint64_t x) {
            x = (x ^ (x >> 31)) * 0x9e3779b97f4a7c15u;
            return x ^ (x >> 29);
        };
        for (const vlm::TokenId token : prefix) state = mixed(state + static_cast<std::uint64_t>(token) + 17);
        std::vector<float> logits(vocabulary);
        for (float& logit : logits) {
            state = mixed(state + 1);
            logit = static_cast<float>(state >> 40) / static_cast<float>(1 << 24) * 6 - 3;
        }
        return logits;
    };
}

inline vlm::GenerationContext toyContext(vlm::TokenId vocabulary, vlm::ScoringConvention convention) {
    vlm::GenerationContext context;
    context.convention = convention;
    context.vocabularySize = vocabulary;
    context.endToken = 2;
    context.padToken = 1;
    context.countedPrefix = convention == vlm::ScoringConvention::Reference ? 1 : 0;
    context.history = {2};
    return context;
}

} // namespace rb::test
