#pragma once

#include <array>

namespace rb::text {

/// GPT-2's characters for bytes in vocabularies: itself when printable, else the next free one from U+0100.
std::array<char32_t, 256> shownBytes();

} // namespace rb::text
