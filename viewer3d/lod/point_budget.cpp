#include "viewer3d/lod/point_budget.h"

#include <algorithm>

namespace rb::viewer3d {
namespace {

constexpr std::size_t kFewest = 200'000, kMost = 20'000'000;
constexpr double kSmoothing = 0.2;
constexpr double kStep = 1.25;
constexpr std::size_t kTooFewToTell = 50'000;

} // namespace

PointBudget::PointBudget(double frameMs, std::size_t start)
    : m_frameMs(frameMs), m_perMs(double(start) / frameMs), m_points(std::clamp(start, kFewest, kMost)) {}

double PointBudget::targetMs() const { return std::max(m_frameMs - m_restMs, m_frameMs / 4); }

void PointBudget::learnRest(double milliseconds) { m_restMs += kSmoothing * (milliseconds - m_restMs); }

void PointBudget::learn(std::size_t points, double milliseconds) {
    if (points < kTooFewToTell || milliseconds <= 0) return;
    m_perMs += kSmoothing * (double(points) / milliseconds - m_perMs);
    const double wanted = m_perMs * targetMs(), now = double(m_points);
    if (wanted > now * kStep) m_points = std::min(kMost, std::size_t(now * kStep));
    if (wanted < now / kStep) m_points = std::max(kFewest, std::size_t(now / kStep));
}

} // namespace rb::viewer3d
