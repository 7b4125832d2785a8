#include "core/pretrain/patch_names.h"

#include "core/train/training_batch.h"

#include <algorithm>

namespace rb::pretrain {
namespace {

constexpr double kMostlyObject = 0.30; ///< of a cell's pixels, from which it is named
constexpr double kHardlyObject = 0.08; ///< up to which it is background

double overlap(double low, double high, int cell) { return std::clamp(std::min(high, cell + 1.0) - std::max(low, double(cell)), 0.0, 1.0); }

} // namespace

std::vector<std::int64_t> patchNames(const synthetic::PictureScene& scene, const std::vector<std::int64_t>& names, int side,
                                     std::int64_t background) {
    const int width = scene.image.width, height = scene.image.height;
    const std::size_t cells = static_cast<std::size_t>(side) * static_cast<std::size_t>(side), kinds = names.size() + 1;
    std::vector<int> counts(cells * kinds), pixels(cells);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto cell = static_cast<std::size_t>((y * side / height) * side + x * side / width);
            ++pixels[cell];
            ++counts[cell * kinds + scene.objectMap[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]];
        }
    std::vector<std::int64_t> result(cells, train::kUnclear);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const auto first = counts.begin() + static_cast<std::ptrdiff_t>(cell * kinds) + 1;
        const auto most = std::max_element(first, first + static_cast<std::ptrdiff_t>(names.size()));
        const double seen = pixels[cell], objects = pixels[cell] - counts[cell * kinds];
        if (!names.empty() && *most >= kMostlyObject * seen) result[cell] = names[static_cast<std::size_t>(most - first)];
        else if (objects <= kHardlyObject * seen) result[cell] = background;
    }
    return result;
}

std::vector<float> patchShares(const float* box, int side) {
    std::vector<float> shares;
    const double left = box[0], top = box[1], right = box[2], bottom = box[3];
    double sum = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double part = overlap(left * side, right * side, x) * overlap(top * side, bottom * side, y);
            shares.push_back(static_cast<float>(part));
            sum += part;
        }
    for (float& part : shares) part = static_cast<float>(sum > 0 ? part / sum : 1.0 / (side * side));
    return shares;
}

} // namespace rb::pretrain
