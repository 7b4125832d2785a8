#pragma once

#include "ui/image_view/image_view.h"

#include <QMouseEvent>
#include <QTest>

namespace rb::ui {

/// A region that has only what a test names.
inline CanvasRegion makeRegion(qint64 id, const geometry::Shape2& shape, const QString& caption = {}) {
    CanvasRegion region;
    region.id = id;
    region.shape = shape;
    region.caption = caption;
    region.colorIndex = int(id);
    return region;
}

inline CanvasRegion makeRegion(qint64 id, const geometry::Box2& box, const QString& caption = {}) {
    return makeRegion(id, geometry::boxShape(box), caption);
}

/// What a shapeDrawn signal carried.
inline geometry::Shape2 drawnShape(const QList<QVariant>& arguments) {
    return arguments[0].value<geometry::Shape2>();
}

/// What a shapesChangeRequested signal asked for one region; a shape of no size when it did not.
inline geometry::Shape2 askedShape(const QList<QVariant>& arguments, qint64 id) {
    return arguments[0].value<QHash<qint64, geometry::Shape2>>().value(id);
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
    QPoint at(QPointF picturePos) const { return toWidget(picturePos).toPoint(); }

    void clickPicture(QPointF pos, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        moveTo(at(pos), Qt::NoButton, modifiers);
        QTest::mouseClick(this, Qt::LeftButton, modifiers, at(pos));
    }

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
