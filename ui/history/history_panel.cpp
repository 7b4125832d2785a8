#include "ui/history/history_panel.h"

#include "ui/history/history_delegate.h"

#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace rb::ui {

using namespace std::chrono_literals;

HistoryPanel::HistoryPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_list(new QListView) {
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("History of the project"));
    auto* hint = new QLabel(tr("Click a line to go there. What is taken back can be made again."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setContentsMargins(8, 0, 8, 0);
    hint->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(8);
    layout->addWidget(m_list, 1);
    layout->addWidget(hint);

    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, &HistoryPanel::read);
    connect(&workspace, &Workspace::changed, this, [this] { m_late.start(0ms); });
    connect(&workspace, &Workspace::projectChanged, this, [this] { m_late.start(0ms); });
    connect(m_list, &QListView::clicked, this, &HistoryPanel::goTo);
    connect(m_list, &QListView::activated, this, &HistoryPanel::goTo);
}

void HistoryPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

void HistoryPanel::read() {
    if (!isVisible() || !m_workspace.project()) return;
    if (QGuiApplication::mouseButtons() != Qt::NoButton) {
        // The press itself may have made an edit, by ending a text: the line under the pointer must
        // not become another one before the button is let go.
        m_late.start(50ms);
        return;
    }
    const bool wasAtTop = m_list->verticalScrollBar()->value() == 0;
    const project::Id top = entryAtTop(), current = m_list->currentIndex().data(HistoryModel::EntryRole).toLongLong();
    const bool follows = m_list->currentIndex() == m_model.present();
    m_model.read(*m_workspace.project());
    const QModelIndex kept = follows ? m_model.present() : m_model.indexOf(current);
    m_list->selectionModel()->setCurrentIndex(kept.isValid() ? kept : m_model.present(), QItemSelectionModel::NoUpdate);
    if (wasAtTop) m_list->scrollToTop();
    else m_list->scrollTo(m_model.indexOf(top), QAbstractItemView::PositionAtTop);
}

project::Id HistoryPanel::entryAtTop() const {
    return m_list->indexAt(m_list->viewport()->rect().topLeft()).data(HistoryModel::EntryRole).toLongLong();
}

void HistoryPanel::goTo(const QModelIndex& index) {
    m_workspace.goTo(index.data(HistoryModel::EntryRole).toLongLong());
}

} // namespace rb::ui
