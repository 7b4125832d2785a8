#pragma once

#include "core/nn/linear.h"
#include "core/nn/trace.h"
#include "core/vlm/generation/generation.h"

#include <memory>
#include <string>
#include <vector>

namespace rb::vlm {

/// What the language model reads: the soft prompts of several items, then the same text for each.
struct LanguagePrompt {
    at::Tensor softPrompt;                ///< `[I, Q, D]`
    std::vector<text::TokenId> textIds;   ///< special tokens included
    nn::AdapterIndex adapter = nn::kNoAdapter;
    nn::Trace* trace = nullptr;
    std::string traceName;                ///< the modality
};

/// OPT or T5 behind the soft prompt.
class LanguageModel {
public:
    virtual ~LanguageModel() = default;
    /// A decoding session; the model must outlive it.
    virtual std::unique_ptr<DecoderSession> start(const LanguagePrompt& prompt) const = 0;

    /// Known tokens `ids` `[I, L]`, right padded, behind each item's prompt → the hidden states
    /// `[I, L, D]` from which each of them is predicted (the forward pass of training).
    virtual at::Tensor teacherForced(const LanguagePrompt& prompt, const at::Tensor& ids) const = 0;
    /// Ids `[L]` → `[L, D]`.
    virtual at::Tensor embed(const at::Tensor& ids) const = 0;
    /// The soft prompts with the prompt's text behind each, `[I, Q + P, D]`.
    at::Tensor embedPrompt(const LanguagePrompt& prompt) const;
    /// Hidden states `[…, D]` → logits `[…, V]`.
    virtual at::Tensor logits(const at::Tensor& hidden) const = 0;
};

} // namespace rb::vlm
