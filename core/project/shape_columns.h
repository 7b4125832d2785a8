#pragma once

#include "core/geometry/shape2.h"

#include <QByteArray>
#include <QString>

namespace rb::project {

/// How a shape stands in the columns `shape` and `geometry`: "box" without bytes; "rotated_box" with
/// x, y, width, height before turning and the angle; "polygon" with x, y of each point. Numbers are
/// IEEE doubles, lowest byte first.
QString shapeName(const geometry::Shape2& shape);
QByteArray shapeBytes(const geometry::Shape2& shape);

/// The shape of a row; where the bytes of a stranger's file do not fit the name, the box of its bounds.
geometry::Shape2 shapeFrom(const QString& name, const QByteArray& bytes, const geometry::Box2& bounds);

} // namespace rb::project
