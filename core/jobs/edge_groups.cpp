#include "core/jobs/edge_groups.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace rb::jobs {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr float kWeakest = 0.08F;   ///< of the strongest contours
constexpr float kAffine = 0.05F;    ///< less than this is no neighbourhood

using Plane = std::vector<float>;

/// How far two directions of contours are apart, in [0, π/2].
float turn(float a, float b) {
    const float difference = std::abs(a - b);
    return std::min(difference, kPi - difference);
}

class Gradients {
public:
    explicit Gradients(const media::Image& image) : m_width(image.width), m_height(image.height), strength(size()), direction(size()) {
        for (std::size_t channel = 0; channel < 3; ++channel) add(smoothed(image, channel));
    }

    std::size_t size() const { return static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height); }
    /// 0 outside.
    float at(int x, int y) const { return x < 0 || y < 0 || x >= m_width || y >= m_height ? 0 : strength[place(x, y)]; }
    std::size_t place(int x, int y) const { return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x); }
    /// Strongest of its line across the contour.
    bool isRidge(int x, int y) const {
        const float angle = direction[place(x, y)], here = at(x, y);
        const int dx = static_cast<int>(std::lround(std::cos(angle))), dy = static_cast<int>(std::lround(std::sin(angle)));
        return here > at(x + dx, y + dy) && here >= at(x - dx, y - dy);
    }
    /// A strength that few pixels pass, so that one glaring spot does not hide all others.
    float strong() const {
        Plane sorted = strength;
        const auto nth = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 99 / 100);
        std::nth_element(sorted.begin(), nth, sorted.end());
        return *nth;
    }

private:
    int m_width, m_height;

public:
    Plane strength, direction;

private:
    /// [1 4 6 4 1] both ways, the border going on for ever.
    Plane smoothed(const media::Image& image, std::size_t channel) const {
        Plane from(size()), to(size());
        for (std::size_t i = 0; i < size(); ++i) from[i] = image.rgb[3 * i + channel];
        for (const bool across : {true, false}) {
            for (int y = 0; y < m_height; ++y)
                for (int x = 0; x < m_width; ++x) {
                    const auto value = [&](int step) {
                        const int sx = across ? std::clamp(x + step, 0, m_width - 1) : x, sy = across ? y : std::clamp(y + step, 0, m_height - 1);
                        return from[place(sx, sy)];
                    };
                    to[place(x, y)] = (value(-2) + value(2) + 4 * (value(-1) + value(1)) + 6 * value(0)) / 16;
                }
            std::swap(from, to);
        }
        return from;
    }

    /// Each pixel has the gradient of the channel that changes most there.
    void add(const Plane& plane) {
        for (int y = 1; y + 1 < m_height; ++y)
            for (int x = 1; x + 1 < m_width; ++x) {
                const float dx = plane[place(x + 1, y)] - plane[place(x - 1, y)], dy = plane[place(x, y + 1)] - plane[place(x, y - 1)];
                const float length = std::hypot(dx, dy);
                if (length <= strength[place(x, y)]) continue;
                strength[place(x, y)] = length;
                const float angle = std::atan2(dy, dx);
                direction[place(x, y)] = angle < 0 ? angle + kPi : angle >= kPi ? angle - kPi : angle;
            }
    }
};

class Grouping {
public:
    explicit Grouping(EdgeGroups& edges) : m_edges(edges), m_at(static_cast<std::size_t>(edges.width) * static_cast<std::size_t>(edges.height), -1) {
        for (std::size_t i = 0; i < edges.pixels.size(); ++i) m_at[place(edges.pixels[i].x, edges.pixels[i].y)] = static_cast<int>(i);
    }

    void run() {
        for (std::size_t i = 0; i < m_edges.pixels.size(); ++i)
            if (m_edges.pixels[i].group < 0) grow(static_cast<int>(i));
        for (EdgeGroup& group : m_edges.groups) measure(group);
        for (std::size_t i = 0; i < m_edges.groups.size(); ++i) connect(static_cast<int>(i));
    }

private:
    std::size_t place(int x, int y) const { return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_edges.width) + static_cast<std::size_t>(x); }
    EdgePixel& pixel(int index) { return m_edges.pixels[static_cast<std::size_t>(index)]; }
    EdgeGroup& group(int index) { return m_edges.groups[static_cast<std::size_t>(index)]; }
    int pixelAt(int x, int y) const { return x < 0 || y < 0 || x >= m_edges.width || y >= m_edges.height ? -1 : m_at[place(x, y)]; }

    /// Calls `each` with the contour pixels at most `reach` away.
    template <typename Each>
    void around(const EdgePixel& from, int reach, const Each& each) {
        for (int dy = -reach; dy <= reach; ++dy)
            for (int dx = -reach; dx <= reach; ++dx)
                if (const int other = pixelAt(from.x + dx, from.y + dy); other >= 0) each(other);
    }

    /// From one pixel on to the neighbour that turns least, until all turns add up to a quarter.
    void grow(int first) {
        const int number = static_cast<int>(m_edges.groups.size());
        EdgeGroup& made = m_edges.groups.emplace_back();
        float turned = 0;
        std::vector<std::pair<float, int>> open{{0, first}};
        while (!open.empty()) {
            const auto next = std::min_element(open.begin(), open.end());
            const auto [bend, index] = *next;
            open.erase(next);
            if (pixel(index).group >= 0) continue;
            if ((turned += bend) > kPi / 2) break;
            pixel(index).group = number;
            made.pixels.push_back(index);
            around(pixel(index), 1, [&](int other) {
                if (pixel(other).group < 0) open.emplace_back(turn(pixel(other).direction, pixel(index).direction), other);
            });
        }
    }

    void measure(EdgeGroup& made) {
        float cosine = 0, sine = 0;
        made.left = made.top = 1 << 30;
        for (const int index : made.pixels) {
            const EdgePixel& each = pixel(index);
            made.strength += each.strength;
            made.x += each.strength * static_cast<float>(each.x);
            made.y += each.strength * static_cast<float>(each.y);
            cosine += each.strength * std::cos(2 * each.direction); // a direction and its opposite are the same
            sine += each.strength * std::sin(2 * each.direction);
            made.left = std::min(made.left, each.x), made.right = std::max(made.right, each.x);
            made.top = std::min(made.top, each.y), made.bottom = std::max(made.bottom, each.y);
        }
        made.x /= made.strength;
        made.y /= made.strength;
        made.direction = std::atan2(sine, cosine) / 2;
    }

    /// Equation 1 with γ = 2; contours run across their gradient, hence the sines.
    float affinity(const EdgeGroup& a, const EdgeGroup& b) const {
        const float between = std::atan2(b.y - a.y, b.x - a.x);
        const float product = std::sin(a.direction - between) * std::sin(b.direction - between);
        return product * product;
    }

    void connect(int index) {
        std::vector<int> near;
        for (const int each : group(index).pixels)
            around(pixel(each), 2, [&](int other) {
                if (pixel(other).group > index) near.push_back(pixel(other).group);
            });
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        for (const int other : near) {
            const float value = affinity(group(index), group(other));
            if (value < kAffine) continue;
            group(index).neighbours.push_back({other, value});
            group(other).neighbours.push_back({index, value});
        }
    }

    EdgeGroups& m_edges;
    std::vector<int> m_at; ///< the contour pixel at each place, or -1
};

} // namespace

EdgeGroups edgeGroups(const media::Image& image) {
    EdgeGroups edges{image.width, image.height, {}, {}};
    const Gradients gradients(image);
    const float strong = gradients.strong();
    if (strong <= 0) return edges;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const std::size_t place = gradients.place(x, y);
            const float strength = std::min(gradients.strength[place] / strong, 1.0F);
            if (strength >= kWeakest && gradients.isRidge(x, y)) edges.pixels.push_back({x, y, strength, gradients.direction[place], -1});
        }
    Grouping(edges).run();
    return edges;
}

} // namespace rb::jobs
