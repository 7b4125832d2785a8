#include "cloud_workspace/mark_options.h"

#include "ui/settings/setting.h"

#include <algorithm>
#include <numbers>

namespace rb::cloud_workspace {

static const ui::Setting<double> kGrowDistance{"cloud/growDistance", MarkOptions().growDistance};
static const ui::Setting<int> kGrowColor{"cloud/growColor", MarkOptions().growColor};
static const ui::Setting<int> kGrowAngle{"cloud/growAngle", MarkOptions().growAngle};

spatial::GrowOptions growOptionsOf(const MarkOptions& options, const clouds::Cloud& cloud) {
    spatial::GrowOptions grow;
    grow.maxDistance = options.growDistance;
    if (options.growColor > 0 && !cloud.colors.empty()) grow.colorTolerance = options.growColor;
    if (options.growAngle > 0 && !cloud.normals.empty()) grow.normalAngle = options.growAngle * std::numbers::pi / 180;
    return grow;
}

MarkOptions readMarkOptions(const QSettings& settings) {
    MarkOptions options;
    options.growDistance = std::max(0.0, kGrowDistance.read(settings));
    options.growColor = std::clamp(kGrowColor.read(settings), 0, 255);
    options.growAngle = std::clamp(kGrowAngle.read(settings), 0, 180);
    return options;
}

void writeMarkOptions(QSettings& settings, const MarkOptions& options) {
    kGrowDistance.write(settings, options.growDistance);
    kGrowColor.write(settings, options.growColor);
    kGrowAngle.write(settings, options.growAngle);
}

} // namespace rb::cloud_workspace
