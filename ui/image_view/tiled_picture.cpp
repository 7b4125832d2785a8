#include "ui/image_view/tiled_picture.h"

#include "core/media/image.h"
#include "ui/image_view/picture_part.h"

#include <QImageReader>

namespace rb::ui {

Result<std::shared_ptr<TiledPicture>> TiledPicture::open(const QString& path) {
    const auto header = media::readImageHeader(path.toStdString());
    if (!header.ok()) return header.error();
    QImageReader reader(path);
    const QImage::Format format = reader.imageFormat();
    const bool alpha = format != QImage::Format_Invalid && QImage::toPixelFormat(format).alphaUsage() == QPixelFormat::UsesAlpha;
    return std::shared_ptr<TiledPicture>(
        new TiledPicture(path, QSize(header->width, header->height), reader.transformation(), alpha));
}

TiledPicture::TiledPicture(const QString& path, QSize stored, QImageIOHandler::Transformations orientation, bool alpha)
    : m_path(path), m_stored(stored), m_orientation(orientation),
      m_size(orientation.testFlag(QImageIOHandler::TransformationRotate90) ? stored.transposed() : stored),
      m_alpha(alpha), m_tiles(kCacheKib) {
    m_thread.setMaxThreadCount(1);
}

TiledPicture::~TiledPicture() {
    m_thread.clear();
    m_thread.waitForDone();
}

QImage TiledPicture::tileAtHand(const TileKey& key) {
    const QImage* known = m_tiles.object(key);
    return known ? *known : QImage();
}

QImage TiledPicture::tile(const TileKey& key) {
    const QImage known = tileAtHand(key);
    if (!known.isNull() || tileRect(key).isEmpty() || m_unreadable.contains(key)) return known;
    if (m_wanted.isEmpty() && !m_fetching) QMetaObject::invokeMethod(this, &TiledPicture::fetch, Qt::QueuedConnection);
    if (!m_wanted.contains(key)) m_wanted.append(key);
    return {};
}

void TiledPicture::fetch() {
    if (m_fetching || m_wanted.isEmpty()) return;
    // One reading for all tiles of a painting: a JPEG has to be read from its beginning for each. What
    // is still missing afterwards is asked for by the next painting; what is not looked at any more is not.
    QList<TileKey> keys;
    QRect part;
    for (const TileKey& key : std::as_const(m_wanted)) {
        if (key.level != m_wanted.last().level) continue;
        keys.append(key);
        part |= tileRect(key);
    }
    m_wanted.clear();
    m_fetching = true;
    const PicturePart wanted{m_path, m_stored, m_orientation, levelSize(keys.first().level), part};
    m_thread.start([this, keys, wanted] {
        const QImage pixels = decoded(wanted);
        QMetaObject::invokeMethod(
            this, [this, keys, wanted, pixels] { take(keys, wanted.rect, pixels); }, Qt::QueuedConnection);
    });
}

void TiledPicture::take(const QList<TileKey>& keys, const QRect& part, const QImage& pixels) {
    m_fetching = false;
    for (const TileKey& key : keys) {
        if (pixels.size() != part.size()) {
            m_unreadable.insert(key); // asking again would go on for ever
            continue;
        }
        const QImage tile = pixels.copy(tileRect(key).translated(-part.topLeft()));
        m_tiles.insert(key, new QImage(tile), qsizetype(tile.sizeInBytes() / 1024) + 1); // the cache owns it
    }
    Q_EMIT tilesReady();
    fetch();
}

} // namespace rb::ui
