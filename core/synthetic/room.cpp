#include "core/synthetic/room.h"

#include "core/synthetic/furniture.h"

#include <algorithm>
#include <cmath>

namespace rb::synthetic {
namespace {

constexpr int kTries = 40;                     ///< places tried for one piece
constexpr std::size_t kSpares = 6;             ///< further pieces tried in place of those that found none
constexpr std::uint32_t kWall = 1, kFloor = 2; ///< NYU40

using Color = std::array<int, 3>;

struct Piece {
    Furniture furniture;
    double x = 0, y = 0; ///< of the footprint's middle
};

/// The floor lies around the origin; the walls stand at one end of each axis.
struct Room {
    Vector3 size{};
    double wallSide[2] = {1, 1}; ///< −1 or 1: where along x and y
};

bool apart(const Piece& a, const Piece& b, double gap) {
    const Vector3 &sizeA = a.furniture.size, &sizeB = b.furniture.size;
    return std::abs(a.x - b.x) >= (sizeA[0] + sizeB[0]) / 2 + gap ||
           std::abs(a.y - b.y) >= (sizeA[1] + sizeB[1]) / 2 + gap;
}

bool findPlace(Piece& piece, const Room& room, const std::vector<Piece>& others, double gap, Random& random) {
    const double x = (room.size[0] - piece.furniture.size[0]) / 2 - gap,
                 y = (room.size[1] - piece.furniture.size[1]) / 2 - gap;
    for (int i = 0; i < kTries && x > 0 && y > 0; ++i) {
        piece.x = random.between(-x, x), piece.y = random.between(-y, y);
        if (std::all_of(others.begin(), others.end(),
                        [&](const Piece& other) { return apart(piece, other, gap); }))
            return true;
    }
    return false;
}

std::vector<Piece> furnished(const Room& room, const RoomOptions& options, Random& random) {
    std::vector<Piece> pieces;
    const auto count = static_cast<std::size_t>(random.whole(options.minObjects, options.maxObjects));
    for (std::size_t i = 0; i < count + kSpares && pieces.size() < count; ++i) {
        Piece piece{makeFurniture(random.below(furnitureKinds().size()), random)};
        if (findPlace(piece, room, pieces, options.minGap, random)) pieces.push_back(std::move(piece));
    }
    return pieces;
}

/// Appends points with their labels.
class Points {
public:
    Points(RoomScene& scene, double noise, Random& random)
        : m_scene(scene), m_noise(noise), m_random(random) {}

    void add(const SurfacePoint& point, const Color& color, std::uint32_t instance, std::uint32_t semantic) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            m_scene.cloud.positions.push_back(
                static_cast<float>(point.position[axis] + m_noise * m_random.bell()));
            m_scene.cloud.colors.push_back(
                static_cast<std::uint8_t>(std::clamp(color[axis] + m_random.whole(-8, 8), 0, 255)));
            m_scene.normals.push_back(static_cast<float>(point.normal[axis]));
        }
        m_scene.instances.push_back(instance);
        m_scene.semantics.push_back(semantic);
    }

private:
    RoomScene& m_scene;
    double m_noise;
    Random& m_random;
};

Color anyColor(Random& random) {
    return {random.whole(30, 225), random.whole(30, 225), random.whole(30, 225)};
}

/// 0 and 1 are the walls across x and y, 2 the floor.
SurfacePoint onStructure(const Room& room, std::size_t axis, Random& random) {
    SurfacePoint point;
    point.position = {random.between(-0.5, 0.5) * room.size[0], random.between(-0.5, 0.5) * room.size[1],
                      random.between(0, room.size[2])};
    if (axis == 2)
        point.position[2] = 0;
    else
        point.position[axis] = room.wallSide[axis] * room.size[axis] / 2;
    point.normal[axis] = axis == 2 ? 1 : -room.wallSide[axis];
    return point;
}

void addStructure(const Room& room, std::size_t count, Points& points, Random& random) {
    const double walls[2] = {room.size[1] * room.size[2], room.size[0] * room.size[2]};
    const double floor = room.size[0] * room.size[1], total = floor + walls[0] + walls[1];
    const Color floorColor = anyColor(random), wallColor = anyColor(random);
    for (std::size_t i = 0; i < count; ++i) {
        const double at = random.unit() * total;
        const std::size_t axis = at < walls[0] ? 0 : at < walls[0] + walls[1] ? 1 : 2;
        points.add(onStructure(room, axis, random), axis == 2 ? floorColor : wallColor, kNoObject,
                   axis == 2 ? kFloor : kWall);
    }
}

/// By the root of the area: a bin among beds keeps enough points to be known by.
std::vector<std::size_t> shares(const std::vector<Piece>& pieces, std::size_t count) {
    std::vector<double> upTo;
    double total = 0;
    for (const Piece& piece : pieces) {
        double sum = 0;
        for (const Solid& solid : piece.furniture.solids)
            sum += area(solid);
        upTo.push_back(total += std::sqrt(sum));
    }
    std::vector<std::size_t> all;
    std::size_t given = 0;
    for (const double part : upTo) {
        const auto end = static_cast<std::size_t>(std::llround(part / total * static_cast<double>(count)));
        all.push_back(end - given);
        given = end;
    }
    return all;
}

void addPieces(const std::vector<Piece>& pieces, std::size_t count, Points& points, Random& random) {
    const std::vector<std::size_t> counts = shares(pieces, count);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Color color = anyColor(random);
        const int nyu40Id = furnitureKinds()[pieces[i].furniture.kind].nyu40Id;
        for (SurfacePoint point : pointsOn(pieces[i].furniture.solids, counts[i], random)) {
            point.position[0] += pieces[i].x;
            point.position[1] += pieces[i].y;
            points.add(point, color, static_cast<std::uint32_t>(i + 1), static_cast<std::uint32_t>(nyu40Id));
        }
    }
}

std::string captionOf(const std::vector<Piece>& pieces, std::size_t index, CaptionStyle style) {
    const Piece& piece = pieces[index];
    if (pieces.size() == 1) return emptyRoomCaption(style, piece.furniture.noun);
    const auto distance = [&](const Piece& other) {
        return std::hypot(other.x - piece.x, other.y - piece.y);
    };
    std::size_t best = index == 0 ? 1 : 0;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (i != index && distance(pieces[i]) < distance(pieces[best])) best = i;
    return relationCaption(style, piece.furniture.noun, Relation::NextTo, pieces[best].furniture.noun);
}

} // namespace

RoomScene makeRoom(const RoomOptions& options, std::uint64_t seed, std::uint64_t index) {
    Random random(seed, "room", index);
    Room room{{random.between(3.6, 6.0), random.between(3.2, 5.2), random.between(2.4, 2.8)}, {1, 1}};
    for (double& side : room.wallSide)
        side = random.chance(0.5) ? 1 : -1;
    const std::vector<Piece> pieces = furnished(room, options, random);
    RoomScene scene;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Furniture& furniture = pieces[i].furniture;
        scene.objects.push_back({{{pieces[i].x, pieces[i].y, furniture.size[2] / 2}, furniture.size, 0},
                                 furniture.noun.name,
                                 furnitureKinds()[furniture.kind].nyu40Id,
                                 captionOf(pieces, i, options.style)});
    }
    Points points(scene, options.noise, random);
    const std::size_t structure = pieces.empty() ? options.points : options.points / 3;
    addStructure(room, structure, points, random);
    addPieces(pieces, options.points - structure, points, random);
    return scene;
}

} // namespace rb::synthetic
