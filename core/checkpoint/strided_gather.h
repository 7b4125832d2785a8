#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace rb::checkpoint {

/// Reads a view with strides into dense row-major order, walking the file forwards through a small
/// window; gaps between the elements that are larger than the window are skipped.
/// `info.strides` has as many entries as `info.shape`; none is negative.
Status gatherStrided(const ReadOnlyFile& file, const TensorInfo& info, char* destination);

} // namespace rb::checkpoint
