#include "ui/gallery/gallery_model.h"

#include <QFileInfo>

#include <algorithm>

namespace rb::ui {

GalleryModel::GalleryModel(Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_thumbnails(192) {
    connect(&workspace, &Workspace::projectChanged, this, &GalleryModel::reload);
    connect(&workspace, &Workspace::changed, this, &GalleryModel::refresh);
    connect(&m_thumbnails, &ThumbnailStore::ready, this, [this](const QString& file) {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (m_rows[i].file == file) {
                const QModelIndex changed = index(static_cast<int>(i));
                Q_EMIT dataChanged(changed, changed, {Qt::DecorationRole});
            }
    });
}

GalleryModel::Row GalleryModel::rowFor(const project::Media& media) const {
    Row row{media, m_workspace.project()->filePath(media), 0, 0, 0};
    row.regions = static_cast<int>(m_workspace.project()->regionsOf(media.id).size());
    for (const project::Caption& caption : m_workspace.project()->captionsOf(media.id)) {
        if (caption.rank != 0) continue;
        if (caption.state == project::CaptionState::Accepted) ++row.accepted;
        else if (caption.state == project::CaptionState::Draft) ++row.drafts;
    }
    return row;
}

void GalleryModel::reload() {
    beginResetModel();
    m_rows.clear();
    for (const project::Media& media : m_workspace.project()->allMedia()) m_rows.push_back(rowFor(media));
    endResetModel();
}

void GalleryModel::refresh(const project::ChangeSummary& summary) {
    if (!summary.media.isEmpty()) {
        reload();
        return;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!summary.touchedMedia.contains(m_rows[i].media.id)) continue;
        m_rows[i] = rowFor(m_rows[i].media);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

int GalleryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QModelIndex GalleryModel::indexOf(project::Id media) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.media.id == media; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return QFileInfo(row.media.path).fileName();
    case Qt::DecorationRole: return m_thumbnails.thumbnail(row.file);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return tr("%1, %2 × %3 pixels, %4 regions, %5 drafts, %6 accepted").arg(row.media.path).arg(row.media.width)
            .arg(row.media.height).arg(row.regions).arg(row.drafts).arg(row.accepted);
    case IdRole: return row.media.id;
    case RegionCountRole: return row.regions;
    case DraftCountRole: return row.drafts;
    case AcceptedCountRole: return row.accepted;
    default: return {};
    }
}

} // namespace rb::ui
