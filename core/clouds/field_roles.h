#pragma once

#include "core/clouds/point_batch.h"

#include <string>
#include <string_view>
#include <vector>

namespace rb::clouds {

/// What fields mean by their names, whatever their case: x y z; red green blue, r g b, diffuse_red …; rgb, rgba (packed);
/// nx ny nz, normal_x …; intensity, reflectance, remission; class, classification, label, semantic…; instance…, object_id….
/// CloudCompare's `scalar_` before a name is passed over, and its first scalar of another name is the intensity where there
/// is none. Of two fields with one meaning the first counts; a colour or normal that lacks a part counts not at all.
std::vector<Role> rolesOfNames(const std::vector<std::string>& names);

/// Whether x, y and z are all among them.
bool havePlaces(const std::vector<Role>& roles);

/// What `columns` nameless columns mean: x y z, r g b from six on, the intensity last of four or seven, and nx ny nz last of
/// nine; others nothing, and so do fewer than three.
std::vector<Role> rolesOfColumns(std::size_t columns);

/// Whether what was taken for r g b are unit vectors, as in ModelNet's text files (x y z nx ny nz).
bool colorsAreNormals(const PointBatch& sample);

/// Makes normals of the colours.
void makeColorsNormals(std::vector<Role>& roles);

} // namespace rb::clouds
