#include "core/project/storage_check.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <sys/vfs.h>

namespace rb::project {

Status checkLocalStorage(const QString& path) {
    // Magic numbers of statfs(2): NFS, SMB, SMB2, CIFS, AFS, CODA, 9P.
    constexpr unsigned kNetwork[] = {0x6969, 0x517B, 0xFE534D42, 0xFF534D42, 0x5346414F, 0x73757245, 0x01021997};
    struct statfs info {};
    const QByteArray folder = QFileInfo(path).absolutePath().toUtf8();
    if (::statfs(folder.constData(), &info) != 0) return {};
    const auto type = static_cast<unsigned>(info.f_type);
    if (std::find(std::begin(kNetwork), std::end(kNetwork), type) == std::end(kNetwork)) return {};
    return Error{ErrorCode::Unsupported, path.toStdString() + " lies on a network folder, where edits could be lost; "
                                                              "put the project file on a local disk."};
}

} // namespace rb::project
