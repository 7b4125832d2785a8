#pragma once

#include "ui/gallery/image_store.h"

namespace rb::ui {

/// Small pictures of files; `ready` names the file.
class ThumbnailStore : public ImageStore {
    Q_OBJECT

public:
    explicit ThumbnailStore(int side, QObject* parent = nullptr) : ImageStore(parent), m_side(side) {}

    /// The thumbnail when it is there; otherwise null, and `ready` follows.
    QImage thumbnail(const QString& file);

private:
    int m_side;
};

} // namespace rb::ui
