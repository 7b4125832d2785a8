#pragma once

#include "core/clouds/ply_header.h"

namespace rb::clouds {

/// A binary PLY file in which a list stands in or before the element of the points, so that each row has a length of its
/// own: it is walked from its begin. `roles` has one entry a property of the points; lists are passed over.
OpenedSource openPlyWithLists(CloudHeader cloud, PlyHeader header, std::shared_ptr<ByteSource> bytes, std::vector<Role> roles);

} // namespace rb::clouds
