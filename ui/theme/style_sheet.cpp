#include "ui/theme/style_sheet.h"

#include "ui/theme/theme.h"

#include <QPalette>

namespace rb::ui {

QString styleSheet(const Theme& theme) {
    QString sheet = QStringLiteral(R"(
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QSplitter::handle { background: @line; }
QDockWidget::title { background: @window; padding: 6px 8px; text-align: left; }
QMenuBar { background: @window; border-bottom: 1px solid @line; }
QStatusBar { background: @window; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QToolBar { background: @window; border: none; padding: 4px; spacing: 4px; }
QToolBar QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolBar QToolButton:hover { background: @surface; border-color: @line; }
QToolBar QToolButton:focus { border-color: @accent; }
QToolBar QToolButton:checked { background: @tint; border-color: @accent; }
QToolTip { background: @surface; color: @text; border: 1px solid @line; padding: 4px 6px; }
QAbstractItemView { border: 1px solid @line; outline: none; }
QListView::item, QTreeView::item { min-height: 28px; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border: 1px solid @accent;
    border-radius: 4px; padding: 5px 14px; font-weight: 600; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus { border: 1px solid @text; }
QPushButton[primary="true"]:disabled { background: @line; color: @muted; border-color: @line; }
)");
    const QColor onAccent = theme.palette().color(QPalette::HighlightedText);
    QColor tint = theme.accent;
    tint.setAlpha(theme.dark ? 70 : 40);
    const QString tintText = QStringLiteral("rgba(%1, %2, %3, %4)")
                                 .arg(tint.red())
                                 .arg(tint.green())
                                 .arg(tint.blue())
                                 .arg(tint.alpha());
    // Longer names first: @accentHover begins with @accent.
    const std::pair<QString, QString> values[] = {
        {QStringLiteral("@accentHover"), theme.accent.lighter(110).name()},
        {QStringLiteral("@accent"), theme.accent.name()},
        {QStringLiteral("@onAccent"), onAccent.name()},
        {QStringLiteral("@surface"), theme.surface.name()},
        {QStringLiteral("@window"), theme.window.name()},
        {QStringLiteral("@muted"), theme.muted.name()},
        {QStringLiteral("@line"), theme.line.name()},
        {QStringLiteral("@text"), theme.text.name()},
        {QStringLiteral("@tint"), tintText},
    };
    for (const auto& [token, value] : values)
        sheet.replace(token, value);
    return sheet;
}

} // namespace rb::ui
