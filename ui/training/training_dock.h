#pragma once

#include "core/vlm/model_source.h"
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
    /// The adapter that is switched on; empty: none.
    QString activeAdapter() const;

Q_SIGNALS:
    void said(const QString& sentence);
    void splitsRequested();
    void regionRequested(rb::project::Id media, rb::project::Id region);
    void adapterChanged(const QString& file);

private:
    struct Project;
    void open();
    void followAdapter();
    void importAdapter();

    Parts m_parts;
    vlm::ModelPaths m_model;
    QString m_modelName, m_adapter;
    QVBoxLayout* m_layout;
    std::unique_ptr<Project> m_project;
};

} // namespace rb::ui
