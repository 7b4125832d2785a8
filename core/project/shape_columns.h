#pragma once

#include "core/project/records.h"

namespace rb::project {

/// How a region's shape stands in the columns `shape` and `geometry`: "box" without bytes; "rotated_box" with
/// x, y, width, height before turning and the angle; "polygon" with x, y of each point; "box3" with the centre, the size,
/// the yaw, and then the bytes of its points. Numbers are IEEE doubles, lowest byte first.
QString shapeName(const Region& region);
QByteArray shapeBytes(const Region& region);

/// The outline in a picture, or a cloud's footprint; where the bytes of a stranger's file do not fit the name, the box of
/// its bounds.
geometry::Shape2 shapeFrom(const QString& name, const QByteArray& bytes, const geometry::Box2& bounds);
/// Gives the region the shape of a row.
void setShape(Region& region, const QString& name, const QByteArray& bytes, const geometry::Box2& bounds);

} // namespace rb::project
