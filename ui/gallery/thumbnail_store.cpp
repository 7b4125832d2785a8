#include "ui/gallery/thumbnail_store.h"

#include "core/clouds/cloud_reader.h"
#include "core/jobs/media_import.h"
#include "ui/gallery/cloud_thumbnail.h"

#include <QFile>
#include <QImageReader>

#include <algorithm>

namespace rb::ui {

// Some hundred thumbnails: many screens of the gallery.
static constexpr qsizetype kCacheKilobytes = 96 * 1024;

ThumbnailStore::ThumbnailStore(int side, QObject* parent) : QObject(parent), m_side(side) {
    m_images.setMaxCost(kCacheKilobytes);
    m_pool.setMaxThreadCount(1); // one is faster than scrolling, and leaves the cores to the model
}

ThumbnailStore::~ThumbnailStore() {
    m_pool.clear();
    m_pool.waitForDone();
}

static QImage decoded(const QString& file, int side) {
    if (!jobs::isPictureName(file) && clouds::isCloudFile(QFile::encodeName(file).toStdString())) return cloudThumbnail(file, side);
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid()) reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
    return reader.read();
}

QImage ThumbnailStore::thumbnail(const QString& file) {
    if (const QImage* known = m_images.object(file)) return *known;
    if (m_wanted.contains(file)) return {};
    m_wanted.insert(file);
    m_pool.start([this, file, side = m_side] {
        const QImage image = decoded(file, side);
        QMetaObject::invokeMethod(this, [this, file, image] {
            m_images.insert(file, new QImage(image), std::max<qsizetype>(1, image.sizeInBytes() / 1024)); // the cache owns it
            m_wanted.remove(file);
            Q_EMIT ready(file);
        }, Qt::QueuedConnection);
    });
    return {};
}

} // namespace rb::ui
