#pragma once

#include "core/query/splits.h"

#include <array>

namespace rb::query {

/// One medium as splits see it.
struct SplitMedium {
    project::Id id = 0;
    QString path; ///< with its root
    QByteArray content;
    QString split;
};

/// Media that stay together, as places in the list, each group with a number drawn from the seed and
/// what it holds; in the order of these numbers.
struct MediaGroup {
    std::uint64_t draw = 0;
    std::vector<std::size_t> members;
};

std::vector<MediaGroup> groupsOf(const std::vector<SplitMedium>& media, KeepTogether together, std::uint64_t seed);

} // namespace rb::query
