#include "ui/main_window.h"

#include "ui/dialogs/user_dialogs.h"
#include "ui/error_text.h"
#include "ui/search/search_control.h"
#include "ui/training/training_dock.h"
#include "ui/window_status.h"

#include <QFileInfo>

namespace rb::ui {

void MainWindow::openModel(const QString& folder) {
    m_model = {};
    m_model.model = folder.toStdString();
    if (m_training) m_training->setModel(m_model, QFileInfo(folder).fileName());
    openModel();
}

void MainWindow::openModel() {
    m_status->showModel(tr("loading the model…"));
    m_parts.inference.openModel(m_model, {});
    m_meaning.setModel(m_model);
}

void MainWindow::addTraining() {
    if (m_parts.trainer.isEmpty()) return;
    m_training = new TrainingDock({m_parts.workspace, m_parts.dialogs, m_parts.trainer});
    connect(m_training, &TrainingDock::said, m_status, &WindowStatus::say);
    connect(m_training, &TrainingDock::queryRequested, m_searching, &SearchControl::show);
    connect(m_training, &TrainingDock::splitsRequested, m_actions.splits, &QAction::trigger);
    connect(m_training, &TrainingDock::regionRequested, &m_parts.workspace, &Workspace::show);
    connect(m_training, &TrainingDock::adaptersChanged, this, [this](const std::vector<vlm::AdapterFile>& adapters) {
        m_model.adapters = adapters;
        if (!m_model.model.empty()) openModel();
    });
    addPanel(QStringLiteral("training"), tr("Fine-tuning"), m_training, Qt::BottomDockWidgetArea);
}

void MainWindow::connectModel() {
    connect(m_actions.openModel, &QAction::triggered, this, [this] {
        const QString folder = m_parts.dialogs.chooseFolder(this, tr("Open a model folder"));
        if (!folder.isEmpty()) openModel(folder);
    });
    connect(&m_parts.workspace, &Workspace::currentMediaChanged, this, &MainWindow::encodeCurrent);
    connect(&m_parts.inference, &jobs::InferenceThread::modelOpened, this, [this](const vlm::ModelDescription& opened) {
        m_flow.setModel(opened);
        if (m_training) m_training->modelOpened(opened.parameters);
        const QString adapter = opened.adapter.empty() ? QString() : tr(" + %1").arg(QString::fromStdString(opened.adapter));
        m_status->showModel(QStringLiteral("%1%2 · %3 %4").arg(QString::fromStdString(opened.name), adapter,
                                                             QString::fromStdString(opened.device).toUpper(),
                                                             QString::fromStdString(opened.precision)));
        encodeCurrent();
    });
    connect(&m_parts.inference, &jobs::InferenceThread::modelFailed, this, [this](const Error& error) {
        m_status->showModel(tr("no model"));
        m_status->complain(errorText(error));
    });
}

void MainWindow::encodeCurrent() {
    const project::Project* project = m_parts.workspace.project();
    if (!project) return;
    const auto media = project->media(m_parts.workspace.currentMedia());
    if (media && media->kind == project::MediaKind::Image) m_parts.inference.encodeAhead(project->filePath(*media));
}

} // namespace rb::ui
