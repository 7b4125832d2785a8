#pragma once

#include "core/vlm/model_source.h"
#include "ui/training/training_settings.h"
#include "ui/workspace/workspace.h"

#include <QWidget>

#include <memory>

class QVBoxLayout;

namespace rb::ui {

class UserDialogs;

/// Fine-tuning of the open project: its runs lie beside the project file, in `NAME.runs`. A training is a process of its own,
/// which goes on when the window is closed, and is found again when it opens. An adapter that is switched on is laid over
/// the model.
class TrainingDock : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        Workspace& workspace;
        UserDialogs& dialogs;
        QString program; ///< of `regionblip`; empty: there is none, and nothing can be trained
    };
    /// All of `parts` outlive this.
    explicit TrainingDock(const Parts& parts, QWidget* parent = nullptr);
    ~TrainingDock() override;

    /// The model that new runs start from.
    void setModel(const vlm::ModelPaths& model, const QString& name);
    /// So many parameters it has: it was opened.
    void modelOpened(std::uint64_t parameters);

Q_SIGNALS:
    void said(const QString& sentence);
    void splitsRequested();
    void queryRequested(const QString& query);
    void regionRequested(rb::project::Id media, rb::project::Id region);
    /// Those that are switched on, in the order in which they lie on the model.
    void adaptersChanged(const std::vector<rb::vlm::AdapterFile>& adapters);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Project;
    void showWhatIsThere();
    void open();
    void followAdapters();
    void importAdapter();

    Parts m_parts;
    vlm::ModelPaths m_model;
    BaseModel m_base;
    QStringList m_files; ///< of the adapters that are switched on
    bool m_stale = false; ///< the project has changed since its captions were counted
    QVBoxLayout* m_layout;
    std::unique_ptr<Project> m_project;
};

} // namespace rb::ui
