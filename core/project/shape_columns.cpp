#include "core/project/shape_columns.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

namespace rb::project {

using geometry::Shape2;

static constexpr std::size_t kBoxNumbers = 7; // of a box in a cloud

QString shapeName(const Region& region) {
    if (region.cloud) return QStringLiteral("box3");
    switch (region.shape.kind) {
    case Shape2::Kind::RotatedBox: return QStringLiteral("rotated_box");
    case Shape2::Kind::Polygon: return QStringLiteral("polygon");
    case Shape2::Kind::Box: break;
    }
    return QStringLiteral("box");
}

static QByteArray bytesOf(const std::vector<double>& values) {
    return {reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(double))};
}

QByteArray shapeBytes(const Region& region) {
    if (region.cloud) {
        const geometry::Box3& b = region.cloud->box;
        return bytesOf({b.center[0], b.center[1], b.center[2], b.size[0], b.size[1], b.size[2], b.yaw}) + region.cloud->points;
    }
    const Shape2& shape = region.shape;
    std::vector<double> values;
    if (shape.kind == Shape2::Kind::RotatedBox) values = {shape.box.x, shape.box.y, shape.box.width, shape.box.height, shape.angle};
    if (shape.kind == Shape2::Kind::Polygon)
        for (const geometry::Point2& point : shape.points) values.insert(values.end(), {point.x, point.y});
    return bytesOf(values);
}

/// The first `most` numbers; none when one of them is no number.
static std::vector<double> numbersOf(const QByteArray& bytes, std::size_t most) {
    std::vector<double> values(std::min(most, static_cast<std::size_t>(bytes.size()) / sizeof(double)));
    if (!values.empty()) std::memcpy(values.data(), bytes.constData(), values.size() * sizeof(double));
    const bool finite = std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
    return finite ? values : std::vector<double>();
}

static std::optional<CloudShape> cloudShape(const QByteArray& bytes) {
    const std::vector<double> v = numbersOf(bytes, kBoxNumbers);
    if (v.size() < kBoxNumbers || v[3] < 0 || v[4] < 0 || v[5] < 0) return std::nullopt;
    return CloudShape{{{v[0], v[1], v[2]}, {v[3], v[4], v[5]}, v[6]}, bytes.mid(kBoxNumbers * sizeof(double))};
}

Shape2 shapeFrom(const QString& name, const QByteArray& bytes, const geometry::Box2& bounds) {
    const std::vector<double> values = numbersOf(bytes, std::numeric_limits<std::size_t>::max());
    if (name == QLatin1String("rotated_box") && values.size() == 5)
        return geometry::rotatedBox({values[0], values[1], values[2], values[3]}, values[4]);
    if (name != QLatin1String("polygon") || values.size() < 6 || values.size() % 2 != 0) return geometry::boxShape(bounds);
    std::vector<geometry::Point2> points;
    for (std::size_t i = 0; i < values.size(); i += 2) points.push_back({values[i], values[i + 1]});
    return geometry::polygon(std::move(points));
}

void setShape(Region& region, const QString& name, const QByteArray& bytes, const geometry::Box2& bounds) {
    if (name == QLatin1String("box3")) region.cloud = cloudShape(bytes);
    region.shape = shapeFrom(name, bytes, bounds);
}

} // namespace rb::project
