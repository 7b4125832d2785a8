#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rb::text {

/// The pattern of GPT-2's pre-tokenizer as files spell it. It is recognised by its text and matched
/// by hand, never compiled.
extern const std::string_view kGpt2Pattern;

/// The words that GPT-2's pattern finds, in order; together they are the whole text.
std::vector<std::string> gpt2Words(std::string_view utf8);

} // namespace rb::text
