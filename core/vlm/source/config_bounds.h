#pragma once

#include "core/vlm/source/json_fields.h"

#include <string>

/// The largest dimensions a model may have: far above every published one, small enough that no
/// product of them overflows and that a hostile file is refused before memory is asked for.
namespace rb::vlm::bounds {

inline constexpr IntegerRange kWidth{1, 65'536};
inline constexpr IntegerRange kInnerWidth{1, 262'144};
inline constexpr IntegerRange kLayers{1, 512};
inline constexpr IntegerRange kHeads{1, 1'024};
inline constexpr IntegerRange kVocabulary{1, 4'194'304};
inline constexpr IntegerRange kPositions{1, 1'048'576};
inline constexpr IntegerRange kBuckets{4, 65'536};
inline constexpr IntegerRange kImageSize{1, 4'096};
inline constexpr IntegerRange kPatchSize{1, 1'024};
inline constexpr IntegerRange kGroups{1, 65'536};
inline constexpr IntegerRange kPoints{1, 16'777'216};
inline constexpr IntegerRange kQueries{1, 4'096};
inline constexpr IntegerRange kRank{1, 1'024};
inline constexpr NumberRange kEpsilon{0, 1};

struct NamedNumber {
    const char* key;
    std::int64_t value;
};

/// Refuses unless `divisor` divides `whole`.
inline void requireDivisible(JsonFields& fields, NamedNumber whole, NamedNumber divisor) {
    if (divisor.value > 0 && whole.value % divisor.value == 0) return;
    fields.refuse(whole.key, std::string("divisible by ") + divisor.key + ", " + std::to_string(divisor.value),
                  std::to_string(whole.value));
}

} // namespace rb::vlm::bounds
