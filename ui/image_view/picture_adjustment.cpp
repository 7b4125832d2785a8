#include "ui/image_view/picture_adjustment.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rb::ui {

namespace {

using Table = std::array<uchar, 256>;

Table tableFor(const PictureAdjustment& adjustment) {
    const double contrast = std::clamp(adjustment.contrast, -1.0, 1.0);
    const double slope = contrast < 0 ? 1 + contrast : 1 / (1 - 0.97 * contrast); // round the middle grey
    const double exponent = 1 / std::clamp(adjustment.gamma, 0.1, 10.0);
    const double shift = std::clamp(adjustment.brightness, -1.0, 1.0);
    Table table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double light = std::pow(double(i) / 255, exponent);
        const double value = (light - 0.5) * slope + 0.5 + shift;
        table[i] = uchar(std::lround(255 * std::clamp(value, 0.0, 1.0)));
    }
    return table;
}

} // namespace

QImage adjusted(const QImage& image, const PictureAdjustment& adjustment) {
    const Table table = tableFor(adjustment);
    const bool alpha = image.hasAlphaChannel();
    QImage result = image.convertToFormat(alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    result.detach();
    for (int y = 0; y < result.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x)
            line[x] = qRgba(table[std::size_t(qRed(line[x]))], table[std::size_t(qGreen(line[x]))],
                            table[std::size_t(qBlue(line[x]))], qAlpha(line[x]));
    }
    return alpha ? result.convertToFormat(QImage::Format_ARGB32_Premultiplied) : result;
}

} // namespace rb::ui
