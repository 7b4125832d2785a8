#include "core/jobs/encoded_clouds.h"

#include "core/clouds/cloud_reader.h"
#include "core/jobs/file_key.h"

#include <QElapsedTimer>

#include <algorithm>

namespace rb::jobs {

static constexpr std::size_t kKept = 4;

Result<EncodedClouds::Found> EncodedClouds::get(const QString& file, const CloudRegions& regions, vlm::RegionCaptioner& captioner) {
    const QString key = fileKey(file) + (regions.boxes.empty() ? QStringLiteral("|object") : QStringLiteral("|scene"));
    const auto found = std::find_if(m_clouds.begin(), m_clouds.end(), [&](const Entry& entry) { return entry.key == key; });
    if (!regions.points && found != m_clouds.end()) {
        m_clouds.splice(m_clouds.begin(), m_clouds, found);
        return Found{m_clouds.front().cloud, 0};
    }
    QElapsedTimer timer;
    timer.start();
    auto cloud = encoded(file, regions, captioner);
    if (!cloud.ok()) return cloud.error();
    if (!regions.points) m_clouds.push_front({key, *cloud}); // chosen points are seldom asked for twice
    if (m_clouds.size() > kKept) m_clouds.pop_back();
    return Found{std::move(*cloud), static_cast<double>(timer.nsecsElapsed()) * 1e-9};
}

Result<vlm::EncodedCloud> EncodedClouds::encoded(const QString& file, const CloudRegions& regions, vlm::RegionCaptioner& captioner) {
    if (regions.points) return captioner.encodeObject(*regions.points);
    const auto points = clouds::readCloudForModel(file.toStdString());
    if (!points.ok()) return points.error();
    return regions.boxes.empty() ? captioner.encodeObject(*points) : captioner.encodeScene(*points);
}

} // namespace rb::jobs
