#include "core/synthetic/furniture.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rb::synthetic {
namespace {

/// Solids named by the middle of their footprint, the height of their underside, and their size.
class Parts {
public:
    void box(double x, double y, double bottom, Vector3 size) { add(Form::Box, x, y, bottom, size); }
    void cylinder(double x, double y, double bottom, Vector3 size) {
        add(Form::Cylinder, x, y, bottom, size);
    }
    void ellipsoid(double x, double y, double bottom, Vector3 size) {
        add(Form::Ellipsoid, x, y, bottom, size);
    }
    /// Four, at the corners of a footprint.
    void legs(double width, double depth, double height, double thickness) {
        const double x = (width - thickness) / 2, y = (depth - thickness) / 2;
        for (const double sx : {-x, x})
            for (const double sy : {-y, y})
                box(sx, sy, 0, {thickness, thickness, height});
    }
    std::vector<Solid> solids;

private:
    void add(Form form, double x, double y, double bottom, Vector3 size) {
        solids.push_back({form, {x, y, bottom + size[2] / 2}, size});
    }
};

// Each takes the dimension that its adjective tells, in metres. The others vary less: in the unit sphere
// only proportions are left to tell a tall one by.

void chair(Parts& parts, double height, Random& random) {
    const double width = random.between(0.40, 0.52), depth = random.between(0.40, 0.50),
                 seat = random.between(0.42, 0.48);
    parts.legs(width, depth, seat, 0.045);
    parts.box(0, 0, seat, {width, depth, 0.05});
    parts.box(0, -depth / 2 + 0.02, seat + 0.05, {width, 0.04, height - seat - 0.05});
    if (!random.chance(0.3)) return;
    for (const double x : {-width / 2 + 0.02, width / 2 - 0.02})
        parts.box(x, 0, seat + 0.2, {0.04, depth, 0.04});
}

void stool(Parts& parts, double height, Random& random) {
    const double width = random.between(0.33, 0.40);
    if (random.chance(0.5)) {
        parts.legs(width * 0.8, width * 0.8, height - 0.05, 0.04);
    } else {
        parts.cylinder(0, 0, 0, {width * 0.9, width * 0.9, 0.03});
        parts.cylinder(0, 0, 0.03, {0.06, 0.06, height - 0.08});
    }
    parts.cylinder(0, 0, height - 0.05, {width, width, 0.05});
}

void table(Parts& parts, double length, Random& random) {
    const double width = random.between(0.65, 0.78), height = random.between(0.70, 0.78);
    if (random.chance(0.7)) {
        parts.box(0, 0, height - 0.04, {length, width, 0.04});
        parts.legs(length, width, height - 0.04, 0.06);
        return;
    }
    parts.cylinder(0, 0, height - 0.04, {length, width, 0.04});
    parts.cylinder(0, 0, 0.04, {0.10, 0.10, height - 0.08});
    parts.cylinder(0, 0, 0, {length * 0.5, width * 0.5, 0.04});
}

void desk(Parts& parts, double width, Random& random) {
    const double depth = random.between(0.60, 0.70), height = random.between(0.72, 0.77),
                 under = height - 0.04;
    parts.box(0, 0, under, {width, depth, 0.04});
    parts.box(-width / 2 + 0.02, 0, 0, {0.04, depth, under});
    parts.box(width / 2 - 0.2, 0, 0, {0.4, depth * 0.9, under});
    parts.box(-0.1, -depth / 2 + 0.02, under * 0.4, {width - 0.4, 0.02, under * 0.6});
}

void bed(Parts& parts, double width, Random& random) {
    const double length = random.between(1.95, 2.15), top = random.between(0.42, 0.55);
    parts.legs(width, length, 0.15, 0.07);
    parts.box(0, 0, 0.15, {width, length, top - 0.15});
    parts.box(0, -length / 2 - 0.025, 0, {width, 0.05, random.between(0.85, 1.15)});
    const int pillows = width > 1.25 ? 2 : 1;
    for (int i = 0; i < pillows; ++i)
        parts.ellipsoid((i - (pillows - 1) / 2.0) * width / 2, -length / 2 + 0.3, top - 0.03,
                        {width * 0.75 / pillows, 0.4, 0.16});
}

void sofa(Parts& parts, double length, Random& random) {
    const double depth = random.between(0.83, 0.92), seat = random.between(0.38, 0.45),
                 back = random.between(0.75, 0.92);
    parts.box(0, 0, 0.08, {length, depth, seat - 0.08});
    parts.legs(length, depth, 0.08, 0.06);
    parts.box(0, -depth / 2 + 0.1, seat, {length, 0.2, back - seat});
    for (const double x : {-length / 2 + 0.09, length / 2 - 0.09})
        parts.box(x, 0.1, seat, {0.18, depth - 0.2, 0.2});
}

void cabinet(Parts& parts, double height, Random& random) {
    const double width = random.between(0.80, 1.00), depth = random.between(0.38, 0.55);
    parts.legs(width, depth, 0.06, 0.05);
    parts.box(0, 0, 0.06, {width, depth, height - 0.06});
    for (const double x : {-0.05, 0.05})
        parts.box(x, depth / 2 + 0.015, height * 0.5, {0.02, 0.03, 0.14});
}

void shelf(Parts& parts, double height, Random& random) {
    const double width = random.between(0.80, 1.00), depth = random.between(0.25, 0.35);
    for (const double x : {-width / 2 + 0.015, width / 2 - 0.015})
        parts.box(x, 0, 0, {0.03, depth, height});
    const int boards = std::max(2, static_cast<int>(height / random.between(0.32, 0.42)));
    for (int i = 0; i <= boards; ++i)
        parts.box(0, 0, 0.04 + (height - 0.07) * i / boards, {width - 0.06, depth, 0.03});
}

void lamp(Parts& parts, double height, Random& random) {
    const double foot = random.between(0.27, 0.32), shade = random.between(0.36, 0.43),
                 drop = random.between(0.24, 0.30);
    parts.cylinder(0, 0, 0, {foot, foot, 0.03});
    parts.cylinder(0, 0, 0.03, {0.035, 0.035, height - drop - 0.03});
    parts.cylinder(0, 0, height - drop, {shade, shade, drop});
}

void bin(Parts& parts, double height, Random& random) {
    const double width = random.between(0.27, 0.32);
    if (random.chance(0.4))
        parts.box(0, 0, 0, {width, width * 0.8, height - 0.03});
    else
        parts.cylinder(0, 0, 0, {width, width, height - 0.03});
    parts.cylinder(0, 0, height - 0.03, {width * 1.08, width * 1.08, 0.03});
}

void monitor(Parts& parts, double width, Random& random) {
    const double tall = random.between(0.33, 0.37), lift = random.between(0.10, 0.18);
    parts.box(0, 0, 0, {0.26, 0.20, 0.02});
    parts.cylinder(0, -0.03, 0.02, {0.05, 0.05, lift + 0.08});
    parts.box(0, 0.02, lift, {width, 0.045, tall});
}

void plant(Parts& parts, double height, Random& random) {
    const double pot = random.between(0.22, 0.34), rim = random.between(0.18, 0.28), crown = height - rim;
    parts.cylinder(0, 0, 0, {pot, pot, rim});
    parts.cylinder(0, 0, rim, {0.04, 0.04, crown * 0.6});
    const int leaves = random.whole(3, 6);
    for (int i = 0; i < leaves; ++i) {
        const double turns = 6.283185307179586 * (i + random.unit() * 0.5) / leaves,
                     size = random.between(0.24, 0.38);
        parts.ellipsoid(std::cos(turns) * 0.15, std::sin(turns) * 0.15,
                        rim + crown * random.between(0.2, 0.45), {size, size, crown * 0.4});
    }
    parts.ellipsoid(0, 0, rim + crown * 0.5, {0.3, 0.3, crown * 0.5});
}

void door(Parts& parts, double width, Random& random) {
    const double height = random.between(2.0, 2.15);
    parts.box(0, 0, 0, {width - 0.16, 0.045, height - 0.08});
    for (const double x : {-width / 2 + 0.04, width / 2 - 0.04})
        parts.box(x, 0, 0, {0.08, 0.12, height});
    parts.box(0, 0, height - 0.08, {width - 0.16, 0.12, 0.08});
    parts.ellipsoid(width / 2 - 0.16, 0.06, 1.0, {0.06, 0.08, 0.06});
}

/// The dimension that is told, its range in metres, and the words for its ends.
struct Design {
    FurnitureKind kind;
    double low, high;
    const char *lowWord, *highWord;
    void (*build)(Parts&, double, Random&);
};

const std::vector<Design>& designs() {
    static const std::vector<Design> all{{{"chair", 5}, 0.75, 1.25, "low", "tall", chair},
                                         {{"stool", 39}, 0.34, 0.82, "low", "tall", stool},
                                         {{"table", 7}, 0.70, 2.00, "small", "long", table},
                                         {{"desk", 14}, 0.95, 1.80, "narrow", "wide", desk},
                                         {{"bed", 4}, 0.80, 2.00, "narrow", "wide", bed},
                                         {{"sofa", 6}, 1.10, 2.60, "small", "long", sofa},
                                         {{"cabinet", 3}, 0.60, 2.10, "low", "tall", cabinet},
                                         {{"shelf", 15}, 0.70, 2.20, "low", "tall", shelf},
                                         {{"lamp", 35}, 0.85, 1.95, "low", "tall", lamp},
                                         {{"bin", 40}, 0.25, 0.75, "low", "tall", bin},
                                         {{"monitor", 40}, 0.40, 0.95, "narrow", "wide", monitor},
                                         {{"plant", 40}, 0.45, 1.70, "small", "tall", plant},
                                         {{"door", 8}, 0.70, 1.40, "narrow", "wide", door}};
    return all;
}

constexpr double kExtreme = 0.2; ///< part of a range at either end that has a word

std::string adjectiveFor(const Design& design, double part) {
    return part < kExtreme ? design.lowWord : part > 1 - kExtreme ? design.highWord : "";
}

/// Moves the footprint's middle to the origin and measures.
void settle(Furniture& furniture) {
    Vector3 low, high;
    low.fill(std::numeric_limits<double>::max()), high.fill(std::numeric_limits<double>::lowest());
    for (const Solid& solid : furniture.solids)
        for (std::size_t i = 0; i < 3; ++i) {
            low[i] = std::min(low[i], solid.center[i] - solid.size[i] / 2);
            high[i] = std::max(high[i], solid.center[i] + solid.size[i] / 2);
        }
    for (Solid& solid : furniture.solids)
        for (std::size_t i = 0; i < 3; ++i)
            solid.center[i] -= i < 2 ? (low[i] + high[i]) / 2 : low[i];
    for (std::size_t i = 0; i < 3; ++i)
        furniture.size[i] = high[i] - low[i];
}

} // namespace

const std::vector<FurnitureKind>& furnitureKinds() {
    static const std::vector<FurnitureKind> kinds = [] {
        std::vector<FurnitureKind> all;
        for (const Design& design : designs())
            all.push_back(design.kind);
        return all;
    }();
    return kinds;
}

Furniture makeFurniture(std::size_t kind, Random& random) {
    const Design& design = designs()[kind];
    const double part = random.unit();
    Parts parts;
    design.build(parts, design.low + part * (design.high - design.low), random);
    const int quarters = random.whole(0, 3);
    Furniture furniture{kind, {design.kind.name, adjectiveFor(design, part)}, {}, {}};
    for (const Solid& solid : parts.solids)
        furniture.solids.push_back(turned(solid, quarters));
    settle(furniture);
    return furniture;
}

} // namespace rb::synthetic
