#pragma once

#include <QProxyStyle>

namespace rb::ui {

/// Fusion without pictures on the buttons of dialogs, and with boxes to tick that can be seen on a dark window.
class StudioStyle : public QProxyStyle {
public:
    StudioStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* more) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
};

} // namespace rb::ui
