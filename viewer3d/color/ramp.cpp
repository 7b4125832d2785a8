#include "viewer3d/color/ramp.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace rb::viewer3d {
namespace {

struct Lab {
    float l, a, b;
};

// Hues at even steps of lightness: dark blue, blue green, green, yellow.
constexpr Lab kKeys[] = {{0.30F, 0.00F, -0.115F}, {0.50F, -0.07F, -0.05F}, {0.70F, -0.11F, 0.06F}, {0.90F, -0.04F, 0.15F}};

std::uint32_t channel(float linear) {
    const float c = std::clamp(linear, 0.0F, 1.0F);
    const float encoded = c <= 0.0031308F ? 12.92F * c : 1.055F * std::pow(c, 1 / 2.4F) - 0.055F;
    return std::uint32_t(std::lround(encoded * 255));
}

// https://bottosson.github.io/posts/oklab: the published matrices.
std::uint32_t toColor(const Lab& lab) {
    const float l = std::pow(lab.l + 0.3963377774F * lab.a + 0.2158037573F * lab.b, 3.0F);
    const float m = std::pow(lab.l - 0.1055613458F * lab.a - 0.0638541728F * lab.b, 3.0F);
    const float s = std::pow(lab.l - 0.0894841775F * lab.a - 1.2914855480F * lab.b, 3.0F);
    return packed(channel(4.0767416621F * l - 3.3077115913F * m + 0.2309699292F * s),
                  channel(-1.2684380046F * l + 2.6097574011F * m - 0.3413193965F * s),
                  channel(-0.0041960863F * l - 0.7034186147F * m + 1.7076147010F * s));
}

} // namespace

Ramp::Ramp() {
    for (std::size_t i = 0; i < m_colors.size(); ++i) {
        const float place = 3 * float(i) / float(m_colors.size() - 1);
        const std::size_t key = std::min<std::size_t>(2, std::size_t(place));
        const float part = place - float(key);
        const Lab &from = kKeys[key], &to = kKeys[key + 1];
        m_colors[i] = toColor({std::lerp(from.l, to.l, part), std::lerp(from.a, to.a, part), std::lerp(from.b, to.b, part)});
    }
}

std::uint32_t Ramp::at(float part) const {
    if (!(part > 0)) return m_colors.front();
    return m_colors[std::size_t(std::min(part, 1.0F) * 255.0F + 0.5F)];
}

std::uint32_t categoryColor(std::int64_t number) {
    static constexpr std::uint32_t kColors[] = {packed(230, 159, 0), packed(86, 180, 233), packed(0, 158, 115), packed(240, 228, 66),
                                                packed(0, 114, 178), packed(213, 94, 0), packed(204, 121, 167), packed(150, 150, 150)};
    return kColors[std::size_t(((number % 8) + 8) % 8)];
}

ValueRange rampRange(std::span<const float> values) {
    // A hundred thousand values give the two ends to well under a colour of the ramp.
    const std::size_t step = std::max<std::size_t>(1, values.size() / 100'000);
    std::vector<float> some;
    for (std::size_t i = 0; i < values.size(); i += step)
        if (std::isfinite(values[i])) some.push_back(values[i]);
    if (some.empty()) return {};
    const auto at = [&some](std::size_t percent) {
        const auto place = some.begin() + std::ptrdiff_t((some.size() - 1) * percent / 100);
        std::nth_element(some.begin(), place, some.end());
        return *place;
    };
    const float low = at(1), high = at(99);
    return {low, high > low ? high : low + 1};
}

} // namespace rb::viewer3d
