#include "core/text/shown_bytes.h"

namespace rb::text {

std::array<char32_t, 256> shownBytes() {
    std::array<char32_t, 256> shown{};
    char32_t next = 256;
    for (char32_t byte = 0; byte < 256; ++byte) {
        const bool printable =
            (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
        shown[byte] = printable ? byte : next++;
    }
    return shown;
}

} // namespace rb::text
