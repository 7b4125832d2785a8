#pragma once

#include "core/exchange/clouds/cloud_export.h"

namespace rb::exchange {

/// Writes the points of each region of a cloud as `<cloud>_<region>.ply`: those stored with it, else those in its box. The
/// names, in the order of the regions; empty where there is no point. Reads the cloud once.
Result<std::vector<std::string>> writeRegionPoints(const CloudRecord& cloud, formats::OutputTree& output);

} // namespace rb::exchange
