#include "core/project/shape_columns.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace rb::project {

using geometry::Shape2;

QString shapeName(const Shape2& shape) {
    switch (shape.kind) {
    case Shape2::Kind::RotatedBox: return QStringLiteral("rotated_box");
    case Shape2::Kind::Polygon: return QStringLiteral("polygon");
    case Shape2::Kind::Box: break;
    }
    return QStringLiteral("box");
}

QByteArray shapeBytes(const Shape2& shape) {
    std::vector<double> values;
    if (shape.kind == Shape2::Kind::RotatedBox) values = {shape.box.x, shape.box.y, shape.box.width, shape.box.height, shape.angle};
    if (shape.kind == Shape2::Kind::Polygon)
        for (const geometry::Point2& point : shape.points) values.insert(values.end(), {point.x, point.y});
    return {reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(double))};
}

Shape2 shapeFrom(const QString& name, const QByteArray& bytes, const geometry::Box2& bounds) {
    std::vector<double> values(static_cast<std::size_t>(bytes.size()) / sizeof(double));
    if (!values.empty()) std::memcpy(values.data(), bytes.constData(), values.size() * sizeof(double));
    if (!std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); })) return geometry::boxShape(bounds);
    if (name == QLatin1String("rotated_box") && values.size() == 5)
        return geometry::rotatedBox({values[0], values[1], values[2], values[3]}, values[4]);
    if (name != QLatin1String("polygon") || values.size() < 6 || values.size() % 2 != 0) return geometry::boxShape(bounds);
    std::vector<geometry::Point2> points;
    for (std::size_t i = 0; i < values.size(); i += 2) points.push_back({values[i], values[i + 1]});
    return geometry::polygon(std::move(points));
}

} // namespace rb::project
