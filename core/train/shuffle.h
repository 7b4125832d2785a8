#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace rb::train {

/// A generator whose numbers are the same with every standard library (splitmix64, Steele et al. 2014).
class Shuffler {
public:
    explicit Shuffler(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

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
