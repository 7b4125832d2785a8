#include "ui/training/training_dock.h"

#include "core/runs/adapter_shelf.h"
#include "core/runs/run_queue.h"
#include "core/vlm/adapter.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/search/query_edit.h"
#include "ui/training/project_data.h"
#include "ui/training/training_panel.h"

#include <QVBoxLayout>

namespace rb::ui {

/// What belongs to one project and one model.
struct TrainingDock::Project {
    Project(const QString& folder, const QString& program) : history(folder), queue(history, program), shelf(folder) {}
    runs::RunHistory history;
    runs::RunQueue queue;
    runs::AdapterShelf shelf;
    std::unique_ptr<TrainingPanel> panel; // goes before what it works with
};

TrainingDock::TrainingDock(const Parts& parts, QWidget* parent) : QWidget(parent), m_parts(parts), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    connect(&parts.workspace, &Workspace::projectClosing, this, [this] { m_project.reset(); });
    connect(&parts.workspace, &Workspace::projectChanged, this, &TrainingDock::open);
    connect(&parts.workspace, &Workspace::changed, this, [this] {
        m_stale = true;
        if (isVisible()) showWhatIsThere();
    });
}

void TrainingDock::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale) showWhatIsThere();
}

void TrainingDock::showWhatIsThere() {
    m_stale = false;
    if (m_project) m_project->panel->dataChanged();
}

TrainingDock::~TrainingDock() = default;

void TrainingDock::setModel(const vlm::ModelPaths& model, const QString& name) {
    if (m_model.model == model.model) return; // another adapter over the same model
    m_model = model;
    m_base = {name, QString::fromStdString(model.model.string())};
    open();
}

void TrainingDock::modelOpened(std::uint64_t parameters) {
    m_base.learningRate = runs::startingRate(parameters);
    if (m_project) m_project->panel->settings()->suitRate(m_base.learningRate);
}

void TrainingDock::open() {
    m_project.reset();
    const project::Project* project = m_parts.workspace.project();
    if (!project || m_parts.program.isEmpty() || m_model.model.empty()) return;
    m_project = std::make_unique<Project>(project->path() + QStringLiteral(".runs"), m_parts.program);
    m_project->panel = std::make_unique<TrainingPanel>(TrainingPanel::Parts{m_project->history, m_project->queue, m_project->shelf, m_parts.dialogs,
                                                                           m_parts.program, {m_base}, projectData(m_parts.workspace),
                                                                           new QueryEdit(m_parts.workspace)});
    TrainingPanel* panel = m_project->panel.get();
    m_layout->addWidget(panel);
    connect(panel, &TrainingPanel::failed, &m_parts.workspace, &Workspace::failed);
    connect(panel, &TrainingPanel::said, this, &TrainingDock::said);
    connect(panel, &TrainingPanel::splitsRequested, this, &TrainingDock::splitsRequested);
    connect(panel, &TrainingPanel::queryRequested, this, &TrainingDock::queryRequested);
    connect(panel, &TrainingPanel::importRequested, this, &TrainingDock::importAdapter);
    connect(panel, &TrainingPanel::regionActivated, this, [this](const runs::RunItem& item) { Q_EMIT regionRequested(item.media, item.region); });
    connect(&m_project->shelf, &runs::AdapterShelf::changed, this, &TrainingDock::followAdapters);
    followAdapters();
}

/// Verified against the model that is open.
void TrainingDock::importAdapter() {
    const QString file = m_parts.dialogs.chooseFile(this, tr("Bring in an adapter"), tr("Adapters (*.safetensors)"));
    if (file.isEmpty()) return;
    const auto source = vlm::openModelSource(m_model);
    if (!source.ok()) return Q_EMIT m_parts.workspace.failed(source.error());
    const auto fingerprint = vlm::fingerprint(*source);
    if (!fingerprint.ok()) return Q_EMIT m_parts.workspace.failed(fingerprint.error());
    const auto brought = m_project->shelf.import(file, QString::fromStdString(*fingerprint));
    if (brought.ok()) Q_EMIT said(tr("%1 can be switched on now").arg(brought->name));
    else Q_EMIT m_parts.workspace.failed(brought.error());
}

void TrainingDock::followAdapters() {
    std::vector<vlm::AdapterFile> adapters;
    QStringList files;
    for (const QString& id : m_project->shelf.active())
        if (const auto adapter = m_project->shelf.adapter(id)) {
            adapters.push_back({adapter->file.toStdString(), adapter->name.toStdString()});
            files << adapter->file;
        }
    if (files == m_files) return;
    m_files = files;
    Q_EMIT adaptersChanged(adapters);
}

} // namespace rb::ui
