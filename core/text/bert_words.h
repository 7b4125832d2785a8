#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rb::text {

struct BertWordOptions {
    bool lowerCase = true;
    bool stripAccents = true;
    bool splitChinese = true;
};

/// BERT's basic tokenizer: control characters dropped, white space folded, CJK ideographs and
/// punctuation on their own, lower case without accents. Words as code points.
std::vector<std::u32string> bertWords(std::string_view utf8, const BertWordOptions& options);

} // namespace rb::text
