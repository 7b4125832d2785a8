#include "core/exchange/export_path.h"

#include <QFile>
#include <QFileInfo>

namespace rb::formats {

Result<std::filesystem::path> exportPath(const project::Project& project, const QString& path) {
    if (QFileInfo(path).canonicalFilePath() == project.path())
        return Error{ErrorCode::InvalidArgument,
                     path.toStdString() + " is the project itself; choose another name for the export."};
    return std::filesystem::path(QFile::encodeName(path).toStdString());
}

} // namespace rb::formats
