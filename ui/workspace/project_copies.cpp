#include "ui/workspace/project_copies.h"

#include "core/project/copies.h"
#include "ui/dialogs/copies_dialog.h"
#include "ui/dialogs/user_dialogs.h"

#include <QFileInfo>
#include <QWidget>

namespace rb::ui {

static constexpr int kBackupEveryMs = 10 * 60 * 1000;

ProjectCopies::ProjectCopies(Workspace& workspace, UserDialogs& dialogs, QWidget& window)
    : QObject(&window), m_workspace(workspace), m_dialogs(dialogs), m_window(window) {
    connect(&m_timer, &QTimer::timeout, this, &ProjectCopies::backUp);
    connect(&workspace, &Workspace::changed, this, [this] { m_changed = true; });
    connect(&workspace, &Workspace::projectChanged, this, [this] { m_changed = true; });
    m_timer.start(kBackupEveryMs);
}

void ProjectCopies::keep(const QString& name) {
    const auto copy = [path = m_workspace.project()->path(), name](const std::stop_token& stop) { return project::takeSnapshot(path, name, stop); };
    m_background.run(copy, [this](const Result<QString>& made) {
        if (!made.ok()) return m_workspace.report(made.error());
        Q_EMIT said(tr("Everything is saved; a copy is in %1").arg(QFileInfo(*made).fileName()));
        Q_EMIT kept(*made);
    });
}

void ProjectCopies::backUp() {
    const project::Project* project = m_workspace.project();
    if (!m_changed || !project || project->access() == project::Project::Access::ReadOnly) return;
    m_changed = false;
    const auto copy = [path = project->path()](const std::stop_token& stop) { return project::backUp(path, project::kKeptBackups, stop); };
    m_background.run(copy, [this](const Result<QString>& made) {
        if (!made.ok()) m_workspace.report(made.error());
    });
}

void ProjectCopies::ask() {
    const project::Project& project = *m_workspace.project();
    CopiesDialog dialog(project.path(), project.access() == project::Project::Access::ReadWrite, &m_window);
    connect(&dialog, &CopiesDialog::keepRequested, this, &ProjectCopies::keep);
    connect(this, &ProjectCopies::kept, &dialog, &CopiesDialog::showCopies);
    if (m_dialogs.run(dialog) && !dialog.chosen().isEmpty()) goBackTo(dialog.chosen());
}

void ProjectCopies::goBackTo(const QString& copy) {
    // What cannot be opened takes nobody's place.
    if (const auto readable = project::Project::open(copy); !readable.ok()) return m_workspace.report(readable.error());
    m_background.stop();
    const bool back = m_workspace.replaceFile([&copy](const QString& path) { return project::restoreCopy(copy, path); });
    if (back) Q_EMIT said(tr("The project is as it was in %1; what was there is kept as a copy").arg(QFileInfo(copy).fileName()));
}

} // namespace rb::ui
