#include "core/meaning/region_finder.h"

#include "core/meaning/dot_product.h"

#include <algorithm>

namespace rb::meaning {

double textSimilarity(const ByteVectors& queries, std::span<const float> text) {
    double best = -1;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        const auto row = queries.row(i);
        float sum = 0;
        for (std::size_t k = 0; k < row.size(); ++k) sum += static_cast<float>(row[k]) * text[k];
        best = std::max(best, static_cast<double>(sum * queries.scales[i]));
    }
    return best;
}

double placeSimilarity(const ByteVectors& a, const ByteVectors& b) {
    std::vector<float> bestOfB(b.size(), -1.0F);
    std::vector<std::int32_t> products(b.size());
    double sumA = 0, sumB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        dotProducts(a.row(i), b.bytes, products);
        float best = -1;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const float product = static_cast<float>(products[k]) * a.scales[i] * b.scales[k];
            best = std::max(best, product);
            bestOfB[k] = std::max(bestOfB[k], product);
        }
        sumA += static_cast<double>(best);
    }
    for (const float best : bestOfB) sumB += static_cast<double>(best);
    return (sumA / static_cast<double>(a.size()) + sumB / static_cast<double>(b.size())) / 2;
}

Result<RegionFinder> RegionFinder::open(const QString& path, const QString& model) {
    auto store = EmbeddingStore::open(path);
    if (!store.ok()) return store.error();
    return RegionFinder(std::move(*store), model);
}

/// Entries that went or were made anew since the index was read are left out.
template <typename Similarity>
std::vector<Match> RegionFinder::lookAgain(const std::vector<std::size_t>& places, Similarity similarity) {
    std::vector<Match> matches;
    for (const std::size_t at : places)
        if (const auto queries = m_store.queriesOf(m_index.number(at), m_index.width()))
            matches.push_back({m_index.place(at), similarity(*queries)});
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.similarity > b.similarity; });
    return matches;
}

Result<std::vector<Match>> RegionFinder::findText(const TextMeaning& text, std::size_t limit) {
    if (Status read = m_index.refresh(m_store, m_model); !read.ok()) return read.error();
    std::vector<Match> found;
    for (const auto& [vector, kind] : {std::pair(&text.region, MeaningIndex::Kind::Regions), std::pair(&text.picture, MeaningIndex::Kind::Pictures)}) {
        if (vector->empty() || m_index.size() == 0) continue;
        if (static_cast<int>(vector->size()) != m_index.width())
            return Error{ErrorCode::InvalidArgument, "The text was embedded by another model than the regions; prepare them again."};
        const auto near = m_index.nearest(toBytes(*vector, m_index.width()), std::max(limit, kLookedAtTwice), kind);
        auto matches = lookAgain(near, [&](const ByteVectors& queries) { return textSimilarity(queries, *vector); });
        matches.resize(std::min(matches.size(), limit));
        found.insert(found.end(), matches.begin(), matches.end());
    }
    std::stable_sort(found.begin(), found.end(), [](const Match& a, const Match& b) { return a.similarity > b.similarity; });
    return found;
}

Result<std::vector<Match>> RegionFinder::findLike(const Place& place, std::size_t limit) {
    if (Status read = m_index.refresh(m_store, m_model); !read.ok()) return read.error();
    const auto own = m_index.find(place);
    const auto queries = own ? m_store.queriesOf(m_index.number(*own), m_index.width()) : std::nullopt;
    if (!queries)
        return Error{ErrorCode::InvalidArgument, (place.region ? "Region " + std::to_string(place.region) : "Picture " + std::to_string(place.media)) +
                                                     " is not prepared for the search by meaning; prepare what is missing."};
    const auto kind = place.region ? MeaningIndex::Kind::Regions : MeaningIndex::Kind::Pictures;
    const auto near = m_index.nearest(m_index.mean(*own), std::max(limit, kLookedAtTwice) + 1, kind);
    auto matches = lookAgain(near, [&](const ByteVectors& other) { return placeSimilarity(*queries, other); });
    std::erase_if(matches, [&](const Match& match) { return match.place == place; });
    matches.resize(std::min(matches.size(), limit));
    return matches;
}

} // namespace rb::meaning
