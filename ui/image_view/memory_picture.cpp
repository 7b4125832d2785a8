#include "ui/image_view/memory_picture.h"

namespace rb::ui {

MemoryPicture::MemoryPicture(const QImage& image) : m_size(image.size()) {
    if (image.isNull()) return;
    const bool alpha = image.hasAlphaChannel();
    m_levels.push_back(image.convertToFormat(alpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32));
    m_levels.back().setDevicePixelRatio(1);
    for (int level = 1; level < levelCount(); ++level)
        m_levels.push_back(
            m_levels.back().scaled(levelSize(level), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

bool MemoryPicture::hasAlpha() const {
    return !m_levels.empty() && m_levels.front().hasAlphaChannel();
}

QImage MemoryPicture::tileAtHand(const TileKey& key) {
    const QRect rect = tileRect(key);
    if (rect.isEmpty() || key.level >= int(m_levels.size())) return {};
    const QImage& level = m_levels[std::size_t(key.level)];
    const uchar* first = level.constScanLine(rect.top()) + qsizetype(rect.left()) * 4;
    return QImage(first, rect.width(), rect.height(), level.bytesPerLine(), level.format());
}

} // namespace rb::ui
