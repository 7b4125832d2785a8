#include "core/meaning/dot_product.h"

#include <cstddef>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace rb::meaning {
namespace {

std::int32_t plain(const std::int8_t* a, const std::int8_t* b, std::size_t size) {
    std::int32_t sum = 0;
    for (std::size_t k = 0; k < size; ++k) sum += static_cast<std::int32_t>(a[k]) * static_cast<std::int32_t>(b[k]);
    return sum;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) std::int32_t wide(const std::int8_t* a, const std::int8_t* b, std::size_t size) {
    __m256i sums = _mm256_setzero_si256();
    std::size_t k = 0;
    for (; k + 16 <= size; k += 16) {
        const __m256i left = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(a + k)));
        const __m256i right = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(b + k)));
        sums = _mm256_add_epi32(sums, _mm256_madd_epi16(left, right));
    }
    const __m128i four = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    const __m128i two = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
    const __m128i one = _mm_add_epi32(two, _mm_shuffle_epi32(two, 0xB1));
    return _mm_cvtsi128_si32(one) + plain(a + k, b + k, size - k);
}
#endif

using Kernel = std::int32_t (*)(const std::int8_t*, const std::int8_t*, std::size_t);

void run(Kernel kernel, std::span<const std::int8_t> row, std::span<const std::int8_t> table, std::span<std::int32_t> scores) {
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = kernel(row.data(), table.data() + i * row.size(), row.size());
}

} // namespace

void plainDotProducts(std::span<const std::int8_t> row, std::span<const std::int8_t> table, std::span<std::int32_t> scores) {
    run(plain, row, table, scores);
}

void dotProducts(std::span<const std::int8_t> row, std::span<const std::int8_t> table, std::span<std::int32_t> scores) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return run(wide, row, table, scores);
#endif
    run(plain, row, table, scores);
}

} // namespace rb::meaning
