#pragma once

#include "core/base/result.h"
#include "core/formats/coordinate_doctor.h"

#include <QHash>
#include <QString>

#include <optional>

namespace rb::exchange {

/// A picture that a file of annotations names.
struct FoundPicture {
    QString file;                ///< absolute; where it should be, when it is missing
    bool there = false;
    qint64 byteSize = 0;
    formats::PictureSize size;   ///< of its header; zero when it is missing or cannot be read
};

/// Finds pictures by the paths that annotations name: in the media folder, else by the bare file name
/// anywhere under it when only one file has it (data sets keep `file_name` without its folder). Each
/// path is looked up and its header read once.
class PictureFinder {
public:
    explicit PictureFinder(QString folder) : m_folder(std::move(folder)) {}

    const FoundPicture& find(const std::string& path);
    const QString& folder() const { return m_folder; }

private:
    QString byName(const QString& name);
    void indexNames();

    QString m_folder;
    QHash<QString, FoundPicture> m_found;
    std::optional<QHash<QString, QString>> m_byName; ///< an empty path: several files have the name
};

} // namespace rb::exchange
