#include "ui/image_view/canvas_message.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace rb::ui {

namespace {

constexpr double kMessageWidth = 420;
constexpr double kMessageIcon = 44;

} // namespace

void drawCanvasMessage(QPainter& painter, const QRectF& view, const QString& title, const QString& detail,
                       const Theme& theme) {
    if (title.isEmpty() && detail.isEmpty()) return;
    const double width = std::max(80.0, std::min(kMessageWidth, view.width() - 48));
    QFont titleFont = painter.font();
    titleFont.setPointSizeF(titleFont.pointSizeF() + 3);
    titleFont.setWeight(QFont::DemiBold);
    constexpr int kFlags = Qt::AlignHCenter | Qt::TextWordWrap;
    const QRectF endless(0, 0, width, 10000);
    const QSizeF titleSize = QFontMetricsF(titleFont).boundingRect(endless, kFlags, title).size();
    const QSizeF detailSize = QFontMetricsF(painter.font()).boundingRect(endless, kFlags, detail).size();

    const double height = kMessageIcon + 16 + titleSize.height() + 8 + detailSize.height();
    const double left = view.center().x() - width / 2;
    double y = view.center().y() - height / 2;
    QColor quiet = theme.muted;
    const QRectF iconRect(view.center().x() - kMessageIcon / 2, y, kMessageIcon, kMessageIcon);
    icon(QStringLiteral("image"), quiet).paint(&painter, iconRect.toRect());
    y += kMessageIcon + 16;

    painter.save();
    painter.setPen(theme.text);
    painter.setFont(titleFont);
    painter.drawText(QRectF(left, y, width, titleSize.height() + 2), kFlags, title);
    y += titleSize.height() + 8;
    painter.restore();
    painter.setPen(quiet);
    painter.drawText(QRectF(left, y, width, detailSize.height() + 2), kFlags, detail);
}

void drawDropFrame(QPainter& painter, const QRectF& view, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    QColor tint = theme.accent;
    tint.setAlpha(24);
    painter.setBrush(tint);
    painter.setPen(QPen(theme.accent, 2, Qt::DashLine, Qt::RoundCap));
    painter.drawRoundedRect(view.adjusted(10, 10, -10, -10), 8, 8);
}

} // namespace rb::ui
