#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

#include <string>

namespace rb::vlm {

/// Numbers in another floating-point type, rounded to nearest, ties to even. `bytes` are dense and
/// little-endian, of F64, F32, F16 or BF16; `to` is F32, F16 or BF16. A finite number that `to`
/// cannot hold is refused (the message starts with "holds"); infinities and not-a-number stay.
Result<std::string> convertElements(std::string bytes, checkpoint::DType from, checkpoint::DType to);

} // namespace rb::vlm
