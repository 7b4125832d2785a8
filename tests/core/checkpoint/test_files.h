#pragma once

#include "core/checkpoint/checkpoint.h"

#include <QByteArray>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QString>
#include <QTest>

namespace rb::checkpoint::testing {

inline QString dataPath(const char* relative) {
    return QStringLiteral(RB_TEST_DATA) + u'/' + QString::fromUtf8(relative);
}

inline std::filesystem::path fsPath(const QString& path) {
    return path.toStdString();
}

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeContent(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A tensor's dense bytes; null after a failure.
inline QByteArray bytesOf(const Checkpoint& checkpoint, const TensorInfo& info) {
    QByteArray bytes(static_cast<qsizetype>(info.byteCount()), '\x5a');
    return checkpoint.read(info, bytes.data()).ok() ? bytes : QByteArray();
}

/// Whether `message` is one sentence that names `fileName`.
inline bool isOneSentenceNaming(const std::string& message, const QString& fileName) {
    QString text = QString::fromStdString(message);
    text.remove(QRegularExpression(QStringLiteral("\"[^\"]*\""))); // what the file itself says
    return text.contains(fileName) && text.endsWith(u'.') && !text.contains(u'\n') &&
           !text.chopped(1).contains(QStringLiteral(". ")) && text.size() > fileName.size() + 20;
}

/// One safetensors file from its JSON and data.
inline QByteArray safetensors(const QByteArray& json, const QByteArray& data = {}) {
    const auto length = static_cast<quint64>(json.size());
    return QByteArray(reinterpret_cast<const char*>(&length), 8) + json + data;
}

} // namespace rb::checkpoint::testing
