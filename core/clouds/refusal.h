#pragma once

#include "core/base/error.h"

#include <string>

namespace rb::clouds {

/// Why a file is no cloud, in one sentence that names it. `reason` continues after a colon.
inline Error refusal(const std::string& name, const std::string& reason, ErrorCode code = ErrorCode::FileInvalid) {
    return {code, name + " is not a point cloud that can be read: " + reason + "."};
}

} // namespace rb::clouds
