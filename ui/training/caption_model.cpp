#include "ui/training/caption_model.h"

#include <cmath>

namespace rb::ui {

void CaptionModel::show(std::vector<runs::CaptionPair> pairs, const std::array<QString, 2>& names, std::function<QPixmap(const QString&)> picture) {
    beginResetModel();
    m_pairs = std::move(pairs);
    m_names = names;
    m_picture = std::move(picture);
    endResetModel();
}

void CaptionModel::picturesChanged() {
    if (!m_pairs.empty()) Q_EMIT dataChanged(index(0, Region), index(rowCount() - 1, Region), {Qt::DecorationRole});
}

QVariant CaptionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const runs::CaptionPair& shown = pair(index.row());
    const double gain = shown.scores[1] - shown.scores[0];
    if (role == Qt::DecorationRole && index.column() == Region && m_picture) return m_picture(shown.id);
    if (role == Qt::TextAlignmentRole) return int(index.column() == Gain ? Qt::AlignRight | Qt::AlignTop : Qt::AlignLeft | Qt::AlignTop);
    if (role == Qt::ToolTipRole && index.column() == Gain) return tr("CIDEr %1 before, %2 now").arg(shown.scores[0], 0, 'f', 2).arg(shown.scores[1], 0, 'f', 2);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
    case Region: return role == Qt::DisplayRole && m_picture ? QVariant() : QVariant(shown.id);
    case Human: return shown.human;
    case Before: return shown.texts[0];
    case Now: return shown.texts[1];
    default: break;
    }
    return std::abs(gain) < 0.005 ? QStringLiteral("0") : QStringLiteral("%1%2").arg(gain > 0 ? QStringLiteral("+") : QStringLiteral("−")).arg(std::abs(gain), 0, 'f', 2);
}

QVariant CaptionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Region: return tr("Region");
    case Human: return tr("A person");
    case Before: return m_names[0];
    case Now: return m_names[1];
    default: return tr("CIDEr");
    }
}

} // namespace rb::ui
