#pragma once

#include <cstddef>

namespace rb::viewer3d {

/// How many points a frame may have while the camera moves, learnt from how long frames take: with all else that a frame
/// has to do they are to take `frameMs`, but a quarter of it is theirs in any case. It changes slowly and by steps of a quarter, so that the detail does not swing from frame to frame.
class PointBudget {
public:
    explicit PointBudget(double frameMs = 40, std::size_t start = 2'000'000);

    /// Points of a frame while the camera moves.
    std::size_t moving() const { return m_points; }
    /// A frame of the moving camera was drawn: its points, and the time that depends on them.
    void learn(std::size_t points, double milliseconds);

    /// What a frame took beside its points.
    void learnRest(double milliseconds);

private:
    double targetMs() const;

    double m_frameMs;
    double m_restMs = 0;  ///< smoothed
    double m_perMs;       ///< points a millisecond, smoothed
    std::size_t m_points;
};

} // namespace rb::viewer3d
