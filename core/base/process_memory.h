#pragma once

#include <cstdint>

#include <sys/resource.h>

namespace rb {

/// Resident memory of this process at its highest so far.
inline std::uint64_t peakResidentBytes() {
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

} // namespace rb
