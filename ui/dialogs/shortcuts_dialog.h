#pragma once

#include <QDialog>

class QAction;

namespace rb::ui {

/// All actions with their keys, and what the mouse does.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent = nullptr);
};

} // namespace rb::ui
