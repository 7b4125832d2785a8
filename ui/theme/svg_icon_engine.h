#pragma once

#include <QByteArray>
#include <QColor>
#include <QIconEngine>

namespace rb::ui {

/// Draws an SVG whose `currentColor` is replaced by one colour, anew for every size, so that it is
/// sharp at every device pixel ratio.
class SvgIconEngine : public QIconEngine {
public:
    SvgIconEngine(QByteArray svg, QColor color);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;

private:
    QByteArray m_svg;
    QColor m_color;
};

} // namespace rb::ui
