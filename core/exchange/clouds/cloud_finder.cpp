#include "core/exchange/clouds/cloud_finder.h"

#include "core/clouds/cloud_reader.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace rb::exchange {

QString CloudFinder::find(const std::filesystem::path& named) {
    const QString name = QFile::decodeName(named.string().c_str()), direct = QDir::cleanPath(QDir(m_folder).absoluteFilePath(name));
    if (QFileInfo(direct).isFile()) return direct;
    if (!m_byName) indexNames();
    const QString found = m_byName->value(QFileInfo(name).fileName());
    return found.isEmpty() ? direct : found;
}

void CloudFinder::indexNames() {
    m_byName.emplace();
    const auto add = [&](const QString& name, const QString& path) {
        const auto known = m_byName->find(name);
        if (known == m_byName->end()) m_byName->insert(name, path);
        else known->clear();
    };
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        if (!clouds::isCloudFile(QFile::encodeName(file.filePath()).toStdString())) continue;
        add(file.fileName(), file.absoluteFilePath());
        if (file.completeBaseName() != file.fileName()) add(file.completeBaseName(), file.absoluteFilePath());
    }
}

} // namespace rb::exchange
