#pragma once

#include "ui/workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <thread>

namespace rb::studio {

/// Makes a rolling backup of the open project every ten minutes in which it changed, on a thread of its own.
class RollingBackups : public QObject {
    Q_OBJECT

public:
    explicit RollingBackups(ui::Workspace& workspace);

private:
    void backUp();

    ui::Workspace& m_workspace;
    QTimer m_timer;
    bool m_changed = true;
    std::jthread m_thread;
};

} // namespace rb::studio
