#include "ui/theme/studio_style.h"

#include <QPainter>
#include <QStyleOption>

namespace rb::ui {

int StudioStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* more) const {
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
    return QProxyStyle::styleHint(hint, option, widget, more);
}

void StudioStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool round = element == PE_IndicatorRadioButton;
    if (!round && element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    const bool enabled = option->state & State_Enabled;
    painter->setPen(enabled ? option->palette.color(QPalette::PlaceholderText) : option->palette.color(QPalette::Mid));
    const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (round) painter->drawEllipse(frame);
    else painter->drawRoundedRect(frame, 2, 2);
    painter->restore();
}

} // namespace rb::ui
