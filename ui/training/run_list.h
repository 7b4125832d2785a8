#pragma once

#include "core/runs/run_history.h"

#include <QWidget>

class QPushButton;
class QTreeView;

namespace rb::ui {

class RunModel;
class UndoStrip;

/// All runs: look at one, go on with it, do it again, compare, rename, delete with undo.
class RunList : public QWidget {
    Q_OBJECT

public:
    explicit RunList(runs::RunHistory& history, QWidget* parent = nullptr);

    RunModel* model() const { return m_model; }
    QString current() const; ///< id; empty: none
    void choose(const QString& id);

Q_SIGNALS:
    /// Show its curves and captions.
    void shown(const QString& id);
    void resumeRequested(const QString& id);
    /// A new run with its settings.
    void repeatRequested(const QString& id);
    void compareRequested(const QStringList& ids);
    void failed(const rb::Error& error);

private:
    void suitButtons();
    void remove();

    runs::RunHistory& m_history;
    RunModel* m_model;
    QTreeView* m_view;
    QPushButton* m_resume;
    QPushButton* m_repeat;
    QPushButton* m_queue;
    QPushButton* m_delete;
    UndoStrip* m_undo;
};

} // namespace rb::ui
