#include "ui/theme/svg_icon_engine.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace rb::ui {

namespace {
constexpr double kDisabledOpacity = 0.4;
}

SvgIconEngine::SvgIconEngine(QByteArray svg, QColor color) : m_svg(std::move(svg)), m_color(color) {
    m_svg.replace("currentColor", m_color.name(QColor::HexRgb).toLatin1());
}

void SvgIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) {
    QSvgRenderer renderer(m_svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    painter->save();
    if (mode == QIcon::Disabled) painter->setOpacity(painter->opacity() * kDisabledOpacity);
    renderer.render(painter, QRectF(rect));
    painter->restore();
}

QPixmap SvgIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
    QPixmap result(size);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return result;
}

QIconEngine* SvgIconEngine::clone() const {
    return new SvgIconEngine(*this);
}

} // namespace rb::ui
