#include "ui/gallery/image_store.h"

#include <algorithm>

namespace rb::ui {

// Some hundred thumbnails: many screens of the gallery.
static constexpr qsizetype kCacheKilobytes = 96 * 1024;

ImageStore::ImageStore(QObject* parent) : QObject(parent) {
    m_images.setMaxCost(kCacheKilobytes);
    m_pool.setMaxThreadCount(1); // one is faster than scrolling, and leaves the cores to the model
}

ImageStore::~ImageStore() {
    m_pool.clear();
    m_pool.waitForDone();
}

QImage ImageStore::image(const QString& key, std::function<QImage()> make) {
    if (const QImage* known = m_images.object(key)) return *known;
    if (m_wanted.contains(key)) return {};
    m_wanted.insert(key);
    m_pool.start([this, key, make = std::move(make)] {
        const QImage image = make();
        QMetaObject::invokeMethod(this, [this, key, image] {
            m_images.insert(key, new QImage(image), std::max<qsizetype>(1, image.sizeInBytes() / 1024)); // the cache owns it
            m_wanted.remove(key);
            Q_EMIT ready(key);
        }, Qt::QueuedConnection);
    });
    return {};
}

bool ImageStore::isNull(const QString& key) const {
    const QImage* known = m_images.object(key);
    return known && known->isNull();
}

} // namespace rb::ui
