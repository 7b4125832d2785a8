#include "core/clouds/lzf.h"

#include <cstring>

namespace rb::clouds {

bool unpackLzf(std::span<const char> input, std::span<char> output) {
    std::size_t in = 0, out = 0;
    const auto byteAt = [&](std::size_t at) { return static_cast<unsigned char>(input[at]); };
    while (in < input.size()) {
        const std::size_t control = byteAt(in++);
        if (control < 32) {
            const std::size_t count = control + 1;
            if (count > input.size() - in || count > output.size() - out) return false;
            std::memcpy(output.data() + out, input.data() + in, count);
            in += count;
            out += count;
            continue;
        }
        std::size_t count = control >> 5;
        if (count == 7) {
            if (in == input.size()) return false;
            count += byteAt(in++);
        }
        count += 2;
        if (in == input.size()) return false;
        const std::size_t back = ((control & 31) << 8) + byteAt(in++) + 1;
        if (back > out || count > output.size() - out) return false;
        // Source and target may overlap: what was just written is repeated.
        for (std::size_t i = 0; i < count; ++i, ++out) output[out] = output[out - back];
    }
    return out == output.size();
}

} // namespace rb::clouds
