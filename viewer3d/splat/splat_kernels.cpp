#include "viewer3d/splat/splat_kernels.h"

#include <algorithm>
#include <bit>

// The bodies are compiled once for every x86-64 and once for AVX2, where the loops become vectors of eight.
#define RB_INLINE __attribute__((always_inline)) inline
#if defined(__x86_64__)
#define RB_AVX2 __attribute__((target("avx2")))
#else
#define RB_AVX2
#endif

namespace rb::viewer3d {
namespace {

constexpr std::size_t kBlock = 256;
constexpr float kBeyond = 1e30F;

RB_INLINE void projectBlock(const float* points, std::size_t count, const PixelMap& map, std::int32_t* cells, std::uint32_t* depths) {
    const float e0 = map.eye[0], e1 = map.eye[1], e2 = map.eye[2];
    const auto& m = map.rows;
    for (std::size_t i = 0; i < count; ++i) {
        const float x = points[3 * i] - e0, y = points[3 * i + 1] - e1, z = points[3 * i + 2] - e2;
        const float inverse = 1.0F / (m[3][0] * x + m[3][1] * y + m[3][2] * z + m[3][3]);
        const float column = (m[0][0] * x + m[0][1] * y + m[0][2] * z + m[0][3]) * inverse;
        const float row = (m[1][0] * x + m[1][1] * y + m[1][2] * z + m[1][3]) * inverse;
        const float depth = (m[2][0] * x + m[2][1] * y + m[2][2] * z + m[2][3]) * inverse;
        const bool inside = (inverse > 0) & (column >= 0) & (column < map.width) & (row >= 0) & (row < map.height) & (depth >= 0) & (depth <= 1);
        const float safeColumn = inside ? column : 0, safeRow = inside ? row : 0;
        const std::int32_t cell = static_cast<std::int32_t>(safeRow) * map.stride + static_cast<std::int32_t>(safeColumn);
        cells[i] = inside ? cell : map.outside;
        depths[i] = std::bit_cast<std::uint32_t>(depth) & 0x7fffffffU;
    }
}

RB_INLINE void splatBody(std::span<const float> points, std::uint32_t first, const PixelMap& map, SplatKey* buffer) {
    alignas(64) std::int32_t cells[kBlock];
    alignas(64) std::uint32_t depths[kBlock];
    const std::size_t total = points.size() / 3;
    for (std::size_t begin = 0; begin < total; begin += kBlock) {
        const std::size_t count = std::min(kBlock, total - begin);
        projectBlock(points.data() + 3 * begin, count, map, cells, depths);
        const std::uint32_t place = first + static_cast<std::uint32_t>(begin);
        for (std::size_t i = 0; i < count; ++i) {
            const auto key = static_cast<SplatKey>((std::uint64_t(depths[i]) << 32) | (place + static_cast<std::uint32_t>(i)));
            SplatKey& cell = buffer[cells[i]];
            cell = std::min(cell, key);
        }
    }
}

RB_INLINE void takeMinBody(SplatKey* __restrict into, SplatKey* __restrict from, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        into[i] = std::min(into[i], from[i]);
        from[i] = kNoPoint;
    }
}

RB_INLINE void minWithBody(SplatKey* __restrict into, const SplatKey* __restrict from, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) into[i] = std::min(into[i], from[i]);
}

RB_INLINE void windowMinBody(SplatKey* __restrict into, const SplatKey* __restrict from, int window, std::size_t count) {
    std::copy_n(from, count, into);
    for (int d = 1; d < window; ++d)
        for (std::size_t i = 0; i < count; ++i) into[i] = std::min(into[i], from[i + std::size_t(d)]);
}

RB_INLINE void depthsBody(const SplatKey* __restrict keys, const DepthCue& cue, float* __restrict depth, float* __restrict distance, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        depth[i] = keys[i] == kNoPoint ? 1.0F : std::bit_cast<float>(static_cast<std::int32_t>(keys[i] >> 32));
    for (std::size_t i = 0; i < count; ++i) {
        const float value = cue.a + cue.b * depth[i];
        const float away = cue.parallel ? value : 1.0F / value;
        distance[i] = keys[i] == kNoPoint ? kBeyond : away;
    }
}

// A point behind nearer ones keeps almost half of its light: its colour can still be told.
constexpr float kDarkest = 0.9F;

// exp(-t), near enough for a shade.
RB_INLINE float fading(float t) { return 1.0F / (1.0F + t + 0.5F * t * t); }

RB_INLINE void darkenBody(const float* __restrict distance, std::ptrdiff_t stride, const DepthCue& cue, float* __restrict factor, std::size_t count) {
    const std::ptrdiff_t r = cue.reach, up = cue.reach * stride;
    const float perReference = 1.0F / cue.reference;
    for (std::size_t i = 0; i < count; ++i) {
        const float* at = distance + i;
        const float here = *at;
        float sum = std::max(0.0F, here - at[r]) + std::max(0.0F, here - at[-r]) + std::max(0.0F, here - at[up]) + std::max(0.0F, here - at[-up]);
        sum += std::max(0.0F, here - at[up + r]) + std::max(0.0F, here - at[up - r]) + std::max(0.0F, here - at[-up + r]) + std::max(0.0F, here - at[-up - r]);
        const float scale = cue.parallel ? perReference : 1.0F / here;
        factor[i] = fading(std::min(cue.strength * sum * scale, kDarkest));
    }
}

void splatPlain(std::span<const float> p, std::uint32_t first, const PixelMap& map, SplatKey* b) { splatBody(p, first, map, b); }
void takeMinPlain(SplatKey* into, SplatKey* from, std::size_t n) { takeMinBody(into, from, n); }
void minWithPlain(SplatKey* into, const SplatKey* from, std::size_t n) { minWithBody(into, from, n); }
void windowMinPlain(SplatKey* into, const SplatKey* from, int w, std::size_t n) { windowMinBody(into, from, w, n); }
void depthsPlain(const SplatKey* k, const DepthCue& cue, float* d, float* s, std::size_t n) { depthsBody(k, cue, d, s, n); }
void darkenPlain(const float* d, std::ptrdiff_t s, const DepthCue& cue, float* f, std::size_t n) { darkenBody(d, s, cue, f, n); }

RB_AVX2 void splatAvx2(std::span<const float> p, std::uint32_t first, const PixelMap& map, SplatKey* b) { splatBody(p, first, map, b); }
RB_AVX2 void takeMinAvx2(SplatKey* into, SplatKey* from, std::size_t n) { takeMinBody(into, from, n); }
RB_AVX2 void minWithAvx2(SplatKey* into, const SplatKey* from, std::size_t n) { minWithBody(into, from, n); }
RB_AVX2 void windowMinAvx2(SplatKey* into, const SplatKey* from, int w, std::size_t n) { windowMinBody(into, from, w, n); }
RB_AVX2 void depthsAvx2(const SplatKey* k, const DepthCue& cue, float* d, float* s, std::size_t n) { depthsBody(k, cue, d, s, n); }
RB_AVX2 void darkenAvx2(const float* d, std::ptrdiff_t s, const DepthCue& cue, float* f, std::size_t n) { darkenBody(d, s, cue, f, n); }

constexpr SplatKernels kPlain{splatPlain, takeMinPlain, windowMinPlain, minWithPlain, depthsPlain, darkenPlain};
constexpr SplatKernels kAvx2{splatAvx2, takeMinAvx2, windowMinAvx2, minWithAvx2, depthsAvx2, darkenAvx2};

bool hasAvx2() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

} // namespace

const SplatKernels& splatKernels() {
    static const bool fast = hasAvx2();
    return fast ? kAvx2 : kPlain;
}

const SplatKernels& plainSplatKernels() { return kPlain; }

} // namespace rb::viewer3d
