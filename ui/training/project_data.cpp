#include "ui/training/project_data.h"

#include "core/project/caption_edits.h"
#include "core/query/select.h"

#include <QImageReader>
#include <QSet>

namespace rb::ui {
namespace {

/// Calls `each` with the accepted captions that a query finds, and their media and regions.
template <typename Each>
Status forEachAccepted(const project::Project& project, const QString& text, const Each& each) {
    const auto query = query::parse(text);
    if (!query.ok()) return query.error();
    const auto rows = query::select(project.database(), *query);
    if (!rows.ok()) return rows.error();
    QHash<project::Id, project::Media> media;
    for (const query::Row& row : *rows) {
        const auto caption = row.caption ? project.caption(row.caption) : std::nullopt;
        if (!caption || caption->state != project::CaptionState::Accepted) continue;
        if (!media.contains(row.media)) media.insert(row.media, project.media(row.media).value_or(project::Media()));
        const project::Media& medium = media[row.media];
        if (medium.kind == project::MediaKind::Image) each(*caption, medium);
    }
    return {};
}

Result<DataCounts> count(const project::Project& project, const QString& text) {
    DataCounts counts;
    QSet<project::Id> pictures;
    const Status read = forEachAccepted(project, text, [&](const project::Caption&, const project::Media& media) {
        pictures.insert(media.id);
        if (media.split == QLatin1String("val")) ++counts.val;
        else if (media.split == QLatin1String("test")) ++counts.test;
        else ++counts.train;
    });
    if (!read.ok()) return read.error();
    counts.pictures = static_cast<int>(pictures.size());
    return counts;
}

Result<std::vector<runs::RunItem>> items(const project::Project& project, const QString& text) {
    std::vector<runs::RunItem> found;
    const Status read = forEachAccepted(project, text, [&](const project::Caption& caption, const project::Media& media) {
        runs::RunItem item{caption.media, caption.region, project.filePath(media), std::nullopt, caption.text, media.split};
        if (caption.region)
            if (const auto region = project.region(caption.region)) item.box = region->box();
        found.push_back(std::move(item));
    });
    if (!read.ok()) return read.error();
    return found;
}

QPixmap picture(const runs::RunItem& item, QSize size) {
    QImageReader reader(item.picture);
    reader.setAutoTransform(true);
    QImage image = reader.read();
    if (item.box) image = image.copy(QRectF(item.box->x, item.box->y, item.box->width, item.box->height).toAlignedRect().intersected(image.rect()));
    return image.isNull() ? QPixmap() : QPixmap::fromImage(image.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

} // namespace

DataSource projectData(Workspace& workspace) {
    return {[&workspace](const QString& query) { return count(*workspace.project(), query); },
            [&workspace](const QString& query) { return items(*workspace.project(), query); }, picture};
}

} // namespace rb::ui
