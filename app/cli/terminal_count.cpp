#include "app/cli/terminal_count.h"

#include <cstdio>

#include <unistd.h>

namespace rb::cli {

std::function<void(std::size_t, std::size_t)> terminalCount() {
    if (!::isatty(STDERR_FILENO)) return {};
    return [](std::size_t done, std::size_t total) {
        if (total == 0) std::fprintf(stderr, "\r%zu", done);
        else std::fprintf(stderr, "\r%zu of %zu%s", done, total, done == total ? "\r\033[K" : "");
    };
}

} // namespace rb::cli
