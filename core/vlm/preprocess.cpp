#include "core/vlm/preprocess.h"

#include <ATen/ATen.h>

namespace rb::vlm {

at::Tensor pixelsOf(const media::Image& image, const ModelConfig& config) {
    const int side = static_cast<int>(config.vision.imageSize);
    const float mean[3] = {config.imageMean[0], config.imageMean[1], config.imageMean[2]};
    const float deviation[3] = {config.imageStd[0], config.imageStd[1], config.imageStd[2]};
    return at::tensor(media::normalisedPlanes(media::resizedBicubic(image, side, side), mean, deviation)).view({3, side, side});
}

at::Tensor pointsOf(const geometry::PointCloud& cloud, const ModelConfig& config, InputPoints input, std::uint64_t seed) {
    const auto wanted = static_cast<std::size_t>(input.scene ? config.point->scenePoints : config.point->objectPoints);
    geometry::PointCloud chosen = geometry::sampled(cloud, wanted, seed);
    if (!input.scene) chosen = geometry::normalisedToUnitSphere(std::move(chosen));
    const at::Tensor positions = at::tensor(chosen.positions).view({-1, 3});
    if (!input.color) return positions;
    return at::cat({positions, at::tensor(chosen.colors).view({-1, 3}).to(at::kFloat) / 255.0}, 1);
}

std::array<float, 24> cornersOf(const geometry::Box3& box, const ModelConfig& config) {
    return config.boxCorners == "released" ? geometry::releasedCorners(box) : geometry::geometricCorners(box);
}

} // namespace rb::vlm
