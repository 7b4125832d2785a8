#include "core/vlm/point_group_benchmark.h"

#include "core/geometry/point_groups.h"
#include "core/vlm/loaded_model.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <vector>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace rb::vlm {
namespace {

using Clock = std::chrono::steady_clock;

template <typename Work>
double medianMs(int runs, const Work& work) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto start = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs / 2)];
}

/// A floor, walls and round things of a room.
std::vector<float> room(const PointGroupBenchmark& benchmark) {
    std::mt19937_64 random(benchmark.seed);
    std::uniform_real_distribution<float> any(-1, 1);
    std::vector<float> points;
    for (std::size_t i = 0; i < benchmark.points; ++i) {
        const float a = any(random), b = any(random), c = any(random) * 0.01F;
        if (i % 3 == 0) points.insert(points.end(), {4 * a, 3 * b, c});
        else if (i % 3 == 1) points.insert(points.end(), {4 * a, 3 + c, 1.2F + 1.2F * b});
        else points.insert(points.end(), {a, b, 0.5F + std::abs(any(random))});
    }
    return points;
}

at::Tensor torchSampling(const at::Tensor& points, std::int64_t count) {
    at::Tensor chosen = at::zeros({count}, at::kLong), distance = at::full({points.size(0)}, 1e10F);
    at::Tensor farthest = at::zeros({}, at::kLong);
    for (std::int64_t i = 0; i < count; ++i) {
        chosen[i] = farthest;
        const at::Tensor centre = points.index_select(0, farthest.view({1}));
        distance = at::minimum(distance, (points - centre).pow(2).sum(-1));
        farthest = std::get<1>(distance.max(-1));
    }
    return chosen;
}

/// By the expanded square, as the published code has it.
at::Tensor torchNeighbours(const at::Tensor& points, const at::Tensor& centres, std::int64_t k) {
    const at::Tensor distances = at::matmul(centres, points.t()) * -2 + centres.pow(2).sum(-1, true) + points.pow(2).sum(-1).view({1, -1});
    return std::get<1>(distances.topk(k, -1, false, true));
}

double sharedPart(const std::vector<std::int64_t>& ours, const at::Tensor& theirs) {
    const auto k = static_cast<std::size_t>(theirs.size(1));
    std::size_t same = 0;
    for (std::size_t row = 0; row < ours.size() / k; ++row) {
        std::vector<std::int64_t> a(ours.begin() + static_cast<std::ptrdiff_t>(row * k), ours.begin() + static_cast<std::ptrdiff_t>((row + 1) * k)), b, both;
        const at::Tensor line = theirs[static_cast<std::int64_t>(row)].contiguous();
        b.assign(line.data_ptr<std::int64_t>(), line.data_ptr<std::int64_t>() + k);
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
        same += both.size();
    }
    return static_cast<double>(same) / static_cast<double>(ours.size());
}

} // namespace

Result<PointGroupFigures> measurePointGroups(const PointGroupBenchmark& benchmark) {
    PointGroupFigures figures;
    const Status status = guarded("Measuring point groups", [&] {
        const c10::InferenceMode inference;
        std::vector<float> positions = room(benchmark);
        const at::Tensor points = at::from_blob(positions.data(), {static_cast<std::int64_t>(benchmark.points), 3});
        std::vector<std::int64_t> centres, neighbours;
        figures.samplingMs = medianMs(benchmark.runs, [&] { centres = geometry::farthestPointSampling(positions, benchmark.groups); });
        std::vector<float> places;
        for (const std::int64_t centre : centres) places.insert(places.end(), positions.begin() + 3 * centre, positions.begin() + 3 * centre + 3);
        figures.neighboursMs = medianMs(benchmark.runs, [&] { neighbours = geometry::nearestNeighbours(positions, places, benchmark.neighbours); });
        at::Tensor theirCentres, theirNeighbours;
        figures.torchSamplingMs = medianMs(benchmark.runs, [&] { theirCentres = torchSampling(points, static_cast<std::int64_t>(benchmark.groups)); });
        const at::Tensor centrePoints = points.index_select(0, theirCentres);
        figures.torchNeighboursMs = medianMs(benchmark.runs, [&] { theirNeighbours = torchNeighbours(points, centrePoints, static_cast<std::int64_t>(benchmark.neighbours)); });
        figures.sameCentres = std::equal(centres.begin(), centres.end(), theirCentres.data_ptr<std::int64_t>());
        figures.sameNeighbours = sharedPart(neighbours, theirNeighbours);
    });
    if (!status.ok()) return status.error();
    return figures;
}

} // namespace rb::vlm
