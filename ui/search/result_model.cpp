#include "ui/search/result_model.h"

#include "core/project/caption_edits.h"

#include <QFileInfo>
#include <QRectF>
#include <QSize>

#include <algorithm>
#include <cmath>

namespace rb::ui {

static constexpr int kKept = 4000;

ResultModel::ResultModel(Workspace& workspace, ThumbnailStore& thumbnails, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_thumbnails(thumbnails), m_shown(kKept) {
    connect(&workspace, &Workspace::changed, this, &ResultModel::forget);
    connect(&thumbnails, &ThumbnailStore::ready, this, [this](const QString& file) {
        // Only rows that were looked at can wait for a thumbnail.
        for (const int row : m_shown.keys())
            if (const Shown* known = m_shown.object(row); known && known->file == file && row < rowCount())
                Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
}

void ResultModel::setRows(std::vector<query::Row> rows) {
    beginResetModel();
    m_shown.clear();
    m_rows = std::move(rows);
    endResetModel();
}

void ResultModel::forget(const project::ChangeSummary& summary) {
    for (const int row : m_shown.keys()) {
        const Shown* known = m_shown.object(row);
        if (!known || !summary.touchedMedia.contains(known->media.id)) continue;
        m_shown.remove(row);
        if (row < rowCount()) Q_EMIT dataChanged(index(row), index(row));
    }
}

int ResultModel::rowOf(project::Id media, project::Id region) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const query::Row& row) { return row.media == media && row.region == region; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ResultModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

const ResultModel::Shown& ResultModel::shown(int row) const {
    if (const Shown* known = m_shown.object(row)) return *known;
    const query::Row& place = m_rows[static_cast<std::size_t>(row)];
    const project::Project& project = *m_workspace.project();
    auto* read = new Shown;
    if (const auto media = project.media(place.media)) {
        read->media = *media;
        read->file = project.filePath(*media);
    }
    if (place.region) read->region = project.region(place.region);
    read->caption = project::shownCaption(project, place.media, place.region);
    m_shown.insert(row, read); // the cache owns it
    return *read;
}

static QString stateName(const std::optional<project::Caption>& caption) {
    if (!caption) return {};
    switch (caption->state) {
    case project::CaptionState::Accepted: return ResultModel::tr("accepted");
    case project::CaptionState::Rejected: return ResultModel::tr("rejected");
    case project::CaptionState::Draft: break;
    }
    return ResultModel::tr("draft");
}

QVariant ResultModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Shown& row = shown(index.row());
    const QString text = row.caption ? row.caption->text : tr("no caption");
    const geometry::Box2 box = row.region ? row.region->box() : geometry::Box2{0, 0, double(row.media.width), double(row.media.height)};
    switch (role) {
    case Qt::DisplayRole:
    case CaptionTextRole: return text;
    case Qt::DecorationRole: return m_thumbnails.thumbnail(row.file);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: return QStringLiteral("%1: %2, %3").arg(QFileInfo(row.media.path).fileName(), text, stateName(row.caption));
    case MediaRole: return m_rows[static_cast<std::size_t>(index.row())].media;
    case RegionRole: return m_rows[static_cast<std::size_t>(index.row())].region;
    case StateRole: return row.caption ? static_cast<int>(row.caption->state) : -1;
    case LabelRole: return row.region ? row.region->label : tr("whole picture");
    case BoxRole: return QRectF(box.x, box.y, box.width, box.height);
    case PictureSizeRole: return QSize(row.media.width, row.media.height);
    case ScoreRole: return row.caption && row.caption->score ? QVariant(std::exp(*row.caption->score)) : QVariant();
    default: return {};
    }
}

} // namespace rb::ui
