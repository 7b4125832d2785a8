#include "core/base/sha256.h"

#include <QCryptographicHash>
#include <QFile>

namespace rb {

Result<std::string> sha256OfFile(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, path.string() + " could not be read: " +
                                                    file.errorString().toStdString() + "."};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return Error{ErrorCode::FileUnreadable, path.string() + " could not be read to its end."};
    return hash.result().toHex().toStdString();
}

std::string sha256Of(std::string_view bytes) {
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace rb
