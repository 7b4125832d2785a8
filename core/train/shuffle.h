#pragma once

#include "core/base/splitmix64.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace rb::train {

/// A generator whose numbers are the same with every standard library (splitmix64).
class Shuffler {
public:
    explicit Shuffler(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() { return splitMixed(m_state += kSplitMixStep); }

    template <typename T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[next() % i]);
    }

private:
    std::uint64_t m_state;
};

/// One seed out of several numbers.
inline std::uint64_t mixed(std::uint64_t seed, std::uint64_t a, std::uint64_t b = 0) {
    Shuffler first(seed ^ (a * 0xd6e8feb86659fd93ULL));
    return Shuffler(first.next() ^ b).next();
}

} // namespace rb::train
