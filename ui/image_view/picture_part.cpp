#include "ui/image_view/picture_part.h"

#include <QImageReader>
#include <QTransform>

namespace rb::ui {

namespace {

bool turnsSides(QImageIOHandler::Transformations orientation) {
    return orientation.testFlag(QImageIOHandler::TransformationRotate90);
}

QImage oriented(const QImage& image, QImageIOHandler::Transformations orientation) {
    const bool mirror = orientation.testFlag(QImageIOHandler::TransformationMirror);
    const bool flip = orientation.testFlag(QImageIOHandler::TransformationFlip);
    QImage result = mirror || flip ? image.mirrored(mirror, flip) : image;
    return turnsSides(orientation) ? result.transformed(QTransform().rotate(90)) : result;
}

} // namespace

QRect storedRect(const QRect& shown, QSize stored, QImageIOHandler::Transformations orientation) {
    QRect rect = shown;
    // Shown = mirrored and flipped, then a quarter turned clockwise: undone from behind.
    if (turnsSides(orientation))
        rect = QRect(rect.y(), stored.height() - rect.x() - rect.width(), rect.height(), rect.width());
    if (orientation.testFlag(QImageIOHandler::TransformationMirror))
        rect.moveLeft(stored.width() - rect.x() - rect.width());
    if (orientation.testFlag(QImageIOHandler::TransformationFlip))
        rect.moveTop(stored.height() - rect.y() - rect.height());
    return rect;
}

QImage decoded(const PicturePart& part) {
    QImageReader reader(part.path);
    reader.setAutoTransform(false); // a part has to be cut out before
    const QSize level = turnsSides(part.orientation) ? part.level.transposed() : part.level;
    const QRect rect = storedRect(part.rect, level, part.orientation);
    if (level == part.stored) {
        reader.setClipRect(rect);
    } else {
        reader.setScaledSize(level);
        reader.setScaledClipRect(rect);
    }
    QImage image = reader.read();
    if (image.isNull()) return {};
    image.setDevicePixelRatio(1);
    const bool alpha = image.hasAlphaChannel();
    image.convertTo(alpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    return oriented(image, part.orientation);
}

} // namespace rb::ui
