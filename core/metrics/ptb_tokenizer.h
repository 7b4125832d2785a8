#pragma once

#include <string>
#include <string_view>

namespace rb::metrics {

/// A caption as the COCO caption metrics tokenise it: Penn Treebank words, lower case, without their
/// list of punctuation, joined by one space. Follows Stanford's PTBTokenizer 3.4.1 as pycocoevalcap 1.2
/// runs it (tests/data/metrics/README.md). A token may hold no-break spaces ("3 1/2").
///
/// The caption is tokenised alone. In the reference's batch, one that ends in a letter and a full stop
/// ("plan b.") loses the stop when the next caption begins a sentence. Left out: accented letters
/// written as entities (&eacute;) and letters newer than Unicode 6. Linear time; invalid UTF-8 parts
/// words and is dropped, as are emoji.
std::string ptbTokenised(std::string_view caption);

} // namespace rb::metrics
