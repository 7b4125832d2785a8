#include "ui/region_panel/region_model.h"

#include "ui/image_view/canvas_region.h"
#include "ui/theme/theme.h"

#include <QHash>

#include <cmath>

namespace rb::ui {

RegionModel::RegionModel(Workspace& workspace, CaptionFlow& flow, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_flow(flow) {
    connect(&workspace, &Workspace::projectChanged, this, &RegionModel::reload);
    connect(&workspace, &Workspace::currentMediaChanged, this, &RegionModel::reload);
    connect(&flow, &CaptionFlow::runningChanged, this, &RegionModel::reload);
    connect(&workspace, &Workspace::changed, this, [this](const project::ChangeSummary& summary) {
        if (summary.touchedMedia.contains(m_workspace.currentMedia())) reload();
    });
    connect(&flow, &CaptionFlow::grew, this, [this](project::Id, project::Id region, const QString& text) {
        const QModelIndex grown = indexOf(region);
        if (!grown.isValid()) return;
        m_rows[static_cast<std::size_t>(grown.row())].growing = text;
        Q_EMIT dataChanged(grown, grown);
    });
}

void RegionModel::reload() {
    if (!m_workspace.project()) return;
    beginResetModel();
    m_rows.clear();
    const project::Id media = m_workspace.currentMedia();
    QHash<project::Id, project::Caption> shown;
    for (const project::Caption& caption : m_workspace.project()->captionsOf(media))
        if (caption.rank == 0) shown.insert(caption.region, caption);
    for (const project::Region& region : m_workspace.project()->regionsOf(media)) {
        const auto caption = shown.constFind(region.id);
        m_rows.push_back({region, caption == shown.constEnd() ? std::nullopt : std::optional(*caption), {}});
    }
    endResetModel();
}

int RegionModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QModelIndex RegionModel::indexOf(project::Id region) const {
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].region.id == region) return index(static_cast<int>(i));
    return {};
}

QString RegionModel::captionText(const Row& row) const {
    if (m_flow.isRunning(row.region.media, row.region.id)) return row.growing + QStringLiteral(" ▌");
    return row.caption ? row.caption->text : tr("no caption yet");
}

QVariant RegionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return captionText(row);
    case Qt::ToolTipRole:
        return tr("%1 × %2 pixels at %3, %4").arg(row.region.box().width).arg(row.region.box().height).arg(row.region.box().x).arg(row.region.box().y);
    case IdRole: return row.region.id;
    case StateRole:
        if (m_flow.isRunning(row.region.media, row.region.id)) return int{CanvasRegion::Running};
        if (!row.caption) return int{CanvasRegion::None};
        return row.caption->state == project::CaptionState::Accepted   ? int{CanvasRegion::Accepted}
               : row.caption->state == project::CaptionState::Rejected ? int{CanvasRegion::Rejected}
                                                                        : int{CanvasRegion::Draft};
    case ScoreRole:
        if (row.caption && row.caption->score && row.caption->source == project::CaptionSource::Model)
            return std::exp(*row.caption->score);
        return {};
    default: return {};
    }
}

} // namespace rb::ui
