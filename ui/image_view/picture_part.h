#pragma once

#include <QImage>
#include <QImageIOHandler>
#include <QRect>
#include <QSize>
#include <QString>

namespace rb::ui {

/// A part of a picture file, as it is shown.
struct PicturePart {
    QString path;
    QSize stored;                                  ///< the file's own size
    QImageIOHandler::Transformations orientation;  ///< from how it is stored to how it is shown
    QSize level;                                   ///< the shown size that the picture is reduced to
    QRect rect;                                    ///< of the reduced picture
};

/// Decodes the part: 32 bits, premultiplied alpha or none. A null image when the file cannot be read. Any
/// thread.
QImage decoded(const PicturePart& part);

/// Where a part of the shown picture lies in the stored one, `stored` being its size.
QRect storedRect(const QRect& shown, QSize stored, QImageIOHandler::Transformations orientation);

} // namespace rb::ui
