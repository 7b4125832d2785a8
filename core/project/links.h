#pragma once

#include "core/geometry/camera.h"
#include "core/project/project.h"

namespace rb::project {

/// A picture that was taken in a cloud of the project. Kept with the picture (`Media::extra`) as "camera".
struct CameraLink {
    Id cloud = 0;
    geometry::Camera camera;

    friend bool operator==(const CameraLink&, const CameraLink&) = default;
};

/// None where the picture has none, or what stands there is damaged.
std::optional<CameraLink> cameraLink(const Media& picture);
void setCameraLink(Media& picture, const CameraLink& link);

/// The region of another medium that shows the same thing: each of the two names the other in `Region::extra` as "same_as".
/// 0: none.
Id partnerOf(const Region& region);
void setPartner(Region& region, Id partner);

} // namespace rb::project
