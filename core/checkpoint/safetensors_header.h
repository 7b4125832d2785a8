#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rb::checkpoint {

/// What the JSON of a safetensors file says about one tensor, before it is held against the file.
struct HeaderEntry {
    std::string dtype;
    std::vector<std::int64_t> shape;
    std::vector<std::uint64_t> offsets; ///< exactly two: begin and end in the data section
};

struct SafetensorsHeader {
    std::map<std::string, HeaderEntry> tensors;
    std::map<std::string, std::string> metadata;
};

/// Parses the JSON text. Duplicate keys, unknown fields, deeper nesting than the format has, values
/// of another type and more than kMaxTensors tensors are errors; their message is a clause for
/// refusal(). Memory stays in proportion to the text.
Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json);

} // namespace rb::checkpoint
