#include "core/clouds/cloud_builder.h"

#include "core/clouds/refusal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rb::clouds {
namespace {

/// Normals that are this near to unit length stay as the file has them, bit for bit.
constexpr double kUnit = 1e-4;

std::int32_t labelOf(double value) {
    constexpr double kMost = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::isfinite(value) ? std::clamp(value, -kMost, kMost) : 0);
}

} // namespace

CloudBuilder::CloudBuilder(const PointSource& source, std::string name, const Conversion& conversion, std::uint64_t points)
    : m_name(std::move(name)), m_holesAreAllowed(source.holesAreAllowed()), m_has(source.header().has), m_conversion(conversion) {
    m_cloud.offset = conversion.offset;
    m_cloud.pointsInFile = source.header().points;
    m_cloud.format = source.header().format;
    m_cloud.positions.reserve(3 * points);
    if (m_has.colors) m_cloud.colors.reserve(3 * points);
    if (m_has.normals) m_cloud.normals.reserve(3 * points);
    if (m_has.intensity) m_cloud.intensity.reserve(points);
    if (m_has.classes) m_cloud.classes.reserve(points);
    if (m_has.instances) m_cloud.instances.reserve(points);
}

void CloudBuilder::choose(const PointBatch& batch) {
    m_kept.clear();
    for (std::size_t i = 0; i < batch.count; ++i) {
        const bool hole = std::isnan(batch.of(Role::X)[i]) || std::isnan(batch.of(Role::Y)[i]) || std::isnan(batch.of(Role::Z)[i]);
        if (!hole || !m_holesAreAllowed) m_kept.push_back(static_cast<std::uint32_t>(i));
    }
}

Status CloudBuilder::appendPlaces(const PointBatch& batch) {
    const std::size_t begin = m_cloud.positions.size();
    m_cloud.positions.resize(begin + 3 * m_kept.size());
    bool good = true;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double* const values = batch.columns[axis].data();
        const double offset = m_conversion.offset[axis];
        float* target = m_cloud.positions.data() + begin + axis;
        for (const std::uint32_t i : m_kept) {
            const double value = values[i] - offset;
            good = good && std::fabs(value) <= std::numeric_limits<float>::max();
            *target = static_cast<float>(value);
            target += 3;
        }
    }
    if (m_has.intensity)
        for (const std::uint32_t i : m_kept) {
            const double value = batch.of(Role::Intensity)[i];
            good = good && std::fabs(value) <= std::numeric_limits<float>::max();
            m_cloud.intensity.push_back(static_cast<float>(value));
        }
    if (good) return {};
    return refusal(m_name, "a point of it between " + std::to_string(batch.firstInFile) + " and " + std::to_string(batch.lastInFile) +
                               " is not finite in 32 bits");
}

void CloudBuilder::appendColors(const PointBatch& batch) {
    const std::size_t begin = m_cloud.colors.size();
    m_cloud.colors.resize(begin + 3 * m_kept.size());
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const double* const values = batch.columns[static_cast<std::size_t>(Role::Red) + channel].data();
        std::uint8_t* target = m_cloud.colors.data() + begin + channel;
        for (const std::uint32_t i : m_kept) {
            // Written so that not-a-number becomes 0.
            const double value = std::min(255.0, std::max(0.0, values[i] * m_conversion.colorScale));
            *target = static_cast<std::uint8_t>(value + 0.5);
            target += 3;
        }
    }
}

void CloudBuilder::appendNormals(const PointBatch& batch) {
    const std::vector<double>& nx = batch.of(Role::NormalX);
    const std::vector<double>& ny = batch.of(Role::NormalY);
    const std::vector<double>& nz = batch.of(Role::NormalZ);
    for (const std::uint32_t i : m_kept) {
        const double length = std::sqrt(nx[i] * nx[i] + ny[i] * ny[i] + nz[i] * nz[i]);
        // What has no direction is written as nought.
        double scale = std::isfinite(length) && length > 0 ? 1 / length : 0;
        if (std::fabs(length - 1) < kUnit) scale = 1;
        for (const double part : {nx[i], ny[i], nz[i]}) m_cloud.normals.push_back(scale == 0 ? 0.0F : static_cast<float>(part * scale));
    }
}

Status CloudBuilder::append(const PointBatch& batch) {
    choose(batch);
    if (Status places = appendPlaces(batch); !places.ok()) return places;
    if (m_has.colors) appendColors(batch);
    if (m_has.normals) appendNormals(batch);
    if (m_has.classes)
        for (const std::uint32_t i : m_kept) m_cloud.classes.push_back(labelOf(batch.of(Role::Class)[i]));
    if (m_has.instances)
        for (const std::uint32_t i : m_kept) m_cloud.instances.push_back(labelOf(batch.of(Role::Instance)[i]));
    return {};
}

Result<Cloud> CloudBuilder::take() {
    if (m_cloud.size() == 0) return refusal(m_name, "none of its points has a place");
    return std::move(m_cloud);
}

} // namespace rb::clouds
