#include "ui/theme/theme.h"

#include "ui/theme/studio_style.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/svg_icon_engine.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

/// A static library's resources are only linked in when something names them; the macro does not work
/// inside a namespace.
static void linkResources() {
    Q_INIT_RESOURCE(resources);
}

namespace rb::ui {

namespace {

constexpr double kMinPointSize = 10;
constexpr double kDisabledStrength = 0.45;

Theme darkTheme() {
    return {true,
            QColor(0x1E1F22),
            QColor(0x141517),
            QColor(0x2B2D31),
            QColor(0x3A3D42),
            QColor(0xE8EAED),
            QColor(0x9AA0A6),
            QColor(0x4C8DFF),
            QColor(0x3FB27F),
            QColor(0xE2B341),
            QColor(0xE5645E)};
}

Theme lightTheme() {
    return {false,
            QColor(0xF5F6F8),
            QColor(0xE4E6EA),
            QColor(0xFFFFFF),
            QColor(0xD5D9E0),
            QColor(0x1B1E23),
            QColor(0x5F6670),
            QColor(0x1F6FEB),
            QColor(0x1A8754),
            QColor(0x9A6B00),
            QColor(0xE5645E)};
}

double luminance(const QColor& color) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor& a, const QColor& b, double partOfA) {
    const auto mix = [partOfA](double x, double y) { return x * partOfA + y * (1 - partOfA); };
    return QColor::fromRgbF(float(mix(a.redF(), b.redF())), float(mix(a.greenF(), b.greenF())),
                            float(mix(a.blueF(), b.blueF())));
}

bool desktopIsDark() {
    const QByteArray gtkTheme = qgetenv("GTK_THEME").toLower();
    if (gtkTheme.endsWith(":dark") || gtkTheme.endsWith("-dark")) return true;
    // Qt 6.4 keeps the desktop's palette to itself once the program has set one of its own; taking
    // that away for a moment shows it.
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const bool dark = Theme::matching(QApplication::palette()).dark;
    QApplication::setPalette(ours);
    return dark;
}

} // namespace

Theme Theme::of(ThemeChoice choice) {
    const bool wantsDark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && desktopIsDark());
    return wantsDark ? darkTheme() : lightTheme();
}

Theme Theme::matching(const QPalette& palette) {
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText))
               ? darkTheme()
               : lightTheme();
}

QPalette Theme::palette() const {
    QPalette result(window);
    const QColor onAccent = contrastRatio(accent, Qt::white) >= 4.5 ? QColor(Qt::white) : QColor(Qt::black);
    const std::array<std::pair<QPalette::ColorRole, QColor>, 20> roles{{
        {QPalette::Window, window},
        {QPalette::WindowText, text},
        {QPalette::Base, surface},
        {QPalette::Text, text},
        {QPalette::Button, surface},
        {QPalette::ButtonText, text},
        {QPalette::BrightText, bad},
        {QPalette::PlaceholderText, muted},
        {QPalette::Highlight, accent},
        {QPalette::HighlightedText, onAccent},
        {QPalette::Link, accent},
        {QPalette::LinkVisited, accent},
        {QPalette::ToolTipBase, surface},
        {QPalette::ToolTipText, text},
        {QPalette::AlternateBase, mixed(surface, window, 0.5)},
        {QPalette::Light, mixed(surface, text, 0.9)},
        {QPalette::Midlight, mixed(line, surface, 0.5)},
        {QPalette::Mid, line},
        {QPalette::Dark, canvas},
        {QPalette::Shadow, Qt::black},
    }};
    for (const auto& [role, color] : roles)
        result.setColor(QPalette::All, role, color);

    const QColor faded = mixed(text, window, kDisabledStrength);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, faded);
    result.setColor(QPalette::Disabled, QPalette::Highlight, line);
    result.setColor(QPalette::Disabled, QPalette::HighlightedText, muted);
    return result;
}

void Theme::apply(QApplication& app) const {
    app.setStyle(new StudioStyle);
    app.setPalette(palette());
    app.setStyleSheet(styleSheet(*this));
    QFont font = app.font();
    if (font.pointSizeF() > 0 && font.pointSizeF() < kMinPointSize) {
        font.setPointSizeF(kMinPointSize);
        app.setFont(font);
    }
}

QColor regionColor(int index) {
    // Okabe and Ito (2008); black comes last because it says least on a dark picture.
    static constexpr std::array<QRgb, 8> kColors{0xFFE69F00, 0xFF56B4E9, 0xFF009E73, 0xFFF0E442,
                                                 0xFF0072B2, 0xFFD55E00, 0xFFCC79A7, 0xFF000000};
    const int count = int(kColors.size());
    return QColor(kColors[std::size_t(((index % count) + count) % count)]);
}

QIcon icon(const QString& name, const QColor& color) {
    static const bool linked = (linkResources(), true);
    Q_UNUSED(linked)
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QIcon(new SvgIconEngine(file.readAll(), color)); // QIcon owns the engine
}

double contrastRatio(const QColor& a, const QColor& b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace rb::ui
