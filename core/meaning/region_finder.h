#pragma once

#include "core/meaning/meaning_index.h"

namespace rb::meaning {

/// A text as each modality of pictures embeds it, of length 1; empty: the model has no such modality.
struct TextMeaning {
    std::vector<float> region;
    std::vector<float> picture;
};

/// Finds places by meaning in two looks: the means of all are compared first, then the queries of the nearest
/// `kLookedAtTwice`. A text is compared as ITC does, by its best query (arXiv 2301.12597, section 3.1); two places by
/// the mean over the queries of one of the best product with one of the other, both ways.
/// Used by one thread at a time; any number may look at one file.
class RegionFinder {
public:
    static constexpr std::size_t kLookedAtTwice = 1000;

    /// `path`: EmbeddingStore::pathFor(); `model`: as in EmbeddingStore::put().
    static Result<RegionFinder> open(const QString& path, const QString& model);

    /// The best `limit` regions and the best `limit` pictures, the most similar first. `limit` above kLookedAtTwice
    /// looks at as many twice.
    Result<std::vector<Match>> findText(const TextMeaning& text, std::size_t limit);
    /// The `limit` places most like `place`, which is left out: regions of a region, pictures of a picture.
    Result<std::vector<Match>> findLike(const Place& place, std::size_t limit);

    std::size_t size() const { return m_index.size(); }
    EmbeddingStore& store() { return m_store; }

private:
    RegionFinder(EmbeddingStore store, QString model) : m_store(std::move(store)), m_model(std::move(model)) {}
    template <typename Similarity>
    std::vector<Match> lookAgain(const std::vector<std::size_t>& places, Similarity similarity);

    EmbeddingStore m_store;
    QString m_model;
    MeaningIndex m_index;
};

/// As findText() compares: the largest product of a query and `text`, which has the queries' width.
double textSimilarity(const ByteVectors& queries, std::span<const float> text);
/// As findLike() compares.
double placeSimilarity(const ByteVectors& a, const ByteVectors& b);

} // namespace rb::meaning
