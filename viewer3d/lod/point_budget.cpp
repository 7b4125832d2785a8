#include "viewer3d/lod/point_budget.h"

#include <algorithm>

namespace rb::viewer3d {
namespace {

constexpr std::size_t kFewest = 200'000, kMost = 20'000'000;
constexpr double kSmoothing = 0.2;
constexpr double kStep = 1.25;
constexpr std::size_t kTooFewToTell = 50'000;

} // namespace

PointBudget::PointBudget(double targetMs, std::size_t start)
    : m_targetMs(targetMs), m_perMs(double(start) / targetMs), m_points(std::clamp(start, kFewest, kMost)) {}

void PointBudget::learn(std::size_t points, double milliseconds) {
    if (points < kTooFewToTell || milliseconds <= 0) return;
    m_perMs += kSmoothing * (double(points) / milliseconds - m_perMs);
    const double wanted = m_perMs * m_targetMs, now = double(m_points);
    if (wanted > now * kStep) m_points = std::min(kMost, std::size_t(now * kStep));
    if (wanted < now / kStep) m_points = std::max(kFewest, std::size_t(now / kStep));
}

} // namespace rb::viewer3d
