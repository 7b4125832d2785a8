#pragma once

#include "core/project/records.h"

#include <random>

namespace rb::project {

/// Makes ids: milliseconds since 1970 in the upper bits, random ones below, always rising.
class IdSource {
public:
    Id next();

private:
    std::mt19937_64 m_random{std::random_device{}()};
    Id m_last = 0;
};

} // namespace rb::project
