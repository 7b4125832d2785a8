#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>

#include <nlohmann/json_fwd.hpp>

namespace rb::formats {

/// Gives each entry of a refs file (a pickle: of Python 3 with protocol 2, or of Python 2 with 2 or 0) to
/// `take` as JSON. Nothing of the file is ever run; see core/checkpoint/unpickler.h. Fractions, true
/// and false come as null, broken UTF-8 is replaced. A refusal names the file.
Status readRefs(const std::filesystem::path& path, const std::function<Status(const nlohmann::json& ref)>& take);

} // namespace rb::formats
