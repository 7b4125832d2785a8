#include "core/exchange/picture_finder.h"

#include "core/media/image.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace rb::exchange {

void PictureFinder::indexNames() {
    constexpr int kMostFiles = 5'000'000;
    m_byName.emplace();
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    for (int i = 0; i < kMostFiles && files.hasNext(); ++i) {
        const QString file = files.next();
        const QString name = files.fileName();
        const auto known = m_byName->find(name);
        if (known == m_byName->end()) m_byName->insert(name, file);
        else known->clear();
    }
}

QString PictureFinder::byName(const QString& name) {
    if (!m_byName) indexNames();
    return m_byName->value(name);
}

const FoundPicture& PictureFinder::find(const std::string& path) {
    const QString relative = QString::fromStdString(path);
    if (const auto known = m_found.constFind(relative); known != m_found.constEnd()) return *known;
    FoundPicture picture;
    picture.file = QDir::cleanPath(QDir(m_folder).absoluteFilePath(relative));
    if (!QFileInfo(picture.file).isFile())
        if (const QString elsewhere = byName(QFileInfo(relative).fileName()); !elsewhere.isEmpty()) picture.file = QDir::cleanPath(elsewhere);
    const QFileInfo info(picture.file);
    picture.there = info.isFile();
    if (picture.there) {
        picture.byteSize = info.size();
        const auto header = media::readImageHeader(QFile::encodeName(picture.file).toStdString());
        if (header.ok()) picture.size = {header->shownWidth(), header->shownHeight(), header->exifOrientation};
    }
    return *m_found.insert(relative, picture);
}

} // namespace rb::exchange
