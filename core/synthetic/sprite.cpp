#include "core/synthetic/sprite.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace rb::synthetic {
namespace {

constexpr std::uint8_t kVisible =
    32;                    ///< alpha from which a pixel is kept: cutting at kOpaque makes rims look sawn off
constexpr int kShift = 14; ///< fixed-point weights, so that every machine rounds alike

std::size_t pixelAt(const Sprite& sprite, int x, int y) {
    return 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(sprite.width) +
                static_cast<std::size_t>(x));
}

Sprite blank(int width, int height) {
    return {
        width, height,
        std::vector<std::uint8_t>(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
}

/// With a transparent rim of one pixel.
Sprite rimmed(const Sprite& sprite) {
    Sprite target = blank(sprite.width + 2, sprite.height + 2);
    for (int y = 0; y < sprite.height; ++y)
        std::copy_n(sprite.rgba.data() + pixelAt(sprite, 0, y), 4 * static_cast<std::size_t>(sprite.width),
                    target.rgba.data() + pixelAt(target, 1, y + 1));
    return target;
}

/// Bilinear, nothing outside; the position of the pixel's centre in parts of 65536.
void sample(const Sprite& from, std::int64_t x, std::int64_t y, std::uint8_t* to) {
    const int left = static_cast<int>(x >> 16), top = static_cast<int>(y >> 16);
    if (left < 0 || top < 0 || left + 1 >= from.width || top + 1 >= from.height) return;
    const int fx = static_cast<int>(x >> 8) & 255, fy = static_cast<int>(y >> 8) & 255;
    const std::uint8_t* upper = from.rgba.data() + pixelAt(from, left, top);
    const std::uint8_t* lower = upper + 4 * static_cast<std::size_t>(from.width);
    for (int c = 0; c < 4; ++c) {
        const int above = upper[c] * (256 - fx) + upper[c + 4] * fx,
                  below = lower[c] * (256 - fx) + lower[c + 4] * fx;
        to[c] = static_cast<std::uint8_t>((above * (256 - fy) + below * fy + (1 << 15)) >> 16);
    }
}

/// What one target pixel takes of a line: source positions from `first`, weights that sum to 1 << kShift.
struct Taps {
    int first = 0;
    std::vector<int> weights;
};

/// Triangle filter as wide as a target pixel, at least as a source pixel.
std::vector<Taps> tapsFor(int from, int to) {
    const double step = static_cast<double>(from) / to, reach = std::max(1.0, step);
    std::vector<Taps> all(static_cast<std::size_t>(to));
    for (int i = 0; i < to; ++i) {
        Taps& taps = all[static_cast<std::size_t>(i)];
        const double centre = (i + 0.5) * step;
        taps.first = std::max(0, static_cast<int>(std::ceil(centre - reach - 0.5)));
        const int last = std::min(from - 1, static_cast<int>(std::floor(centre + reach - 0.5)));
        double total = 0;
        for (int j = taps.first; j <= last; ++j)
            total += std::max(0.0, reach - std::abs(j + 0.5 - centre));
        int sum = 0;
        for (int j = taps.first; j <= last; ++j) {
            const double weight = std::max(0.0, reach - std::abs(j + 0.5 - centre)) / total;
            taps.weights.push_back(static_cast<int>(std::lround(weight * (1 << kShift))));
            sum += taps.weights.back();
        }
        taps.weights[taps.weights.size() / 2] += (1 << kShift) - sum;
    }
    return all;
}

/// One pass; `stride` is the distance in bytes of neighbours along the line that is resampled.
void resampleLine(const std::uint8_t* from, std::size_t fromStride, std::uint8_t* to, std::size_t toStride,
                  const std::vector<Taps>& all) {
    for (const Taps& taps : all) {
        int sum[4] = {1 << (kShift - 1), 1 << (kShift - 1), 1 << (kShift - 1), 1 << (kShift - 1)};
        const std::uint8_t* pixel = from + static_cast<std::size_t>(taps.first) * fromStride;
        for (const int weight : taps.weights) {
            for (int channel = 0; channel < 4; ++channel)
                sum[channel] += weight * pixel[channel];
            pixel += fromStride;
        }
        for (int channel = 0; channel < 4; ++channel)
            to[channel] = static_cast<std::uint8_t>(std::clamp(sum[channel] >> kShift, 0, 255));
        to += toStride;
    }
}

} // namespace

Sprite cropped(const Sprite& sprite) {
    int left = sprite.width, top = sprite.height, right = 0, bottom = 0;
    for (int y = 0; y < sprite.height; ++y)
        for (int x = 0; x < sprite.width; ++x) {
            if (sprite.rgba[pixelAt(sprite, x, y) + 3] < kVisible) continue;
            left = std::min(left, x), right = std::max(right, x + 1);
            top = std::min(top, y), bottom = std::max(bottom, y + 1);
        }
    if (left >= right) return {};
    Sprite inner = blank(right - left, bottom - top);
    for (int y = 0; y < inner.height; ++y)
        std::copy_n(sprite.rgba.data() + pixelAt(sprite, left, top + y),
                    4 * static_cast<std::size_t>(inner.width), inner.rgba.data() + pixelAt(inner, 0, y));
    return inner;
}

Sprite turned(const Sprite& sprite, double degrees, int size) {
    const double angle = degrees * (3.14159265358979323846 / 180), cosine = std::cos(angle),
                 sine = std::sin(angle);
    const Sprite source = rimmed(sprite);
    const auto extent = [](double a, double b) {
        return static_cast<int>(std::ceil(std::abs(a) + std::abs(b))) + 2;
    };
    Sprite target = blank(extent(sprite.width * cosine, sprite.height * sine),
                          extent(sprite.width * sine, sprite.height * cosine));
    const auto fixed = [](double value) { return static_cast<std::int64_t>(std::llround(value * 65536)); };
    const std::int64_t stepX = fixed(cosine), stepY = fixed(sine);
    for (int y = 0; y < target.height; ++y) {
        const double dx = 0.5 - target.width / 2.0, dy = y + 0.5 - target.height / 2.0;
        std::int64_t fromX = fixed(source.width / 2.0 - 0.5 + cosine * dx - sine * dy);
        std::int64_t fromY = fixed(source.height / 2.0 - 0.5 + sine * dx + cosine * dy);
        for (int x = 0; x < target.width; ++x, fromX += stepX, fromY += stepY)
            sample(source, fromX, fromY, target.rgba.data() + pixelAt(target, x, y));
    }
    const Sprite inner = cropped(target);
    const double scale = size / static_cast<double>(std::max({inner.width, inner.height, 1}));
    const auto scaled = [scale](int side) {
        return std::max(1, static_cast<int>(std::lround(side * scale)));
    };
    return inner.rgba.empty() ? inner : resized(inner, scaled(inner.width), scaled(inner.height));
}

void jitterColors(Sprite& sprite, Random& random) {
    const double all = random.between(0.9, 1.1);
    int gain[3];
    for (int& each : gain)
        each = static_cast<int>(std::lround(all * random.between(0.86, 1.14) * 256));
    for (std::size_t at = 0; at < sprite.rgba.size(); at += 4)
        for (std::size_t channel = 0; channel < 3; ++channel)
            sprite.rgba[at + channel] = static_cast<std::uint8_t>(
                std::min<int>((sprite.rgba[at + channel] * gain[channel]) >> 8, sprite.rgba[at + 3]));
}

Sprite resized(const Sprite& sprite, int width, int height) {
    Sprite across = blank(width, sprite.height), both = blank(width, height);
    const std::vector<Taps> columns = tapsFor(sprite.width, width), rows = tapsFor(sprite.height, height);
    for (int y = 0; y < sprite.height; ++y)
        resampleLine(sprite.rgba.data() + pixelAt(sprite, 0, y), 4,
                     across.rgba.data() + pixelAt(across, 0, y), 4, columns);
    const std::size_t stride = 4 * static_cast<std::size_t>(width);
    for (int x = 0; x < width; ++x)
        resampleLine(across.rgba.data() + pixelAt(across, x, 0), stride,
                     both.rgba.data() + pixelAt(both, x, 0), stride, rows);
    return both;
}

void paste(const Sprite& sprite, int x, int y, media::Image& image, std::vector<std::uint16_t>& labels,
           std::uint16_t label) {
    for (int row = 0; row < sprite.height; ++row) {
        const std::size_t start = static_cast<std::size_t>(y + row) * static_cast<std::size_t>(image.width) +
                                  static_cast<std::size_t>(x);
        const std::uint8_t* from = sprite.rgba.data() + pixelAt(sprite, 0, row);
        for (std::size_t column = 0; column < static_cast<std::size_t>(sprite.width); ++column, from += 4) {
            std::uint8_t* to = image.rgb.data() + 3 * (start + column);
            const int rest = 255 - from[3];
            for (int channel = 0; channel < 3; ++channel)
                to[channel] = static_cast<std::uint8_t>(
                    std::min(255, from[channel] + (to[channel] * rest + 127) / 255));
            if (from[3] >= kOpaque) labels[start + column] = label;
        }
    }
}

} // namespace rb::synthetic
