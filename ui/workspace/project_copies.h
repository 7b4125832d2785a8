#pragma once

#include "ui/workspace/background.h"
#include "ui/workspace/workspace.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace rb::ui {

class UserDialogs;

/// Keeps copies of the open project without waiting for them: a rolling backup every ten minutes in which it changed, and
/// snapshots that are asked for. Failures go to Workspace::failed.
class ProjectCopies : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of the dialog. All outlive this.
    ProjectCopies(Workspace& workspace, UserDialogs& dialogs, QWidget& window);

    /// A snapshot; one with no name only when something was edited since the last.
    void keep(const QString& name = {});
    /// Shows all copies; the one that is chosen takes the project's place.
    void ask();

Q_SIGNALS:
    void said(const QString& sentence);
    /// A copy has come.
    void kept(const QString& file);

private:
    void backUp();
    void goBackTo(const QString& copy);

    Workspace& m_workspace;
    UserDialogs& m_dialogs;
    QWidget& m_window;
    Background m_background;
    QTimer m_timer;
    bool m_changed = true; ///< since the last backup
};

} // namespace rb::ui
