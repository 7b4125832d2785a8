#include "core/meaning/meaning_index.h"

#include "core/meaning/dot_product.h"

#include <algorithm>

namespace rb::meaning {

Status MeaningIndex::refresh(const EmbeddingStore& store, const QString& model) {
    if (model != m_model) *this = MeaningIndex();
    m_model = model;
    return store.forEach(model, m_last, [this](const EmbeddingStore::Entry& entry) {
        m_last = entry.number;
        take(entry);
        return true;
    });
}

void MeaningIndex::take(const EmbeddingStore::Entry& entry) {
    // One model makes rows of one width; others are a damaged file's.
    if (entry.mean.size() != 1 || (m_width && entry.mean.width != m_width)) return;
    m_width = entry.mean.width;
    const std::size_t columns = static_cast<std::size_t>(m_width), at = m_byPlace.value(entry.place, size());
    if (at == size()) {
        m_byPlace.insert(entry.place, at);
        m_places.push_back(entry.place);
        m_numbers.push_back(0);
        m_scales.push_back(0);
        m_bytes.resize(m_bytes.size() + columns);
    }
    m_numbers[at] = entry.number;
    m_scales[at] = entry.mean.scales.front();
    std::copy(entry.mean.bytes.begin(), entry.mean.bytes.end(), m_bytes.begin() + static_cast<std::ptrdiff_t>(at * columns));
}

std::optional<std::size_t> MeaningIndex::find(const Place& place) const {
    const auto found = m_byPlace.constFind(place);
    return found == m_byPlace.constEnd() ? std::nullopt : std::optional(*found);
}

ByteVectors MeaningIndex::mean(std::size_t i) const {
    const auto first = m_bytes.begin() + static_cast<std::ptrdiff_t>(i * static_cast<std::size_t>(m_width));
    return {m_width, {first, first + m_width}, {m_scales[i]}};
}

std::vector<std::size_t> MeaningIndex::nearest(const ByteVectors& row, std::size_t count, Kind kind) const {
    if (row.width != m_width || row.size() != 1) return {};
    std::vector<std::int32_t> products(size());
    dotProducts(row.row(0), m_bytes, products);
    std::vector<std::pair<float, std::size_t>> scored; // the smallest is the best
    scored.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
        if ((m_places[i].region == 0) == (kind == Kind::Pictures)) scored.emplace_back(-static_cast<float>(products[i]) * m_scales[i], i);
    count = std::min(count, scored.size());
    const auto end = scored.begin() + static_cast<std::ptrdiff_t>(count);
    std::nth_element(scored.begin(), end, scored.end());
    std::sort(scored.begin(), end);
    std::vector<std::size_t> best;
    best.reserve(count);
    for (auto each = scored.begin(); each != end; ++each) best.push_back(each->second);
    return best;
}

} // namespace rb::meaning
