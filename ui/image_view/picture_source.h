#pragma once

#include <QImage>
#include <QObject>
#include <QRect>
#include <QSize>

namespace rb::ui {

/// One tile of a picture: `level` counts halvings of the picture.
struct TileKey {
    int level = 0;
    int column = 0;
    int row = 0;
    friend bool operator==(const TileKey&, const TileKey&) = default;
};

size_t qHash(const TileKey& key, size_t seed = 0);

/// Where the shown pixels come from: a picture with its halvings, cut into tiles, so that drawing costs
/// what the screen costs, not what the file has pixels, and shows no moiré. Tiles overlap by one pixel,
/// for smooth drawing without seams. GUI thread.
class PictureSource : public QObject {
    Q_OBJECT

public:
    static constexpr int kTileSide = 512; ///< of the part of a tile that is its own

    using QObject::QObject;

    virtual QSize size() const = 0;
    virtual bool hasAlpha() const = 0;
    /// The pixels of tileRect(key). A null image when they are not there yet: they are then fetched, and
    /// tilesReady() comes.
    virtual QImage tile(const TileKey& key) = 0;
    /// The same without fetching anything.
    virtual QImage tileAtHand(const TileKey& key) = 0;

    int levelCount() const; ///< the last level fits one tile
    QSize levelSize(int level) const;
    QRect ownRect(const TileKey& key) const;  ///< in pixels of its level
    QRect tileRect(const TileKey& key) const; ///< with the overlap, inside the level

Q_SIGNALS:
    void tilesReady();
};

} // namespace rb::ui
