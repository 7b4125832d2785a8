#pragma once

#include "core/text/tokenizer.h"
#include "core/vlm/model_config.h"
#include "core/vlm/q_former.h"

#include <string>
#include <vector>

namespace rb::train {

/// Captions as the two text models read them.
struct CaptionTokens {
    vlm::TextBatch qformer;                 ///< `[R, maxTextLength]`, `[CLS] … [SEP]`, padded to the full length
    at::Tensor language;                    ///< `[R, L]`, right padded to the longest
    at::Tensor languageMask;                ///< `[R, L]` bool
    std::vector<text::TokenId> prompt;      ///< the encoder's text (T5); empty for OPT

    std::int64_t count() const { return language.defined() ? language.size(0) : 0; }
};

struct CaptionTokenizers {
    const text::Tokenizer& language;
    const text::Tokenizer* bert = nullptr;  ///< null: no Q-Former text
};

/// Tokens of captions that are normalised already. OPT reads `</s>` + caption + "\n", T5 caption +
/// `</s>`, at most `config.maxTextLength` tokens. `prompt` is the modality's text for T5's encoder.
CaptionTokens tokenise(const std::vector<std::string>& captions, const CaptionTokenizers& tokenizers,
                       const vlm::ModelConfig& config, const std::string& prompt);

} // namespace rb::train
