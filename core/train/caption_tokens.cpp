#include "core/train/caption_tokens.h"

#include "core/text/truncation.h"

#include <algorithm>

#include <ATen/ATen.h>

namespace rb::train {
namespace {

using Ids = std::vector<text::TokenId>;

/// Rows of different lengths as one table, `padding` behind the shorter ones.
at::Tensor padded(const std::vector<Ids>& rows, std::int64_t length, text::TokenId padding) {
    at::Tensor table = at::full({static_cast<std::int64_t>(rows.size()), length}, padding, at::kLong);
    auto cells = table.accessor<std::int64_t, 2>();
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t i = 0; i < rows[row].size(); ++i)
            cells[static_cast<std::int64_t>(row)][static_cast<std::int64_t>(i)] = rows[row][i];
    return table;
}

at::Tensor maskOf(const std::vector<Ids>& rows, std::int64_t length) {
    at::Tensor mask = at::zeros({static_cast<std::int64_t>(rows.size()), length}, at::kBool);
    for (std::size_t row = 0; row < rows.size(); ++row)
        mask[static_cast<std::int64_t>(row)].slice(0, 0, static_cast<std::int64_t>(rows[row].size())).fill_(true);
    return mask;
}

} // namespace

CaptionTokens tokenise(const std::vector<std::string>& captions, const CaptionTokenizers& tokenizers,
                       const vlm::ModelConfig& config, const std::string& prompt) {
    const bool t5 = config.languageModel.type == "t5";
    std::vector<Ids> language, bert;
    const auto most = static_cast<std::size_t>(config.maxTextLength);
    std::int64_t longest = 1;
    for (const std::string& caption : captions) {
        language.push_back(tokenizers.language.encode(t5 ? caption : caption + "\n"));
        text::truncate(language.back(), most, t5);
        longest = std::max(longest, static_cast<std::int64_t>(language.back().size()));
        if (!tokenizers.bert) continue;
        bert.push_back(tokenizers.bert->encode(caption));
        text::truncate(bert.back(), most, true);
    }
    CaptionTokens tokens;
    tokens.language = padded(language, longest, static_cast<text::TokenId>(config.languageModel.padTokenId));
    tokens.languageMask = maskOf(language, longest);
    if (t5) tokens.prompt = tokenizers.language.encode(prompt);
    if (!tokenizers.bert) return tokens;
    tokens.qformer.ids = padded(bert, config.maxTextLength, static_cast<text::TokenId>(config.qformer.padTokenId));
    tokens.qformer.mask = maskOf(bert, config.maxTextLength);
    return tokens;
}

} // namespace rb::train
