#pragma once

#include "core/text/precompiled_charsmap.h"

#include <functional>

namespace rb::text {

/// One rewriting of a text before it is cut into words; immutable, so threads may share it.
using NormalisingStep = std::function<std::string(std::string_view)>;

/// `Precompiled`: SentencePiece's character map.
NormalisingStep charsmapStep(PrecompiledCharsmap map);

enum class StripSides { Left, Right, Both };
/// `Strip`: white space off the ends.
NormalisingStep stripStep(StripSides sides);

/// `Replace` of ` {2,}`: every run of two or more spaces becomes `replacement`.
NormalisingStep spaceRunsStep(std::string replacement);

} // namespace rb::text
