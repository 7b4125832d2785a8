#include "ui/training/project_data.h"

#include "core/project/caption_edits.h"
#include "core/query/select.h"
#include "ui/gallery/cloud_thumbnail.h"

#include <QImageReader>
#include <QSet>

#include <algorithm>

namespace rb::ui {
namespace {

/// For the reading thread.
Result<DataCounts> count(const project::Database& database, const QString& text) {
    if (const auto alone = query::parse(text); !alone.ok()) return alone.error(); // its faults have the places that were typed
    const QString wanted = QStringLiteral("state:accepted");
    const auto rows = query::select(database, *query::parse(text.isEmpty() ? wanted : QStringLiteral("(%1) %2").arg(text, wanted)));
    if (!rows.ok()) return rows.error();
    struct Medium {
        QString split;
        bool cloud = false;
    };
    QHash<project::Id, Medium> media;
    project::Statement all(database.handle(), "SELECT id, split, kind FROM media");
    while (all.next()) media.insert(all.integer(0), {all.text(1), all.text(2) == QLatin1String("cloud")});
    DataCounts counts;
    QSet<project::Id> seen;
    for (const query::Row& row : *rows) {
        const Medium medium = media.value(row.media);
        ++(medium.split == QLatin1String("val") ? counts.val : medium.split == QLatin1String("test") ? counts.test : counts.train);
        if (seen.contains(row.media)) continue;
        seen.insert(row.media);
        ++(medium.cloud ? counts.clouds : counts.pictures);
    }
    return counts;
}

Result<std::vector<runs::RunItem>> items(const project::Project& project, const QString& text) {
    const auto query = query::parse(text);
    if (!query.ok()) return query.error();
    const auto rows = query::select(project.database(), *query);
    if (!rows.ok()) return rows.error();
    std::vector<runs::RunItem> found;
    QHash<project::Id, project::Media> media;
    for (const query::Row& row : *rows) {
        const auto caption = row.caption ? project.caption(row.caption) : std::nullopt;
        if (!caption || caption->state != project::CaptionState::Accepted) continue;
        if (!media.contains(row.media)) media.insert(row.media, project.media(row.media).value_or(project::Media()));
        const project::Media& medium = media[row.media];
        const bool cloud = medium.kind == project::MediaKind::Cloud;
        runs::RunItem item{caption->media, caption->region, project.filePath(medium), cloud, {}, {}, caption->text, medium.split};
        const auto region = caption->region ? project.region(caption->region) : std::nullopt;
        if (region && region->cloud) item.box3 = region->cloud->box;
        else if (region) item.box = region->box();
        found.push_back(std::move(item));
    }
    return found;
}

QImage picture(const runs::RunItem& item, QSize size) {
    if (item.cloud) return cloudThumbnail(item.file, std::min(size.width(), size.height()), item.box3);
    QImageReader reader(item.file);
    reader.setAutoTransform(true);
    QImage image = reader.read();
    if (item.box) image = image.copy(QRectF(item.box->x, item.box->y, item.box->width, item.box->height).toAlignedRect().intersected(image.rect()));
    return image.isNull() ? image : image.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace

DataSource projectData(Workspace& workspace) {
    return {[&workspace](const QObject* asker, const QString& query, std::function<void(const Result<DataCounts>&)> answer) {
                workspace.reader().ask(asker, [query](const project::Database& database) { return count(database, query); }, std::move(answer));
            },
            [&workspace](const QString& query) { return items(*workspace.project(), query); }, picture};
}

} // namespace rb::ui
