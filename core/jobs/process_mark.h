#pragma once

#include <cstdint>
#include <string>

namespace rb::jobs {

/// Tells one process from all others, also from a later one with the same number and from those of another boot or
/// machine.
struct ProcessMark {
    std::string host;
    std::int64_t process = 0;
    std::string start; ///< the kernel's ticks
    std::string boot;  ///< the boot's id

    friend bool operator==(const ProcessMark&, const ProcessMark&) = default;
};

/// Of a process of this machine; `start` is empty when there is none with this number.
ProcessMark markOf(std::int64_t process);
ProcessMark ownMark();

/// It still runs, on this machine. One of another machine cannot be judged and counts as gone.
bool isAlive(const ProcessMark& mark);

} // namespace rb::jobs
