#pragma once

#include "core/geometry/box3.h"

#include <QColor>
#include <QString>

namespace rb::viewer3d {

/// A region of the cloud as the view shows it.
struct RegionBox {
    qint64 id = 0;
    geometry::Box3 box;
    QColor color;
    QString label;
    bool selected = false;
    bool hidden = false; ///< not drawn and not picked
    friend bool operator==(const RegionBox&, const RegionBox&) = default;
};

} // namespace rb::viewer3d
