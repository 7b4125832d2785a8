#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace rb::ui {

/// Small pictures of files, decoded on a thread of its own; those not looked at for long are
/// forgotten. GUI thread only.
class ThumbnailStore : public QObject {
    Q_OBJECT

public:
    explicit ThumbnailStore(int side, QObject* parent = nullptr);
    ~ThumbnailStore() override;

    /// The thumbnail when it is there; otherwise null, and `ready` follows.
    QImage thumbnail(const QString& file);

Q_SIGNALS:
    void ready(const QString& file);

private:
    int m_side;
    QCache<QString, QImage> m_images; ///< cost in kilobytes
    QSet<QString> m_wanted;
    QThreadPool m_pool;
};

} // namespace rb::ui
