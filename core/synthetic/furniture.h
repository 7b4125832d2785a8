#pragma once

#include "core/synthetic/captions.h"
#include "core/synthetic/shapes.h"

#include <cstddef>
#include <string>
#include <vector>

namespace rb::synthetic {

/// A piece of furniture of random dimensions: it stands on z = 0, its footprint centred on the origin.
struct Furniture {
    std::size_t kind = 0; ///< index in furnitureKinds()
    Noun noun; ///< with an adjective where a dimension is extreme: "tall", "low", "long", "wide", "narrow",
               ///< "small"
    std::vector<Solid> solids;
    Vector3 size{}; ///< extent along x, y, z
};

/// One of the 13 kinds.
struct FurnitureKind {
    std::string name; ///< "chair"
    int nyu40Id = 0;  ///< its class in ScanNet's NYU40 list, for `_sem_label.npy`
};
/// chair, stool, table, desk, bed, sofa, cabinet, shelf, lamp, bin, monitor, plant, door.
const std::vector<FurnitureKind>& furnitureKinds();

/// Turned by a random multiple of 90 degrees.
Furniture makeFurniture(std::size_t kind, Random& random);

} // namespace rb::synthetic
