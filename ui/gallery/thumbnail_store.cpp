#include "ui/gallery/thumbnail_store.h"

#include "core/clouds/cloud_reader.h"
#include "core/jobs/media_import.h"
#include "ui/gallery/cloud_thumbnail.h"

#include <QFile>
#include <QImageReader>

namespace rb::ui {

static QImage decoded(const QString& file, int side) {
    if (!jobs::isPictureName(file) && clouds::isCloudFile(QFile::encodeName(file).toStdString())) return cloudThumbnail(file, side);
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid()) reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
    return reader.read();
}

QImage ThumbnailStore::thumbnail(const QString& file) {
    return image(file, [file, side = m_side] { return decoded(file, side); });
}

} // namespace rb::ui
