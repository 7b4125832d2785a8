#pragma once

#include <cstdint>

namespace rb {

/// Between two states of splitmix64 (Steele et al. 2014).
inline constexpr std::uint64_t kSplitMixStep = 0x9e3779b97f4a7c15ULL;

/// The number that splitmix64 makes of a state.
constexpr std::uint64_t splitMixed(std::uint64_t state) {
    state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9ULL;
    state = (state ^ (state >> 27)) * 0x94d049bb133111ebULL;
    return state ^ (state >> 31);
}

} // namespace rb
