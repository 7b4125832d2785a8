#include "core/synthetic/background.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rb::synthetic {
namespace {

struct NamedColor {
    const char* name;
    int rgb[3];
};

constexpr NamedColor kColors[] = {{"white", {240, 240, 238}}, {"gray", {140, 142, 145}},
                                  {"black", {28, 28, 32}},    {"red", {205, 52, 48}},
                                  {"brown", {122, 78, 44}},   {"yellow", {242, 212, 64}},
                                  {"green", {62, 150, 72}},   {"blue", {52, 104, 200}},
                                  {"purple", {122, 64, 168}}, {"pink", {244, 156, 190}}};

/// How far, in parts of 256, each pixel goes from the first shade to the second.
using Mix = std::vector<int>;

struct Canvas {
    int width, height, scale;
};

double sineOf(double turns) {
    return std::sin(turns * 6.283185307179586);
}

/// 256 steps of a wave, 0 … 256.
std::array<int, 256> waveTable() {
    std::array<int, 256> table{};
    for (std::size_t i = 0; i < 256; ++i)
        table[i] = static_cast<int>(std::lround(128 + 128 * sineOf(static_cast<double>(i) / 256)));
    return table;
}

Mix gradient(const Canvas& canvas, Random& random) {
    const double turns = random.unit(), across = sineOf(turns + 0.25), down = sineOf(turns);
    const double reach = std::abs(across) * canvas.width + std::abs(down) * canvas.height;
    Mix mix;
    for (int y = 0; y < canvas.height; ++y)
        for (int x = 0; x < canvas.width; ++x)
            mix.push_back(
                128 + static_cast<int>(
                          256 * (across * (x - canvas.width / 2) + down * (y - canvas.height / 2)) / reach));
    return mix;
}

Mix waves(const Canvas& canvas, Random& random) {
    static const std::array<int, 256> table = waveTable();
    const double turns = random.unit(), pitch = random.between(10, 60) * canvas.scale;
    const int across = static_cast<int>(65536 * sineOf(turns + 0.25) / pitch),
              down = static_cast<int>(65536 * sineOf(turns) / pitch);
    Mix mix;
    for (int y = 0; y < canvas.height; ++y)
        for (int x = 0; x < canvas.width; ++x)
            mix.push_back(table[(static_cast<unsigned>(x * across + y * down) >> 8) & 255]);
    return mix;
}

Mix blocks(const Canvas& canvas, Random& random) {
    const int size = random.whole(6, 30) * canvas.scale, columns = canvas.width / size + 1,
              rows = canvas.height / size + 1;
    std::vector<int> shades(static_cast<std::size_t>(columns * rows));
    for (int& shade : shades)
        shade = random.whole(0, 256);
    Mix mix;
    for (int y = 0; y < canvas.height; ++y)
        for (int x = 0; x < canvas.width; ++x)
            mix.push_back(shades[static_cast<std::size_t>(y / size * columns + x / size)]);
    return mix;
}

Mix noise(const Canvas& canvas, Random& random) {
    Mix mix;
    const std::size_t count =
        static_cast<std::size_t>(canvas.width) * static_cast<std::size_t>(canvas.height);
    for (std::uint64_t bits = 0; mix.size() < count; bits >>= 8) {
        if (mix.size() % 8 == 0) bits = random.next();
        mix.push_back(static_cast<int>(bits & 255));
    }
    return mix;
}

Mix patternOf(const Canvas& canvas, Random& random) {
    switch (random.below(5)) {
    case 0:
        return gradient(canvas, random);
    case 1:
        return waves(canvas, random);
    case 2:
        return blocks(canvas, random);
    case 3:
        return noise(canvas, random);
    default:
        return Mix(static_cast<std::size_t>(canvas.width) * static_cast<std::size_t>(canvas.height), 0);
    }
}

/// The pixels of 257 shades between two colours.
std::array<std::array<std::uint8_t, 3>, 257> shadesOf(const NamedColor& color, Random& random) {
    std::array<std::array<std::uint8_t, 3>, 257> shades{};
    const int lightness = random.whole(-12, 12),
              contrast = random.whole(8, 28) * (random.chance(0.5) ? 1 : -1);
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const int start = color.rgb[channel] + lightness + random.whole(-9, 9);
        for (std::size_t i = 0; i < 257; ++i)
            shades[i][channel] =
                static_cast<std::uint8_t>(std::clamp(start + contrast * static_cast<int>(i) / 256, 0, 255));
    }
    return shades;
}

} // namespace

const std::vector<std::string>& backgroundColors() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const NamedColor& color : kColors)
            all.emplace_back(color.name);
        return all;
    }();
    return names;
}

Background makeBackground(int width, int height, int scale, Random& random) {
    const NamedColor& color = kColors[random.below(std::size(kColors))];
    const auto shades = shadesOf(color, random);
    Background background{{width, height, {}}, color.name};
    const Mix mix = patternOf({width, height, scale}, random);
    background.image.rgb.resize(3 * mix.size());
    for (std::size_t i = 0; i < mix.size(); ++i)
        std::copy_n(shades[static_cast<std::size_t>(std::clamp(mix[i], 0, 256))].data(), 3,
                    background.image.rgb.data() + 3 * i);
    return background;
}

} // namespace rb::synthetic
