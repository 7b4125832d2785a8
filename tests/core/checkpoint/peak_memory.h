#pragma once

#include <fstream>
#include <string>

namespace rb::checkpoint::testing {

/// The growth of this process's peak resident memory since the object was made (Linux).
class PeakMemory {
public:
    static constexpr long kLimitKiB = 64 * 1024;

    PeakMemory() {
        std::ofstream("/proc/self/clear_refs") << "5"; // sets the peak back to what is resident now
        m_before = peakKiB();
    }
    long grownKiB() const { return peakKiB() - m_before; }

private:
    static long peakKiB() {
        std::ifstream status("/proc/self/status");
        std::string word;
        while (status >> word)
            if (word == "VmHWM:" && status >> word) return std::stol(word);
        return -1;
    }
    long m_before;
};

} // namespace rb::checkpoint::testing
