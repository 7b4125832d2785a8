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

/// For the reading thread.
Result<DataCounts> count(const project::Database& database, const QString& text) {
    if (const auto alone = query::parse(text); !alone.ok()) return alone.error(); // its faults have the places that were typed
    const QString wanted = QStringLiteral("state:accepted kind:image");
    const auto rows = query::select(database, *query::parse(text.isEmpty() ? wanted : QStringLiteral("(%1) %2").arg(text, wanted)));
    if (!rows.ok()) return rows.error();
    QHash<project::Id, QString> splits;
    project::Statement media(database.handle(), "SELECT id, split FROM media WHERE kind='image'");
    while (media.next()) splits.insert(media.integer(0), media.text(1));
    DataCounts counts;
    QSet<project::Id> pictures;
    for (const query::Row& row : *rows) {
        const QString split = splits.value(row.media);
        ++(split == QLatin1String("val") ? counts.val : split == QLatin1String("test") ? counts.test : counts.train);
        pictures.insert(row.media);
    }
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
    return {[&workspace](const QObject* asker, const QString& query, std::function<void(const Result<DataCounts>&)> answer) {
                workspace.reader().ask(asker, [query](const project::Database& database) { return count(database, query); }, std::move(answer));
            },
            [&workspace](const QString& query) { return items(*workspace.project(), query); }, picture};
}

} // namespace rb::ui
