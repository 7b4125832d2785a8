#pragma once

#include "ui/image_view/picture_source.h"

#include <vector>

namespace rb::ui {

/// A picture that is in memory as a whole.
class MemoryPicture : public PictureSource {
    Q_OBJECT

public:
    explicit MemoryPicture(const QImage& image);

    QSize size() const override { return m_size; }
    bool hasAlpha() const override;
    QImage tile(const TileKey& key) override { return tileAtHand(key); }
    /// Shares the picture's memory: must not outlive this.
    QImage tileAtHand(const TileKey& key) override;

private:
    std::vector<QImage> m_levels;
    QSize m_size;
};

} // namespace rb::ui
