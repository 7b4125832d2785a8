#include "core/jobs/proposals.h"

#include <algorithm>
#include <cmath>

namespace rb::jobs {

using geometry::Box2;

/// Where boxes of `side` begin so that they reach from one end of `length` to the other.
static std::vector<double> starts(double length, double side, double overlap) {
    const double room = length - side;
    if (room <= 0) return {0};
    const int steps = std::max(1, static_cast<int>(std::ceil(room / (side * (1 - overlap)) - 1e-9)));
    std::vector<double> all;
    for (int i = 0; i <= steps; ++i) all.push_back(room * i / steps);
    return all;
}

std::vector<Box2> gridProposals(int width, int height, const GridOptions& options) {
    std::vector<Box2> boxes;
    for (const double side : options.sides) {
        const double w = width * std::min(side, 1.0), h = height * std::min(side, 1.0);
        for (const double y : starts(height, h, options.overlap))
            for (const double x : starts(width, w, options.overlap)) boxes.push_back({x, y, w, h});
    }
    return boxes;
}

double overlapOf(const Box2& a, const Box2& b) {
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0) return 0;
    return width * height / (a.width * a.height + b.width * b.height - width * height);
}

std::vector<Proposal> withoutDoubles(const std::vector<Proposal>& proposals, const std::vector<Box2>& present, double maxOverlap) {
    std::vector<Proposal> kept;
    for (const Proposal& proposal : proposals) {
        const auto isSame = [&](const Box2& other) { return overlapOf(proposal.box, other) > maxOverlap; };
        if (std::any_of(present.begin(), present.end(), isSame)) continue;
        if (std::any_of(kept.begin(), kept.end(), [&](const Proposal& other) { return isSame(other.box); })) continue;
        kept.push_back(proposal);
    }
    return kept;
}

} // namespace rb::jobs
