#pragma once

#include "core/train/samples.h"

#include <functional>
#include <map>
#include <set>

namespace rb::train {

/// What the check before the first step found. Samples with a fault are left out of the training,
/// notes are told only.
struct DataReport {
    struct Finding {
        std::string kind;    ///< "missing file", "box outside the picture", …
        std::string example; ///< of the first sample: its id and what is wrong
        int count = 0;
        bool leftOut = false;
    };
    std::vector<Finding> findings;
    int usable = 0, leftOut = 0;
    std::map<std::string, int> perModality; ///< usable samples
};

struct DataCheckOptions {
    std::set<std::string> modalities;                             ///< the model can train; others are left out
    std::function<std::size_t(const std::string&)> countTokens;   ///< of a caption; empty: not checked
    std::size_t mostTokens = 32;
};

/// Looks at every medium's header and every box and caption. `others` are samples of other splits: a
/// medium that stands in both leaks. Keeps the usable samples in `samples`.
DataReport checkData(std::vector<Sample>& samples, const std::vector<Sample>& others, const DataCheckOptions& options);

/// One line a finding, for people.
std::string toText(const DataReport& report);

/// SHA-256 of everything a training reads from the samples' lists, for resuming and for the adapter.
std::string fingerprintOf(const std::vector<Sample>& samples);

} // namespace rb::train
