#include "core/project/edit_writer.h"
#include "core/project/rows.h"

namespace rb::project {

Id Edit::insert(Media media) {
    media.id = m_writer.newId();
    if (!m_writer.failed()) m_writer.keep(insertRow(m_writer.statements(), media));
    return media.id;
}

Id Edit::insert(Region region) {
    region.id = m_writer.newId();
    if (region.order == 0) region.order = region.id;
    if (!m_writer.failed()) m_writer.keep(insertRow(m_writer.statements(), region));
    return region.id;
}

Id Edit::insert(Caption caption) {
    caption.id = m_writer.newId();
    // Imported captions bring their times.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!caption.createdAt.isValid()) caption.createdAt = now;
    if (!caption.changedAt.isValid()) caption.changedAt = now;
    if (!m_writer.failed()) m_writer.keep(insertRow(m_writer.statements(), caption));
    return caption.id;
}

void Edit::update(const Media& media) {
    if (!m_writer.failed()) m_writer.keep(updateRow(m_writer.statements(), media));
}

void Edit::update(const Region& region) {
    if (!m_writer.failed()) m_writer.keep(updateRow(m_writer.statements(), region));
}

void Edit::update(const Caption& caption) {
    Caption changed = caption;
    changed.changedAt = QDateTime::currentDateTimeUtc();
    if (!m_writer.failed()) m_writer.keep(updateRow(m_writer.statements(), changed));
}

static void remove(Edit::Writer& writer, std::initializer_list<const char*> statements, Id id) {
    for (const char* sql : statements)
        if (!writer.failed()) writer.keep(writer.statements().get(sql).bind(id).run());
}

// Written out, not cascaded, so that the changeset holds every row.
void Edit::removeMedia(Id id) {
    remove(m_writer, {"DELETE FROM caption WHERE media=?", "DELETE FROM region WHERE media=?", "DELETE FROM media WHERE id=?"}, id);
}

void Edit::removeRegion(Id id) {
    remove(m_writer, {"DELETE FROM caption WHERE region=?", "DELETE FROM region WHERE id=?"}, id);
}

void Edit::removeCaption(Id id) { remove(m_writer, {"DELETE FROM caption WHERE id=?"}, id); }

void Edit::fail(const Error& error) { m_writer.keep(error); }

} // namespace rb::project
