#include "core/text/vocabulary_learning.h"

#include "core/text/bert_words.h"
#include "core/text/gpt2_words.h"
#include "core/text/shown_bytes.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

namespace rb::text {
namespace {

using Pair = std::pair<std::string, std::string>;

struct Word {
    std::vector<std::string> symbols;
    std::int64_t count = 0;
};

std::vector<Word> wordsOf(const std::vector<std::string>& texts) {
    std::map<std::string, std::int64_t> counts;
    for (const std::string& text : texts)
        for (const std::string& word : gpt2Words(text)) ++counts[word];
    const auto shown = shownBytes();
    std::vector<Word> words;
    for (const auto& [text, count] : counts) {
        Word word{{}, count};
        for (const char byte : text) word.symbols.push_back(toUtf8({&shown[static_cast<unsigned char>(byte)], 1}));
        words.push_back(std::move(word));
    }
    return words;
}

/// The pair that stands most often, the first by spelling where equal; its count is 0 when there is none.
std::pair<Pair, std::int64_t> commonestPair(const std::vector<Word>& words) {
    std::map<Pair, std::int64_t> counts;
    for (const Word& word : words)
        for (std::size_t i = 0; i + 1 < word.symbols.size(); ++i) counts[{word.symbols[i], word.symbols[i + 1]}] += word.count;
    std::pair<Pair, std::int64_t> best{{}, 0};
    for (const auto& [pair, count] : counts)
        if (count > best.second) best = {pair, count};
    return best;
}

void merge(Word& word, const Pair& pair) {
    std::vector<std::string> merged;
    for (std::size_t i = 0; i < word.symbols.size(); ++i) {
        const bool here = i + 1 < word.symbols.size() && word.symbols[i] == pair.first && word.symbols[i + 1] == pair.second;
        merged.push_back(here ? pair.first + pair.second : word.symbols[i]);
        if (here) ++i;
    }
    word.symbols = std::move(merged);
}

} // namespace

LearntBpe learnByteLevelBpe(const std::vector<std::string>& texts, const std::vector<std::string>& reserved, std::size_t pieces) {
    LearntBpe learnt{reserved, {}};
    for (const char32_t c : shownBytes()) learnt.pieces.push_back(toUtf8({&c, 1}));
    std::vector<Word> words = wordsOf(texts);
    std::set<std::string> known(learnt.pieces.begin(), learnt.pieces.end());
    while (learnt.pieces.size() < pieces) {
        const auto [pair, count] = commonestPair(words);
        if (count < 2) break;
        for (Word& word : words) merge(word, pair);
        learnt.merges.push_back(pair);
        if (known.insert(pair.first + pair.second).second) learnt.pieces.push_back(pair.first + pair.second);
    }
    return learnt;
}

std::vector<std::string> learnWordPieces(const std::vector<std::string>& texts, std::size_t pieces) {
    std::map<std::string, std::int64_t> counts;
    std::set<std::string> characters;
    for (const std::string& text : texts)
        for (const std::u32string& word : bertWords(text, {})) {
            ++counts[toUtf8(word)];
            for (const char32_t c : word) characters.insert(toUtf8({&c, 1}));
        }
    std::vector<std::string> learnt{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};
    for (const std::string& c : characters) learnt.push_back(c);
    for (const std::string& c : characters) learnt.push_back("##" + c);
    std::vector<std::pair<std::string, std::int64_t>> words(counts.begin(), counts.end());
    std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [word, count] : words)
        if (learnt.size() < pieces && !characters.contains(word)) learnt.push_back(word);
    return learnt;
}

} // namespace rb::text
