#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace rb::ui {

struct Theme;

/// The words and the sign in the middle of a canvas without a picture.
void drawCanvasMessage(QPainter& painter, const QRectF& view, const QString& title, const QString& detail,
                       const Theme& theme);

/// The frame that says that files may be dropped here.
void drawDropFrame(QPainter& painter, const QRectF& view, const Theme& theme);

} // namespace rb::ui
