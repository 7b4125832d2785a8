#pragma once

#include "core/meaning/embedding_store.h"

#include <cmath>
#include <random>

namespace rb::meaning::test {

/// `count` rows of length 1, `[count, width]`.
inline std::vector<float> unitRows(std::mt19937& random, std::size_t count, std::size_t width) {
    std::normal_distribution<float> normal;
    std::vector<float> rows(count * width);
    for (float& number : rows) number = normal(random);
    for (std::size_t i = 0; i < count; ++i) {
        double square = 0;
        for (std::size_t k = 0; k < width; ++k) square += static_cast<double>(rows[i * width + k]) * static_cast<double>(rows[i * width + k]);
        for (std::size_t k = 0; k < width; ++k) rows[i * width + k] /= static_cast<float>(std::sqrt(square));
    }
    return rows;
}

/// Of one of eight subjects; its rows are near a direction of its own, which is near the subject's. The cosine of two
/// rows of a region is about 0.65, as the embedded model's are on generated scenes.
inline Embedding embedding(std::mt19937& random, const Place& place, std::size_t queries, std::size_t width) {
    std::mt19937 subjects(static_cast<unsigned>(random() % 8));
    const std::vector<float> subject = unitRows(subjects, 1, width), own = unitRows(random, 1, width);
    std::vector<float> rows = unitRows(random, queries, width);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = 0.59F * rows[i] + 0.81F * (0.8F * subject[i % width] + 0.6F * own[i % width]);
    return {place, {1, 2, 3, 4}, {100, 200}, toBytes(rows, static_cast<int>(width))};
}

inline std::vector<Embedding> embeddings(std::mt19937& random, qint64 count, std::size_t queries, std::size_t width) {
    std::vector<Embedding> made;
    for (qint64 i = 1; i <= count; ++i) made.push_back(embedding(random, {1000 + i / 7, i % 7 ? i : 0}, queries, width));
    return made;
}

} // namespace rb::meaning::test
