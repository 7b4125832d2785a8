#include "ui/image_view/plate_images.h"

#include <algorithm>

namespace rb::ui {

static constexpr qsizetype kCacheKilobytes = 48 * 1024;

PlateImages::PlateImages() { m_entries.setMaxCost(kCacheKilobytes); }

QImage PlateImages::blank(QSizeF size, double ratio) {
    QImage image(((size + QSizeF(2 * kMargin, 2 * kMargin)) * ratio).toSize() + QSize(1, 1), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(ratio);
    return image;
}

void PlateImages::keep(qint64 region, Entry entry) {
    const qsizetype cost = std::max<qsizetype>(1, entry.image.sizeInBytes() / 1024);
    m_entries.insert(region, new Entry(std::move(entry)), cost); // the cache owns it
}

} // namespace rb::ui
