#include "ui/gallery/cloud_thumbnail.h"

#include "core/clouds/cloud_reader.h"

#include <QColor>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rb::ui {
namespace {

constexpr std::uint64_t kPoints = 40'000, kPointsOfRegion = 400'000;

/// Turned by 30 degrees and looked at from 35 degrees above the floor.
struct Place {
    float x, y, depth;
};
Place placeOf(const float* p) {
    constexpr float kCosTurn = 0.866F, kSinTurn = 0.5F, kCosTilt = 0.819F, kSinTilt = 0.574F;
    const float right = kCosTurn * p[0] + kSinTurn * p[1], ahead = -kSinTurn * p[0] + kCosTurn * p[1];
    return {right, -(kCosTilt * p[2] + kSinTilt * ahead), kCosTilt * ahead - kSinTilt * p[2]};
}

struct Extent {
    float least = std::numeric_limits<float>::max(), most = std::numeric_limits<float>::lowest();
    void add(float value) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
    float size() const { return most - least; }
};

QRgb colorOf(const clouds::Cloud& cloud, std::size_t point, const Extent& height) {
    if (!cloud.colors.empty()) return qRgb(cloud.colors[3 * point], cloud.colors[3 * point + 1], cloud.colors[3 * point + 2]);
    const float share = height.size() > 0 ? (cloud.positions[3 * point + 2] - height.least) / height.size() : 0;
    return QColor::fromHslF(0.58F - 0.42F * share, 0.55F, 0.35F + 0.2F * share).rgb();
}

/// Leaves the points in the box alone.
void crop(clouds::Cloud& cloud, const geometry::Box3& box) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const float* p = &cloud.positions[3 * i];
        if (!geometry::contains(box, {cloud.offset[0] + double(p[0]), cloud.offset[1] + double(p[1]), cloud.offset[2] + double(p[2])})) continue;
        std::copy_n(p, 3, &cloud.positions[3 * kept]);
        if (!cloud.colors.empty()) std::copy_n(&cloud.colors[3 * i], 3, &cloud.colors[3 * kept]);
        ++kept;
    }
    cloud.positions.resize(3 * kept);
    if (!cloud.colors.empty()) cloud.colors.resize(3 * kept);
}

} // namespace

QImage cloudThumbnail(const QString& file, int side, const std::optional<geometry::Box3>& region) {
    clouds::CloudReadOptions options;
    options.thinTo = region ? kPointsOfRegion : kPoints;
    auto cloud = clouds::readCloud(QFile::encodeName(file).toStdString(), options);
    if (cloud.ok() && region) crop(*cloud, *region);
    if (!cloud.ok() || cloud->size() == 0) return {};
    Extent across, down, height;
    for (std::size_t i = 0; i < cloud->size(); ++i) {
        const Place place = placeOf(&cloud->positions[3 * i]);
        across.add(place.x);
        down.add(place.y);
        height.add(cloud->positions[3 * i + 2]);
    }
    const float scale = 0.92F * static_cast<float>(side) / std::max({across.size(), down.size(), 1e-6F});
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    std::vector<float> depths(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), std::numeric_limits<float>::max());
    const auto middle = [side](const Extent& extent, float value, float by) {
        return static_cast<int>(static_cast<float>(side) / 2 + (value - (extent.least + extent.most) / 2) * by);
    };
    for (std::size_t i = 0; i < cloud->size(); ++i) {
        const Place place = placeOf(&cloud->positions[3 * i]);
        const int x = middle(across, place.x, scale), y = middle(down, place.y, scale);
        if (x < 0 || y < 0 || x + 1 >= side || y + 1 >= side) continue;
        for (const int at : {y * side + x, y * side + x + 1, (y + 1) * side + x, (y + 1) * side + x + 1}) {
            if (depths[static_cast<std::size_t>(at)] <= place.depth) continue;
            depths[static_cast<std::size_t>(at)] = place.depth;
            image.setPixel(at % side, at / side, colorOf(*cloud, i, height));
        }
    }
    return image;
}

} // namespace rb::ui
