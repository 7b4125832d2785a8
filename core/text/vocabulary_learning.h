#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace rb::text {

/// What `vocab.json` (in the order of ids) and `merges.txt` hold.
struct LearntBpe {
    std::vector<std::string> pieces;
    std::vector<std::pair<std::string, std::string>> merges; ///< best first
};

/// Byte-level byte-pair encoding learnt from texts (Sennrich et al. 2016, over GPT-2's words and bytes):
/// `reserved` pieces first, then the 256 bytes, then a piece a merge until there are `pieces` in all or no
/// pair stands twice. The same texts in any order give the same.
LearntBpe learnByteLevelBpe(const std::vector<std::string>& texts, const std::vector<std::string>& reserved, std::size_t pieces);

/// The lines of a `vocab.txt` for WordPiece: `[PAD] [UNK] [CLS] [SEP] [MASK]`, each character of the texts'
/// words alone and behind `##`, then words by falling count, alphabetical where equal, until there are
/// `pieces` in all. Words as BERT cuts them.
std::vector<std::string> learnWordPieces(const std::vector<std::string>& texts, std::size_t pieces);

} // namespace rb::text
