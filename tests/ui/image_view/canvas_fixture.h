#pragma once

#include "ui/image_view/image_view.h"

#include <QMouseEvent>
#include <QTest>

namespace rb::ui {

/// A region that has only what a test names.
inline CanvasRegion makeRegion(qint64 id, geometry::Box2 box, const QString& caption = {}) {
    CanvasRegion region;
    region.id = id;
    region.box = box;
    region.caption = caption;
    region.colorIndex = int(id);
    return region;
}

/// A view of 600 × 400 with a grey picture of 200 × 100 at 2 : 1, its corner at (100, 100).
class ViewWithPicture : public ImageView {
public:
    ViewWithPicture() {
        resize(600, 400);
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::gray);
        setImage(image);
        setZoom(2);
        show();
        setFocus();
    }

    QPoint at(double x, double y) const { return toWidget({x, y}).toPoint(); }

    /// Moves the pointer; QTest::mouseMove knows no modifiers and depends on the window system.
    void moveTo(QPoint pos, Qt::MouseButtons buttons = Qt::NoButton,
                Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QMouseEvent move(QEvent::MouseMove, pos, mapToGlobal(pos), Qt::NoButton, buttons, modifiers);
        QCoreApplication::sendEvent(this, &move);
    }

    void dragPicture(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mousePress(this, Qt::LeftButton, modifiers, at(from.x(), from.y()));
        moveTo(at(to.x(), to.y()), Qt::LeftButton, modifiers);
        QTest::mouseRelease(this, Qt::LeftButton, modifiers, at(to.x(), to.y()));
    }
};

} // namespace rb::ui

Q_DECLARE_METATYPE(rb::geometry::Box2)
