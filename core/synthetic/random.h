#pragma once

#include "core/base/splitmix64.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rb::synthetic {

/// The numbers one scene is made of: xoshiro256** seeded through splitmix64 (Blackman and Vigna, 2018)
/// from (seed, kind, index). Scene i of a seed is the same whatever else is made, on every machine;
/// std:: distributions are not used because their results differ between libraries.
class Random {
public:
    Random(std::uint64_t seed, std::string_view kind, std::uint64_t index) {
        std::uint64_t state = splitMixed(seed) ^ splitMixed(hashOf(kind)) ^ splitMixed(splitMixed(index) + kSplitMixStep);
        for (std::uint64_t& word : m_state)
            word = splitMixed(state += kSplitMixStep);
    }

    std::uint64_t next() {
        const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9, shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }
    /// [0, 1)
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// [low, high)
    double between(double low, double high) { return low + (high - low) * unit(); }
    /// 0 … count − 1; count > 0
    std::size_t below(std::size_t count) {
        return static_cast<std::size_t>((static_cast<unsigned __int128>(next()) * count) >> 64);
    }
    /// low … high, both included
    int whole(int low, int high) {
        return low + static_cast<int>(below(static_cast<std::size_t>(high - low) + 1));
    }
    bool chance(double probability) { return unit() < probability; }
    /// Mean 0, deviation 1, within ±3.5: the sum of four uniform numbers, so that no library's log is needed.
    double bell() { return (unit() + unit() + unit() + unit() - 2) * 1.7320508075688772; }

private:
    /// FNV-1a
    static std::uint64_t hashOf(std::string_view text) {
        std::uint64_t hash = 0xCBF29CE484222325U;
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        return hash;
    }

    std::uint64_t m_state[4];
};

} // namespace rb::synthetic
