#include "ui/gallery/gallery_model.h"

#include "ui/counted_text.h"

#include <QFileInfo>
#include <QLocale>

namespace rb::ui {

static constexpr int kCountsKept = 2000;

GalleryModel::GalleryModel(Workspace& workspace, ThumbnailStore& thumbnails, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_thumbnails(thumbnails), m_counts(kCountsKept) {
    connect(&workspace, &Workspace::projectChanged, this, &GalleryModel::reload);
    connect(&workspace, &Workspace::changed, this, &GalleryModel::refresh);
    connect(&m_thumbnails, &ThumbnailStore::ready, this, [this](const QString& file) {
        const auto row = m_rowOfFile.constFind(file);
        if (row == m_rowOfFile.constEnd() || *row >= rowCount()) return;
        Q_EMIT dataChanged(index(*row), index(*row), {Qt::DecorationRole});
    });
}

void GalleryModel::showOnly(std::optional<QSet<project::Id>> media) {
    m_only = std::move(media);
    reload();
}

void GalleryModel::reload() {
    beginResetModel();
    m_counts.clear();
    m_rowOfFile.clear();
    m_rowOfMedia.clear();
    m_media = m_workspace.project() ? m_workspace.project()->allMedia() : std::vector<project::Media>();
    m_all = static_cast<int>(m_media.size());
    if (m_only) std::erase_if(m_media, [this](const project::Media& media) { return !m_only->contains(media.id); });
    for (std::size_t i = 0; i < m_media.size(); ++i) m_rowOfMedia.insert(m_media[i].id, static_cast<int>(i));
    endResetModel();
}

void GalleryModel::refresh(const project::ChangeSummary& summary) {
    if (!summary.media.isEmpty()) return reload();
    for (const project::Id media : summary.touchedMedia) {
        m_counts.remove(media);
        if (const QModelIndex changed = indexOf(media); changed.isValid()) Q_EMIT dataChanged(changed, changed);
    }
}

const GalleryModel::Counts& GalleryModel::countsOf(project::Id media) const {
    if (const Counts* known = m_counts.object(media)) return *known;
    auto* counts = new Counts;
    counts->regions = static_cast<int>(m_workspace.project()->regionsOf(media).size());
    for (const project::Caption& caption : m_workspace.project()->captionsOf(media)) {
        if (caption.rank != 0) continue;
        if (caption.state == project::CaptionState::Accepted) ++counts->accepted;
        else if (caption.state == project::CaptionState::Draft) ++counts->drafts;
    }
    m_counts.insert(media, counts); // the cache owns it
    return *counts;
}

QString GalleryModel::describe(const project::Media& media) const {
    const Counts& counts = countsOf(media.id);
    QStringList parts;
    parts << counted(counts.regions, tr("%1 region"), tr("%1 regions"));
    if (counts.drafts > 0) parts << counted(counts.drafts, tr("%1 draft"), tr("%1 drafts"));
    if (counts.accepted > 0) parts << tr("%1 accepted").arg(counts.accepted);
    if (!media.split.isEmpty()) parts << media.split;
    if (media.kind == project::MediaKind::Image) parts << QStringLiteral("%1 × %2").arg(media.width).arg(media.height);
    else if (media.pointCount > 0) parts << tr("%1 points").arg(QLocale().toString(media.pointCount));
    return parts.join(QStringLiteral(" · "));
}

int GalleryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_media.size()); }

QModelIndex GalleryModel::indexOf(project::Id media) const {
    const auto row = m_rowOfMedia.constFind(media);
    return row == m_rowOfMedia.constEnd() ? QModelIndex() : index(*row);
}

QVariant GalleryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const project::Media& media = m_media[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return QFileInfo(media.path).fileName();
    case Qt::DecorationRole: {
        const QString file = m_workspace.project()->filePath(media);
        m_rowOfFile.insert(file, index.row());
        return m_thumbnails.thumbnail(file);
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: return QStringLiteral("%1 · %2").arg(media.path, describe(media));
    case DetailRole: return describe(media);
    case UnreadableRole: return m_thumbnails.isNull(m_workspace.project()->filePath(media));
    case IdRole: return media.id;
    case RegionCountRole: return countsOf(media.id).regions;
    case DraftCountRole: return countsOf(media.id).drafts;
    case AcceptedCountRole: return countsOf(media.id).accepted;
    default: return {};
    }
}

} // namespace rb::ui
