#include "app/studio/rolling_backups.h"

#include "core/project/backups.h"

namespace rb::studio {

static constexpr int kEveryMs = 10 * 60 * 1000;

RollingBackups::RollingBackups(ui::Workspace& workspace) : m_workspace(workspace) {
    connect(&m_timer, &QTimer::timeout, this, &RollingBackups::backUp);
    connect(&workspace, &ui::Workspace::changed, this, [this] { m_changed = true; });
    connect(&workspace, &ui::Workspace::projectChanged, this, [this] { m_changed = true; });
    m_timer.start(kEveryMs);
}

void RollingBackups::backUp() {
    const project::Project* project = m_workspace.project();
    if (!m_changed || !project || project->access() == project::Project::Access::ReadOnly) return;
    m_changed = false;
    m_thread = std::jthread([this, path = project->path()] {
        const auto made = project::backUp(path);
        if (made.ok()) return;
        QMetaObject::invokeMethod(this, [this, error = made.error()] { m_workspace.report(error); }, Qt::QueuedConnection);
    });
}

} // namespace rb::studio
