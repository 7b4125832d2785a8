#include "ui/curation/replace_model.h"

namespace rb::ui {

void ReplaceModel::show(query::ReplacePlan plan) {
    beginResetModel();
    m_plan = std::move(plan);
    endResetModel();
}

int ReplaceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_plan.changes.size());
}

int ReplaceModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : 2; }

QVariant ReplaceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const query::Replacement& change = m_plan.changes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return index.column() == Before ? change.before : change.after;
    case BeforeRole: return change.before;
    case AfterRole: return change.after;
    case CaptionRole: return change.caption;
    default: return {};
    }
}

QVariant ReplaceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    return section == Before ? tr("Before") : tr("After");
}

} // namespace rb::ui
