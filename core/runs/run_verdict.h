#pragma once

#include "core/runs/run_record.h"

namespace rb::runs {

/// What the figures say about a training that goes on.
enum class Verdict {
    TooEarly,      ///< too little is known
    Learning,
    Better,        ///< than the model before: its last CIDEr is above the whole 95 % interval of the first
    NotLearning,   ///< the loss of the last fifth is not below that of the first fifth (by 1 % at least)
    WorseThanBase, ///< the whole 95 % interval of its last CIDEr is below the first
};

Verdict verdictOf(const RunRecord& record);

} // namespace rb::runs
