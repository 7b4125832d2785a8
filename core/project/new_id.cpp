#include "core/project/new_id.h"

#include <QDateTime>

namespace rb::project {

// 42 bits of milliseconds last until the year 2109 and leave 21 random bits below the sign.
static constexpr int kRandomBits = 21;

Id IdSource::next() {
    const auto random = static_cast<Id>(m_random() >> (64 - kRandomBits));
    const Id made = (QDateTime::currentMSecsSinceEpoch() << kRandomBits) | random;
    m_last = std::max(made, m_last + 1);
    return m_last;
}

} // namespace rb::project
