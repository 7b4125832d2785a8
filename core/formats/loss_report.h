#pragma once

#include <string>
#include <vector>

namespace rb::formats {

/// What a conversion keeps, changes and leaves out; of an export it is known before a byte is
/// written. In each line the three counts are disjoint and add up to what there was.
struct LossReport {
    struct Line {
        std::string what;    ///< "regions", "captions", "labels", …
        int kept = 0;
        int changed = 0;     ///< rounded or converted
        int dropped = 0;
        std::string reason;  ///< why something is changed or dropped; empty when nothing is
    };
    std::vector<Line> lines;
};

} // namespace rb::formats
