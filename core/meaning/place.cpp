#include "core/meaning/place.h"

namespace rb::meaning {

Place placeOf(const project::Database& project, project::Id id) {
    project::Statement region(project.handle(), "SELECT media FROM region WHERE id=?");
    if (region.bind(id).next()) return {region.integer(0), id};
    project::Statement media(project.handle(), "SELECT id FROM media WHERE id=?");
    return media.bind(id).next() ? Place{id, 0} : Place{0, id};
}

} // namespace rb::meaning
