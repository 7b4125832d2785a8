#include "core/runs/adapter_book.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rb::runs {

static constexpr qint64 kLargestBook = 1 << 20;

AdapterBook readBook(const QString& path) {
    AdapterBook book;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return book;
    const QJsonObject o = QJsonDocument::fromJson(file.read(kLargestBook)).object();
    const QJsonObject names = o[QStringLiteral("names")].toObject();
    for (auto name = names.begin(); name != names.end(); ++name) book.names[name.key()] = name->toString();
    for (const QJsonValue& id : o[QStringLiteral("active")].toArray()) book.active << id.toString();
    return book;
}

Status writeBook(const AdapterBook& book, const QString& file) {
    QJsonObject names;
    for (auto name = book.names.begin(); name != book.names.end(); ++name) names[name.key()] = name.value();
    const QJsonObject o{{QStringLiteral("names"), names}, {QStringLiteral("active"), QJsonArray::fromStringList(book.active)}};
    if (!QDir().mkpath(QFileInfo(file).path())) return Error{ErrorCode::WriteFailed, file.toStdString() + " cannot be written: its folder cannot be made."};
    return replaceFile(file.toStdString(), QJsonDocument(o).toJson().toStdString());
}

} // namespace rb::runs
