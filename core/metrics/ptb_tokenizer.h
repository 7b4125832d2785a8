#pragma once

#include <string>
#include <string_view>

namespace rb::metrics {

/// A caption as the COCO caption metrics tokenise it: Penn Treebank words, lower case, without their
/// list of punctuation, joined by one space. Follows Stanford's PTBTokenizer as pycocoevalcap 1.2 runs it
/// (tests/data/metrics/README.md). Invalid UTF-8 is dropped.
std::string ptbTokenised(std::string_view caption);

} // namespace rb::metrics
