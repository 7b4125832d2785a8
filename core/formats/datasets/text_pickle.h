#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace rb::formats {

/// Pickles of protocol 0, Python 2's default, are lines of text. This writes their operations as those
/// of protocol 2, which the restricted unpickler of core/checkpoint reads; nothing is run. Only lists,
/// dictionaries, tuples, texts, whole numbers and nothing-values are known, fractions become nothing.
/// The error is a clause without the file's name.
Result<std::string> binaryPickle(std::string_view text);

} // namespace rb::formats
