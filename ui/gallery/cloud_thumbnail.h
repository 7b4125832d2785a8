#pragma once

#include <QImage>
#include <QString>

namespace rb::ui {

/// A cloud seen obliquely from above, `side` pixels square, with a transparent background; null when it cannot be read. A
/// few ten thousand points are read, whatever the file holds. May be called from any thread.
QImage cloudThumbnail(const QString& file, int side);

} // namespace rb::ui
