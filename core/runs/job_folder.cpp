#include "core/runs/job_folder.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace rb::runs {

JobFolder::JobFolder(const QString& folder) : m_final(folder), m_folder(folder.toStdString()) {}

QString JobFolder::path() const { return QString::fromStdString(m_folder.path().string()); }

Status JobFolder::create() {
    if (QFileInfo::exists(m_final)) return Error{ErrorCode::InvalidArgument, m_final.toStdString() + " is there already; choose another name for the job."};
    return m_folder.create();
}

Status JobFolder::add(const QString& file, const QString& to) {
    const QString target = path() + QLatin1Char('/') + to;
    QFile source(file);
    if (QDir().mkpath(QFileInfo(target).path()) && source.copy(target)) return {};
    return Error{ErrorCode::WriteFailed, file.toStdString() + " cannot be copied into the job: " + source.errorString().toStdString() + "."};
}

Status JobFolder::addModel(const QString& folder) {
    if (!QFileInfo::exists(folder + QStringLiteral("/config.json")))
        return Error{ErrorCode::FileNotFound, "\"" + folder.toStdString() + "\" is no model folder; choose the model that the job works with."};
    const QDir model(folder);
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next(), inside = model.relativeFilePath(file);
        if (inside.startsWith(QLatin1String("samples/"))) continue; // for newcomers, not for work
        if (Status added = add(file, QStringLiteral("model/") + inside); !added.ok()) return added;
    }
    return {};
}

Result<QString> JobFolder::addAdapter(const QString& file) {
    const QFileInfo info(file);
    // Adapters of runs are all called the same.
    const QString stem = info.fileName() == QLatin1String("adapter.safetensors") ? info.dir().dirName() : info.completeBaseName();
    const QString to = QStringLiteral("adapters/%1.safetensors").arg(stem);
    const Status added = add(file, to);
    return added.ok() ? Result<QString>(to) : Result<QString>(added.error());
}

Result<QString> JobFolder::addMedium(const QString& file) {
    if (const auto known = m_media.constFind(file); known != m_media.constEnd()) return *known;
    const QString to = QStringLiteral("media/%1-%2").arg(m_media.size() + 1, 6, 10, QLatin1Char('0')).arg(QFileInfo(file).fileName());
    if (Status added = add(file, to); !added.ok()) return added.error();
    m_media.insert(file, to);
    return to;
}

Status JobFolder::addText(const QString& name, const QString& text) { return replaceFile((path() + QLatin1Char('/') + name).toStdString(), text.toStdString()); }

Status JobFolder::addScript(const QString& name, const QString& text) {
    if (Status written = addText(name, text); !written.ok()) return written;
    QFile file(path() + QLatin1Char('/') + name);
    file.setPermissions(file.permissions() | QFile::ExeOwner);
    return {};
}

Status JobFolder::finish() { return m_folder.finish(); }

QString shellWords(const QStringList& words) {
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:=,+-]+$"));
    QStringList quoted;
    for (const QString& word : words)
        quoted << (plain.match(word).hasMatch() ? word : QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\''));
    return quoted.join(QLatin1Char(' '));
}

} // namespace rb::runs
