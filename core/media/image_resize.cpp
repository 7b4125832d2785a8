#include "core/media/image.h"

#include <algorithm>
#include <cmath>

namespace rb::media {
namespace {

// PIL's fixed point: weights of 22 bits, so that 8-bit sums fit 32 bits.
constexpr int kPrecisionBits = 22;

double cubic(double x) {
    constexpr double a = -0.5;
    x = std::fabs(x);
    if (x < 1.0) return ((a + 2.0) * x - (a + 3.0)) * x * x + 1;
    if (x < 2.0) return (((x - 5) * x + 8) * x - 4) * a;
    return 0.0;
}

/// What one output sample is made of.
struct Tap {
    int first = 0;
    std::vector<int> weights;
};

std::vector<Tap> tapsFor(int in, int out) {
    const double scale = static_cast<double>(in) / out;
    const double filterScale = std::max(scale, 1.0), support = 2.0 * filterScale;
    std::vector<Tap> taps;
    for (int i = 0; i < out; ++i) {
        const double center = (i + 0.5) * scale;
        const int first = std::max(0, static_cast<int>(center - support + 0.5));
        const int last = std::min(in, static_cast<int>(center + support + 0.5));
        std::vector<double> weights;
        double sum = 0;
        for (int x = first; x < last; ++x) {
            weights.push_back(cubic((x - center + 0.5) * (1.0 / filterScale)));
            sum += weights.back();
        }
        Tap tap{first, {}};
        for (const double weight : weights) {
            const double fixed = weight / sum * (1 << kPrecisionBits);
            tap.weights.push_back(static_cast<int>(fixed < 0 ? fixed - 0.5 : fixed + 0.5));
        }
        taps.push_back(std::move(tap));
    }
    return taps;
}

std::uint8_t rounded(int sum) {
    return static_cast<std::uint8_t>(std::clamp(sum >> kPrecisionBits, 0, 255));
}

/// One pass along an axis whose samples lie `step` bytes apart, for each of `lines` starts.
struct Axis {
    std::size_t step = 0;
    std::size_t lineStep = 0;
    std::size_t lines = 0;
};

void resample(const std::uint8_t* in, const Axis& inAxis, std::uint8_t* out, const Axis& outAxis,
              const std::vector<Tap>& taps) {
    for (std::size_t line = 0; line < inAxis.lines; ++line)
        for (std::size_t i = 0; i < taps.size(); ++i)
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const Tap& tap = taps[i];
                const std::uint8_t* source =
                    in + line * inAxis.lineStep + static_cast<std::size_t>(tap.first) * inAxis.step + channel;
                int sum = 1 << (kPrecisionBits - 1);
                for (const int weight : tap.weights) {
                    sum += *source * weight;
                    source += inAxis.step;
                }
                out[line * outAxis.lineStep + i * outAxis.step + channel] = rounded(sum);
            }
}

Image blank(int width, int height) {
    return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3)};
}

Image horizontally(const Image& image, int width) {
    if (width == image.width) return image;
    Image result = blank(width, image.height);
    const auto rows = static_cast<std::size_t>(image.height);
    resample(image.rgb.data(), {3, static_cast<std::size_t>(image.width) * 3, rows}, result.rgb.data(),
             {3, static_cast<std::size_t>(width) * 3, rows}, tapsFor(image.width, width));
    return result;
}

Image vertically(const Image& image, int height) {
    if (height == image.height) return image;
    Image result = blank(image.width, height);
    const auto stride = static_cast<std::size_t>(image.width) * 3, columns = static_cast<std::size_t>(image.width);
    resample(image.rgb.data(), {stride, 3, columns}, result.rgb.data(), {stride, 3, columns},
             tapsFor(image.height, height));
    return result;
}

} // namespace

Image resizedBicubic(const Image& image, int width, int height) {
    // Pillow 13 runs the pass first that shrinks more; earlier ones always went horizontally first.
    const int lostRows = image.height - height, lostColumns = image.width - width;
    if (lostRows > 0 && lostRows > 2 * lostColumns) return horizontally(vertically(image, height), width);
    return vertically(horizontally(image, width), height);
}

std::vector<float> normalisedPlanes(const Image& image, const float (&mean)[3], const float (&std)[3]) {
    const std::size_t pixels = image.rgb.size() / 3;
    std::vector<float> planes(image.rgb.size());
    for (std::size_t i = 0; i < pixels; ++i)
        for (std::size_t c = 0; c < 3; ++c)
            planes[c * pixels + i] = (static_cast<float>(image.rgb[3 * i + c]) / 255.0f - mean[c]) / std[c];
    return planes;
}

} // namespace rb::media
