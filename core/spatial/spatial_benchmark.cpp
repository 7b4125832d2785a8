#include "core/spatial/spatial_benchmark.h"

#include "core/spatial/parallel.h"
#include "core/spatial/pick_point.h"
#include "core/spatial/region_queries.h"
#include "core/spatial/screen_queries.h"

#include <chrono>
#include <cmath>
#include <numbers>
#include <random>

namespace rb::spatial {
namespace {

constexpr double kWidth = 20, kDepth = 15, kHeight = 3; // metres of the room

template <typename Work>
double milliseconds(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

template <typename Work>
double medianOf(int runs, const Work& work) {
    std::vector<double> times(static_cast<std::size_t>(std::max(runs, 1)));
    for (double& time : times) time = milliseconds(work);
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
    return times[times.size() / 2];
}

/// From a corner of the room at eye height towards its middle, 60° high.
ScreenView benchmarkView() {
    const std::array<double, 3> eye{0.5, 0.5, 1.7}, target{kWidth / 2, kDepth / 2, 1};
    std::array<double, 3> ahead{target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]};
    const double distance = std::hypot(ahead[0], ahead[1], ahead[2]), level = std::hypot(ahead[0], ahead[1]);
    const std::array<double, 3> right{ahead[1] / level, -ahead[0] / level, 0};
    for (double& value : ahead) value /= distance;
    const std::array<double, 3> up{right[1] * ahead[2] - right[2] * ahead[1], right[2] * ahead[0] - right[0] * ahead[2],
                                   right[0] * ahead[1] - right[1] * ahead[0]};
    constexpr double kNear = 0.05, kFar = 60;
    ScreenView view{{}, 1600, 900};
    const double scale = 1 / std::tan(std::numbers::pi / 6);
    const auto setRow = [&](std::size_t row, const std::array<double, 3>& axis, double factor, double offset) {
        double start = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            view.viewProjection[4 * row + i] = axis[i] * factor;
            start += axis[i] * eye[i];
        }
        view.viewProjection[4 * row + 3] = offset - start * factor;
    };
    setRow(0, right, scale * view.height / view.width, 0);
    setRow(1, up, scale, 0);
    setRow(2, ahead, (kFar + kNear) / (kFar - kNear), -2 * kFar * kNear / (kFar - kNear));
    setRow(3, ahead, 1, 0);
    return view;
}

std::vector<geometry::Point2> star(const ScreenView& view) {
    std::vector<geometry::Point2> corners;
    for (int i = 0; i < 64; ++i) {
        const double angle = i * std::numbers::pi / 32, radius = view.height * (i % 2 == 0 ? 0.4 : 0.2);
        corners.push_back({view.width / 2 + radius * std::cos(angle), view.height / 2 + radius * std::sin(angle)});
    }
    return corners;
}

PointSelection plain(const PointOctree& octree, const ConvexRegion& region) {
    PointSelection selection(octree.size());
    for (std::size_t place = 0; place < octree.size(); ++place)
        if (region.contains(&octree.positions()[3 * place])) selection.set(place);
    return selection;
}

/// How far the nearest of all points in the disc is.
double plainPickDepth(const PointOctree& octree, const ScreenView& view, geometry::Point2 pixel, double radius) {
    const Projection projection(view);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t place = 0; place < octree.size(); ++place) {
        const float* point = &octree.positions()[3 * place];
        if (projection.isBehind(point)) continue;
        const ScreenPoint at = projection(point);
        if (std::hypot(at.x - pixel.x, at.y - pixel.y) <= radius) nearest = std::min(nearest, at.depth);
    }
    return nearest;
}

void measureSelections(const PointOctree& octree, const SpatialBenchmark& benchmark, SpatialFigures& figures) {
    const geometry::Box3 box{{8, 6, 1}, {6, 5, 2.5}, 0.4};
    const ScreenView view = benchmarkView();
    const auto planes = frustumOf(view, {view.width / 4, view.height / 4, view.width / 2, view.height / 2});
    PointSelection chosen, expected;
    figures.boxSelect = medianOf(benchmark.runs, [&] { chosen = pointsInBox(octree, box, benchmark.threads); });
    figures.boxSelectPlain = medianOf(benchmark.runs, [&] { expected = plain(octree, ConvexRegion(box)); });
    figures.boxSelected = chosen.count();
    figures.sameAsPlain = chosen == expected;
    figures.frustumSelect = medianOf(benchmark.runs, [&] { chosen = pointsInFrustum(octree, planes, benchmark.threads); });
    figures.frustumSelectPlain = medianOf(benchmark.runs, [&] { expected = plain(octree, ConvexRegion(planes)); });
    figures.frustumSelected = chosen.count();
    figures.sameAsPlain = figures.sameAsPlain && chosen == expected;
    const auto corners = star(view);
    figures.lassoSelect =
        medianOf(benchmark.runs, [&] { chosen = pointsInScreenPolygon(octree, view, corners, {}, benchmark.threads); });
    figures.lassoSelected = chosen.count();
}

void measurePicks(const PointOctree& octree, const SpatialBenchmark& benchmark, SpatialFigures& figures) {
    constexpr double kRadius = 5;
    const ScreenView view = benchmarkView();
    for (int i = 0; i < 25; ++i) {
        const geometry::Point2 pixel{view.width * (i % 5 + 0.5) / 5, view.height * (i / 5 + 0.5) / 5};
        std::optional<PickedPoint> picked;
        const double time = medianOf(benchmark.runs, [&] { picked = pickPoint(octree, view, pixel, kRadius); });
        figures.pick = std::max(figures.pick, time);
        if (i != 12) continue; // loops over all points are slow: the middle stands for all
        double depth = 0;
        figures.pickPlain = medianOf(1, [&] { depth = plainPickDepth(octree, view, pixel, kRadius); });
        const double slack = 2 * kRadius * Projection(view).pixelSize(depth);
        const bool same = picked ? picked->depth >= depth && picked->depth <= depth + slack : std::isinf(depth);
        figures.sameAsPlain = figures.sameAsPlain && same;
    }
}

} // namespace

std::vector<float> benchmarkRoom(std::size_t points, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> unit(0, 1);
    std::normal_distribution<double> noise(0, 0.004);
    std::vector<float> positions;
    positions.reserve(3 * points);
    for (std::size_t i = 0; i < points; ++i) {
        const double u = unit(random), v = unit(random), kind = unit(random);
        std::array<double, 3> point{u * kWidth, v * kDepth, 0};
        if (kind < 0.2) point = {u * kWidth, kind < 0.1 ? 0 : kDepth, v * kHeight};
        else if (kind < 0.4) point = {kind < 0.3 ? 0 : kWidth, u * kDepth, v * kHeight};
        else if (kind < 0.7) { // 60 round things on a grid
            const int thing = static_cast<int>(unit(random) * 60);
            const double angle = u * 2 * std::numbers::pi, height = 2 * v - 1, ring = std::sqrt(1 - height * height);
            point = {1.5 + thing % 10 * 1.9 + 0.4 * ring * std::cos(angle),
                     1.2 + thing / 10 * 2.4 + 0.5 * ring * std::sin(angle), 0.6 + 0.6 * height};
        }
        for (const double value : point) positions.push_back(static_cast<float>(value + noise(random)));
    }
    return positions;
}

Result<SpatialFigures> measureSpatial(const SpatialBenchmark& benchmark) {
    SpatialFigures figures;
    figures.points = benchmark.points;
    figures.threads = threadCount(benchmark.threads);
    std::shared_ptr<const PointOctree> octree;
    {
        const std::vector<float> room = benchmarkRoom(benchmark.points, benchmark.seed);
        OctreeOptions options;
        options.threads = benchmark.threads;
        const auto start = std::chrono::steady_clock::now();
        auto built = PointOctree::build(room, options, benchmark.stop);
        figures.build = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        if (!built) return built.error();
        octree = std::move(*built);
    }
    figures.nodes = octree->nodes().size();
    measureSelections(*octree, benchmark, figures);
    if (benchmark.stop.stop_requested()) return Error{ErrorCode::Cancelled, "Measuring the octree was stopped."};
    measurePicks(*octree, benchmark, figures);
    return figures;
}

} // namespace rb::spatial
