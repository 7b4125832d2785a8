#pragma once

#include "core/geometry/box3.h"

#include <QImage>
#include <QString>

#include <optional>

namespace rb::ui {

/// A cloud seen obliquely from above, `side` pixels square, with a transparent background; null when it cannot be read. A
/// few ten thousand points are read, whatever the file holds; of a region some ten times as many, so that enough of them lie in
/// it. May be called from any thread.
QImage cloudThumbnail(const QString& file, int side, const std::optional<geometry::Box3>& region = {});

} // namespace rb::ui
