#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;
class QPalette;

namespace rb::ui {

enum class ThemeChoice { System, Dark, Light };

/// The colours of the window. Plain data; whoever needs a colour is given a Theme or reads QPalette:
/// Window = window, Base = surface, Dark = canvas, Mid = line, Text and WindowText = text,
/// PlaceholderText = muted, Highlight = accent.
struct Theme {
    bool dark = false;
    QColor window;  ///< window and docks
    QColor canvas;  ///< behind the picture
    QColor surface; ///< lists and editors
    QColor line;    ///< separators, 1 px
    QColor text;
    QColor muted;
    QColor accent; ///< focus, selection, primary button
    QColor good;   ///< accepted; like warn and bad never without an icon or a word
    QColor warn;   ///< draft, uncertain
    QColor bad;    ///< rejected, failed

    /// System asks the desktop (light when it does not say). GUI thread, with a QApplication.
    static Theme of(ThemeChoice choice);

    /// The theme a widget with this palette stands in; for painting code.
    static Theme matching(const QPalette& palette);

    QPalette palette() const;

    /// Fusion style, palette and style sheet for the whole program. A push button with the dynamic
    /// property `primary` set to true is drawn in the accent colour.
    void apply(QApplication& app) const;
};

/// The eight colours of Okabe and Ito, in order of creation; any index, it wraps round.
QColor regionColor(int index);

/// The drawing `:/icons/<name>.svg` in one colour, sharp at every size and device pixel ratio; paler
/// when disabled. A null icon when there is no such drawing.
QIcon icon(const QString& name, const QColor& color);

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace rb::ui
