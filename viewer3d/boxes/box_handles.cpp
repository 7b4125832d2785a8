#include "viewer3d/boxes/box_handles.h"

#include "viewer3d/boxes/box_changes.h"
#include "viewer3d/boxes/ray_meets.h"

#include <algorithm>
#include <numbers>

namespace rb::viewer3d {
namespace {

constexpr double kReach = 11; // pixels
constexpr Vec3d kZ{0, 0, 1};

bool isSide(BoxHandle handle) { return handle >= BoxHandle::MinX && handle <= BoxHandle::MaxZ; }

std::size_t axisOf(BoxHandle side) { return std::size_t(int(side) - int(BoxHandle::MinX)) / 2; }
double signOf(BoxHandle side) { return (int(side) - int(BoxHandle::MinX)) % 2 ? 1 : -1; }

Vec3d normalOf(const geometry::Box3& box, BoxHandle side) {
    const BoxAxes axes = axesOf(box);
    const Vec3d& axis = axisOf(side) == 0 ? axes.x : axisOf(side) == 1 ? axes.y : axes.z;
    return axis * signOf(side);
}

bool faces(const geometry::Box3& box, BoxHandle handle, const Projection& projection) {
    if (!isSide(handle)) return true;
    const Camera& camera = projection.camera();
    const Vec3d toEye = camera.parallel ? camera.position - camera.focal : camera.position - placeOf(box, handle);
    return dot(normalOf(box, handle), toEye) > 0;
}

double angleOf(const Vec3d& way) { return std::atan2(way[1], way[0]); }

} // namespace

Vec3d placeOf(const geometry::Box3& box, BoxHandle handle) {
    Vec3d own{};
    if (isSide(handle)) own[axisOf(handle)] = signOf(handle) * box.size[axisOf(handle)] / 2;
    if (handle == BoxHandle::Turn) own[0] = box.size[0] / 2 + 0.35 * std::max(box.size[0], box.size[1]);
    return fromBox(box, own);
}

std::vector<HandleDot> handleDots(const geometry::Box3& box, const Projection& projection) {
    std::vector<HandleDot> dots;
    for (int i = int(BoxHandle::MinX); i <= int(BoxHandle::Turn); ++i) {
        const auto handle = BoxHandle(i);
        if (const auto at = projection.toScreen(placeOf(box, handle)))
            dots.push_back({handle, {at->x, at->y}, faces(box, handle, projection)});
    }
    std::stable_partition(dots.begin(), dots.end(), [](const HandleDot& dot) { return !dot.facing; });
    return dots;
}

BoxHandle handleAt(const geometry::Box3& box, const Projection& projection, QPointF pos) {
    BoxHandle found = BoxHandle::None;
    for (const HandleDot& dot : handleDots(box, projection)) {
        const QPointF way = dot.pos - pos;
        if (std::hypot(way.x(), way.y()) <= kReach) found = dot.handle;
    }
    return found;
}

BoxDrag::BoxDrag(qint64 id, const geometry::Box3& box, BoxHandle handle, const Projection& projection, QPointF pos)
    : m_id(id), m_handle(handle), m_original(box), m_box(box) {
    const Ray ray = projection.rayAt(pos.x(), pos.y());
    const Vec3d place = placeOf(box, handle);
    m_grabbed = place;
    if (isSide(handle)) {
        const Vec3d normal = normalOf(box, handle);
        if (const auto along = alongLine(place, normal, ray)) m_grabbed = place + normal * *along;
    } else if (const auto met = onPlane(place, kZ, ray)) {
        m_grabbed = *met;
    }
}

void BoxDrag::moveTo(const Projection& projection, QPointF pos, bool upright, bool inSteps) {
    const Ray ray = projection.rayAt(pos.x(), pos.y());
    if (isSide(m_handle)) m_box = withSideAt(ray);
    if (m_handle == BoxHandle::Move) m_box = movedTo(ray, upright);
    if (m_handle == BoxHandle::Turn) m_box = turnedTo(ray, inSteps);
}

geometry::Box3 BoxDrag::withSideAt(const Ray& ray) const {
    const Vec3d normal = normalOf(m_original, m_handle);
    const auto along = alongLine(m_grabbed, normal, ray);
    return along ? withSideMoved(m_original, int(axisOf(m_handle)), signOf(m_handle) > 0, *along) : m_box;
}

geometry::Box3 BoxDrag::movedTo(const Ray& ray, bool upright) const {
    // Seen almost along the floor a level drag would run off to the horizon.
    if (upright || std::abs(ray.direction[2]) < 0.06) {
        const auto along = alongLine(m_grabbed, kZ, ray);
        return along ? movedBy(m_original, kZ * *along) : m_box;
    }
    const auto met = onPlane(m_grabbed, kZ, ray);
    return met ? movedBy(m_original, *met - m_grabbed) : m_box;
}

geometry::Box3 BoxDrag::turnedTo(const Ray& ray, bool inSteps) const {
    const auto met = onPlane(m_original.center, kZ, ray);
    if (!met) return m_box;
    const Vec3d centre = m_original.center;
    double yaw = m_original.yaw + angleOf(*met - centre) - angleOf(m_grabbed - centre);
    constexpr double kStep = std::numbers::pi / 12;
    if (inSteps) yaw = std::round(yaw / kStep) * kStep;
    return withYaw(m_original, yaw);
}

} // namespace rb::viewer3d
