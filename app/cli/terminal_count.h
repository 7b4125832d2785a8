#pragma once

#include <cstddef>
#include <functional>

namespace rb::cli {

/// Tells how many of how many (0: nobody knows) are done, on one line of stderr that goes away at the end; empty where stderr is no
/// terminal.
std::function<void(std::size_t done, std::size_t total)> terminalCount();

} // namespace rb::cli
