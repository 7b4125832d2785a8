#pragma once

#include <cstdint>
#include <span>

namespace rb::meaning {

/// Sums of products of one row with many, `scores[i] = Σ row[k] · table[i, k]`; the table is `[scores.size(), row.size()]`.
/// Rows of at most 8192 bytes do not overflow.
void dotProducts(std::span<const std::int8_t> row, std::span<const std::int8_t> table, std::span<std::int32_t> scores);
/// The same without the instructions that only some processors have; dotProducts() chooses when the program runs.
void plainDotProducts(std::span<const std::int8_t> row, std::span<const std::int8_t> table, std::span<std::int32_t> scores);

} // namespace rb::meaning
