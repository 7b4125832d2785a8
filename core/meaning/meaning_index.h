#pragma once

#include "core/meaning/embedding_store.h"

#include <QHash>

namespace rb::meaning {

/// The mean rows of a model's embeddings in memory, for the first look of a search: width + 80 bytes a place, so 340 MB
/// for a million regions of a published model (256 numbers) and 145 MB with the embedded one (64).
class MeaningIndex {
public:
    /// Reads what the store has got since the last time. `model`: another than before begins anew.
    Status refresh(const EmbeddingStore& store, const QString& model);

    std::size_t size() const { return m_places.size(); }
    int width() const { return m_width; }
    /// Where `place` stands; nothing when it has no embedding.
    std::optional<std::size_t> find(const Place& place) const;
    const Place& place(std::size_t i) const { return m_places[i]; }
    /// The store's number of the entry.
    qint64 number(std::size_t i) const { return m_numbers[i]; }
    ByteVectors mean(std::size_t i) const;

    enum class Kind { Regions, Pictures };
    /// The `count` of `kind` whose mean has the largest product with `row`, the largest first; ties by number. All of
    /// them are compared: 100,000 rows of 256 take some milliseconds.
    std::vector<std::size_t> nearest(const ByteVectors& row, std::size_t count, Kind kind) const;

private:
    void take(const EmbeddingStore::Entry& entry);

    QString m_model;
    qint64 m_last = 0; ///< the highest number read
    int m_width = 0;
    std::vector<Place> m_places;
    std::vector<qint64> m_numbers;
    std::vector<std::int8_t> m_bytes; ///< `[size, width]`
    std::vector<float> m_scales;
    QHash<Place, std::size_t> m_byPlace;
};

} // namespace rb::meaning
