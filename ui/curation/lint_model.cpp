#include "ui/curation/lint_model.h"

#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

namespace rb::ui {

// The internal id of an index: 0 of a group, otherwise the group's row and one.
static std::size_t groupNumber(const QModelIndex& index) {
    return static_cast<std::size_t>(index.internalId() ? index.internalId() - 1 : static_cast<quintptr>(index.row()));
}

void LintModel::show(const project::Project* project, std::vector<FindingGroup> groups) {
    beginResetModel();
    m_project = project;
    m_groups = std::move(groups);
    endResetModel();
}

QModelIndex LintModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr{0});
}

QModelIndex LintModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return {};
    return createIndex(static_cast<int>(groupNumber(index)), 0, quintptr{0});
}

int LintModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_groups.size());
    if (parent.internalId() != 0 || parent.column() != 0) return 0;
    return static_cast<int>(m_groups[groupNumber(parent)].rows.size());
}

int LintModel::columnCount(const QModelIndex&) const { return 2; }

QVariant LintModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const FindingGroup& group = m_groups[groupNumber(index)];
    const bool isGroup = index.internalId() == 0;
    if (role == QueryRole) return group.query;
    if (role == CaptionRole) return isGroup ? project::Id{0} : group.rows[static_cast<std::size_t>(index.row())].caption;
    if (role == Qt::ForegroundRole && index.column() == 1) return QGuiApplication::palette().brush(QPalette::PlaceholderText);
    if (role == Qt::FontRole && isGroup && index.column() == 0) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    if (isGroup) return groupText(group, index.column());
    const FoundCaption& found = group.rows[static_cast<std::size_t>(index.row())];
    return index.column() == 0 ? captionText(found.caption) : found.detail;
}

QVariant LintModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    return section == 0 ? tr("Caption") : tr("Finding");
}

QVariant LintModel::groupText(const FindingGroup& group, int column) const {
    if (column == 0) return group.title;
    const QLocale locale;
    const auto listed = static_cast<qint64>(group.rows.size());
    if (listed < group.count) return tr("%1, the first %2 are listed").arg(locale.toString(group.count), locale.toString(listed));
    return locale.toString(group.count);
}

QString LintModel::captionText(project::Id id) const {
    const auto caption = m_project->caption(id);
    if (!caption) return tr("(deleted)");
    const QString text = caption->text.simplified();
    return text.isEmpty() ? tr("(no words)") : text;
}

} // namespace rb::ui
