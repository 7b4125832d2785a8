#include "core/clouds/point_source.h"
#include "core/clouds/refusal.h"

namespace rb::clouds {

OpenedSource openLaz(const std::filesystem::path& path) {
    return refusal(path.string(), "it is packed as LAZ, which this program was built without; laszip unpacks it to .las", ErrorCode::Unsupported);
}

} // namespace rb::clouds
