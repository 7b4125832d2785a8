#include "ui/curation/tree_place.h"

#include <QScrollBar>
#include <QTreeView>

#include <algorithm>

namespace rb::ui {

TreePlace::TreePlace(const QTreeView& view) : m_scrolled(view.verticalScrollBar()->value()) {
    const QAbstractItemModel& model = *view.model();
    for (int group = 0; group < model.rowCount(); ++group)
        if (const QModelIndex index = model.index(group, 0); view.isExpanded(index)) m_open << index.data().toString();
    const QModelIndex current = view.currentIndex();
    if (!current.parent().isValid()) return;
    m_group = current.parent().data().toString();
    m_row = current.row();
}

void TreePlace::restore(QTreeView& view) const {
    const QAbstractItemModel& model = *view.model();
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex index = model.index(group, 0);
        const QString title = index.data().toString();
        view.setExpanded(index, m_open.contains(title));
        if (title == m_group && m_row >= 0 && model.rowCount(index) > 0)
            view.setCurrentIndex(model.index(std::min(m_row, model.rowCount(index) - 1), 0, index));
    }
    view.verticalScrollBar()->setValue(m_scrolled);
}

} // namespace rb::ui
