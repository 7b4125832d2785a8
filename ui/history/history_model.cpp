#include "ui/history/history_model.h"

#include "ui/history/edit_time.h"

#include <algorithm>

namespace rb::ui {

void HistoryModel::read(const project::Project& project) {
    beginResetModel();
    m_lines = project.latestEdits(kMost);
    const bool all = static_cast<int>(m_lines.size()) < kMost;
    if (all) m_lines.push_back({0, tr("Before the first edit"), {}, false});
    const auto present = std::find_if(m_lines.begin(), m_lines.end(), [](const auto& line) { return !line.undone; });
    m_present = present == m_lines.end() ? -1 : static_cast<int>(present - m_lines.begin());
    endResetModel();
}

QModelIndex HistoryModel::indexOf(project::Id entry) const {
    const auto line = std::find_if(m_lines.begin(), m_lines.end(), [entry](const auto& l) { return l.entry == entry; });
    return line == m_lines.end() ? QModelIndex() : index(static_cast<int>(line - m_lines.begin()));
}

QModelIndex HistoryModel::present() const { return m_present < 0 ? QModelIndex() : index(m_present); }

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const project::EditLine& line = m_lines[static_cast<std::size_t>(index.row())];
    const bool isPresent = index.row() == m_present;
    switch (role) {
    case Qt::DisplayRole: return line.name;
    case Qt::AccessibleTextRole:
        if (isPresent) return tr("%1, the present state").arg(line.name);
        return line.undone ? tr("%1, taken back").arg(line.name) : line.name;
    case Qt::ToolTipRole: return line.time.isValid() ? tr("%1, %2").arg(line.name, longEditTime(line.time)) : line.name;
    case EntryRole: return line.entry;
    case TimeRole: return line.time;
    case UndoneRole: return line.undone;
    case PresentRole: return isPresent;
    default: return {};
    }
}

} // namespace rb::ui
