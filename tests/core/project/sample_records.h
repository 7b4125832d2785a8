#pragma once

#include "core/project/database.h"
#include "core/project/project.h"

#include <QTest>

/// Records for tests, and what is in a project's tables.
namespace rb::project::test {

/// The value, or an empty project after a failed comparison that shows the error.
inline std::unique_ptr<Project> mustOpen(Result<std::unique_ptr<Project>> opened) {
    if (!opened.ok()) {
        qCritical("%s", opened.error().message.c_str());
        return nullptr;
    }
    return std::move(*opened);
}

inline Media picture(const QString& path) {
    Media media;
    media.path = path;
    media.byteSize = 1234;
    media.width = 640;
    media.height = 480;
    return media;
}

inline Region box(Id media, double x, const QString& label = {}) {
    Region region;
    region.media = media;
    region.shape.box = {x, 20.25, 30.125, 40};
    region.label = label;
    return region;
}

inline Caption words(Id media, Id region, const QString& text, CaptionState state = CaptionState::Draft, int rank = 0) {
    Caption caption;
    caption.media = media;
    caption.region = region;
    caption.text = text;
    caption.state = state;
    caption.rank = rank;
    return caption;
}

/// Every row of the three tables with all its columns, as SQL literals.
inline QByteArray dumpOf(const QString& path) {
    auto database = Database::open(path, false);
    if (!database.ok()) return "unreadable";
    QByteArray dump;
    const std::pair<const char*, const char*> queries[] = {
        {"media", "SELECT quote(id)||quote(root)||quote(path)||quote(byte_size)||quote(sha256)||quote(width)||"
                  "quote(height)||quote(exif_orientation)||quote(split) FROM media ORDER BY id"},
        {"region", "SELECT quote(id)||quote(media)||quote(x)||'|'||quote(y)||'|'||quote(width)||'|'||quote(height)||"
                   "quote(label)||quote(position)||quote(hidden)||quote(locked) FROM region ORDER BY id"},
        {"caption", "SELECT quote(id)||quote(media)||quote(region)||quote(text)||quote(state)||quote(source)||"
                    "quote(rank)||quote(model)||quote(adapter)||quote(options)||quote(score)||quote(token_scores)||"
                    "quote(edited_from)||quote(author)||quote(created_at)||'|'||quote(changed_at) "
                    "FROM caption ORDER BY id"}};
    for (const auto& [table, sql] : queries) {
        dump += QByteArray(table) + ":\n";
        Statement statement((*database)->handle(), sql);
        while (statement.next()) dump += statement.text(0).toUtf8() + '\n';
        if (!statement.status().ok()) dump += "failed";
    }
    return dump;
}

inline qint64 journalLength(const QString& path) {
    auto database = Database::open(path, false);
    return database.ok() ? (*database)->number("SELECT count(*) FROM journal").value_or(-1) : -1;
}

} // namespace rb::project::test
