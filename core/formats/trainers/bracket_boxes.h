#pragma once

#include "core/formats/trainers/text_cursor.h"

#include <array>
#include <string>
#include <vector>

namespace rb::formats {

/// x1 y1 x2 y2 in the unit of whoever uses them.
using Corners = std::array<double, 4>;

/// "[0.031,0.083,0.345,0.918]".
std::string bracketed(const Corners& fractions);
/// Moves over "[a,b,c,d]", "[a,b,c,d;e,f,g,h]" or "[a,b,c,d];[e,f,g,h]"; false, and the cursor stays,
/// when there is something else.
bool skipBrackets(TextCursor& cursor, std::vector<Corners>& boxes);
/// Every bracket of fractions in the text; others are passed over.
std::vector<Corners> fractionsIn(std::string_view text);
bool areFractions(const Corners& corners);

} // namespace rb::formats
