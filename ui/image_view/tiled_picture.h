#pragma once

#include "core/base/result.h"
#include "ui/image_view/picture_source.h"

#include <QCache>
#include <QImageIOHandler>
#include <QSet>
#include <QThreadPool>

#include <memory>

namespace rb::ui {

/// A picture in a file that is too large to be held as a whole: the tiles that are looked at are decoded
/// on another thread and the last 256 MiB of them are kept. JPEG files are read in parts and, small, at a
/// fraction of their size; formats whose reader knows no parts are decoded as a whole each time, for a
/// moment.
class TiledPicture : public PictureSource {
    Q_OBJECT

public:
    static constexpr qsizetype kCacheKib = 256 * 1024;

    /// Reads only the header. A refusal is one sentence that names the file and the reason.
    static Result<std::shared_ptr<TiledPicture>> open(const QString& path);
    ~TiledPicture() override; ///< waits for a part that is being decoded

    QSize size() const override { return m_size; } ///< as shown: EXIF's orientation applied
    bool hasAlpha() const override { return m_alpha; }
    QImage tile(const TileKey& key) override;
    QImage tileAtHand(const TileKey& key) override;

    /// KiB of tiles held now.
    qsizetype cachedKib() const { return m_tiles.totalCost(); }

private:
    TiledPicture(const QString& path, QSize stored, QImageIOHandler::Transformations orientation, bool alpha);

    void fetch();
    void take(const QList<TileKey>& keys, const QRect& part, const QImage& pixels);

    QString m_path;
    QSize m_stored; ///< before EXIF's orientation
    QImageIOHandler::Transformations m_orientation;
    QSize m_size;
    bool m_alpha;
    QCache<TileKey, QImage> m_tiles; ///< cost in KiB
    QSet<TileKey> m_unreadable;
    QList<TileKey> m_wanted;
    bool m_fetching = false;
    QThreadPool m_thread;
};

} // namespace rb::ui
