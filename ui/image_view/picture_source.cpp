#include "ui/image_view/picture_source.h"

#include <QHashFunctions>

#include <algorithm>

namespace rb::ui {

namespace {
constexpr int kSmallestLevel = 256; // halving a picture further saves nothing
} // namespace

size_t qHash(const TileKey& key, size_t seed) {
    return qHashMulti(seed, key.level, key.column, key.row);
}

int PictureSource::levelCount() const {
    int count = 1;
    for (QSize level = size(); std::max(level.width(), level.height()) > kSmallestLevel; ++count)
        level = QSize((level.width() + 1) / 2, (level.height() + 1) / 2);
    return count;
}

QSize PictureSource::levelSize(int level) const {
    QSize result = size();
    for (int i = 0; i < level; ++i)
        result = QSize((result.width() + 1) / 2, (result.height() + 1) / 2);
    return result;
}

QRect PictureSource::ownRect(const TileKey& key) const {
    const QRect cell(key.column * kTileSide, key.row * kTileSide, kTileSide, kTileSide);
    return cell & QRect(QPoint(0, 0), levelSize(key.level));
}

QRect PictureSource::tileRect(const TileKey& key) const {
    const QRect own = ownRect(key);
    if (own.isEmpty()) return {};
    return own.adjusted(-1, -1, 1, 1) & QRect(QPoint(0, 0), levelSize(key.level));
}

} // namespace rb::ui
