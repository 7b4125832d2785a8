#include "ui/training/run_list.h"

#include "ui/training/run_model.h"
#include "ui/training/undo_strip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>

namespace rb::ui {

RunList::RunList(runs::RunHistory& history, QWidget* parent)
    : QWidget(parent), m_history(history), m_model(new RunModel(history, this)), m_view(new QTreeView), m_resume(new QPushButton(tr("Go on"))),
      m_repeat(new QPushButton(tr("Same settings again"))), m_queue(new QPushButton(tr("Take out of the queue"))), m_delete(new QPushButton(tr("Delete"))),
      m_undo(new UndoStrip) {
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAccessibleName(tr("Runs"));
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setStretchLastSection(true);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    auto* remove = new QAction(tr("Delete"), m_view);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(remove);
    m_view->setToolTip(tr("A tick lays its curves beside those that are watched. F2 renames."));

    auto* buttons = new QHBoxLayout;
    for (QPushButton* one : {m_resume, m_repeat, m_queue, m_delete}) buttons->addWidget(one);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(buttons);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_undo);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RunList::suitButtons);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RunList::suitButtons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RunList::suitButtons);
    connect(m_model, &RunModel::failed, this, &RunList::failed);
    connect(m_model, &RunModel::tickedChanged, this, [this] { Q_EMIT compareRequested(m_model->ticked()); });
    connect(m_view, &QTreeView::activated, this, [this] { Q_EMIT shown(current()); });
    connect(m_resume, &QPushButton::clicked, this, [this] { Q_EMIT resumeRequested(current()); });
    connect(m_repeat, &QPushButton::clicked, this, [this] { Q_EMIT repeatRequested(current()); });
    connect(m_queue, &QPushButton::clicked, this, [this] {
        if (const Status out = m_history.setQueued(current(), false); !out.ok()) Q_EMIT failed(out.error());
    });
    connect(m_delete, &QPushButton::clicked, this, &RunList::remove);
    connect(remove, &QAction::triggered, this, &RunList::remove);
    suitButtons();
}

QString RunList::current() const {
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_model->run(index.row()).id : QString();
}

void RunList::choose(const QString& id) {
    if (const int row = m_model->rowOf(id); row >= 0) m_view->setCurrentIndex(m_model->index(row, 0));
}

void RunList::suitButtons() {
    const QModelIndex index = m_view->currentIndex();
    const runs::Run* run = index.isValid() ? &m_model->run(index.row()) : nullptr;
    const bool waits = run && run->queued && !run->active();
    m_resume->setEnabled(run && (run->resumable() || waits));
    m_repeat->setEnabled(run != nullptr);
    m_queue->setEnabled(waits);
    m_delete->setEnabled(run && !run->active());
}

void RunList::remove() {
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid()) return;
    const runs::Run run = m_model->run(index.row());
    if (const Status removed = m_history.remove(run.id); !removed.ok()) {
        Q_EMIT failed(removed.error());
        return;
    }
    m_undo->offer(tr("The run “%1” was deleted.").arg(run.name), [this, id = run.id] {
        if (const Status back = m_history.restore(id); !back.ok()) Q_EMIT failed(back.error());
    });
}

} // namespace rb::ui
