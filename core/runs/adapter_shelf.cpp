#include "core/runs/adapter_shelf.h"

#include "core/checkpoint/checkpoint.h"
#include "core/runs/adapter_book.h"
#include "core/vlm/adapter.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace rb::runs {
namespace {

const QString kImported = QStringLiteral("adapters"), kOfRun = QStringLiteral("/adapter.safetensors");

QString bookOf(const QString& folder) { return folder + QStringLiteral("/adapters.json"); }

Error unknown(const QString& id) { return {ErrorCode::FileNotFound, "There is no adapter " + id.toStdString() + " any more."}; }

Status moved(const QString& from, const QString& to) {
    if (QDir().mkpath(QFileInfo(to).path()) && QFile::rename(from, to)) return {};
    return Error{ErrorCode::WriteFailed, from.toStdString() + " cannot be moved to " + to.toStdString() + "."};
}

Status copied(const QString& from, const QString& to) {
    QFile source(from);
    if (QDir().mkpath(QFileInfo(to).path()) && source.copy(to)) return {};
    return Error{ErrorCode::WriteFailed, to.toStdString() + " cannot be written: " + source.errorString().toStdString() + "."};
}

/// "birds.safetensors", or "birds-2.safetensors" where that is taken.
QString freeName(const QString& folder, const QFileInfo& file) {
    QString name = file.completeBaseName() + QStringLiteral(".safetensors");
    for (int i = 2; QFileInfo::exists(folder + QLatin1Char('/') + name); ++i)
        name = file.completeBaseName() + QLatin1Char('-') + QString::number(i) + QStringLiteral(".safetensors");
    return name;
}

QMap<QString, double> metricsIn(const QString& text) {
    QMap<QString, double> metrics;
    const QJsonObject o = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto value = o.begin(); value != o.end(); ++value) metrics[value.key()] = value->toDouble();
    return metrics;
}

} // namespace

AdapterShelf::AdapterShelf(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder)) {}

QStringList AdapterShelf::ids() const {
    QStringList ids;
    for (const QString& name : QDir(pathOf(kImported)).entryList({QStringLiteral("*.safetensors")}, QDir::Files)) ids << kImported + QLatin1Char('/') + name;
    for (const QString& run : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (QFileInfo::exists(pathOf(run + kOfRun))) ids << run + kOfRun;
    return ids;
}

std::optional<Adapter> AdapterShelf::read(const QString& id) const {
    const QFileInfo file(pathOf(id));
    const auto card = vlm::readAdapterCard(file.filePath().toStdString());
    if (!card.ok()) return std::nullopt;
    Adapter adapter;
    adapter.id = id;
    adapter.file = file.absoluteFilePath();
    if (id.endsWith(kOfRun)) adapter.run = id.chopped(kOfRun.size());
    adapter.bytes = file.size();
    adapter.changed = file.lastModified();
    adapter.base = QString::fromStdString(card->base);
    adapter.baseName = QString::fromStdString(card->baseName);
    adapter.preset = QString::fromStdString(card->preset);
    for (const auto& [key, value] : card->metadata) adapter.card[QString::fromStdString(key)] = QString::fromStdString(value);
    adapter.metrics = metricsIn(adapter.card.value(QStringLiteral("metrics")));
    return adapter;
}

std::optional<Adapter> AdapterShelf::adapter(const QString& id) const {
    auto adapter = read(id);
    if (!adapter) return adapter;
    const AdapterBook book = readBook(bookOf(m_folder));
    adapter->name = book.names.value(id, adapter->run.isEmpty() ? QFileInfo(id).completeBaseName() : adapter->run);
    adapter->active = book.active.contains(id);
    return adapter;
}

std::vector<Adapter> AdapterShelf::adapters() const {
    std::vector<Adapter> all;
    for (const QString& id : ids())
        if (auto one = adapter(id)) all.push_back(std::move(*one));
    std::stable_sort(all.begin(), all.end(), [](const Adapter& a, const Adapter& b) { return a.changed > b.changed; });
    return all;
}

Result<Adapter> AdapterShelf::import(const QString& file, const QString& fingerprint) {
    const auto card = vlm::readAdapterCard(file.toStdString());
    if (!card.ok()) return card.error();
    if (QString::fromStdString(card->base) != fingerprint)
        return Error{ErrorCode::ModelIncomplete, file.toStdString() + " was trained on another model (" + card->baseName + "); open that one first."};
    const QString id = kImported + QLatin1Char('/') + freeName(pathOf(kImported), QFileInfo(file));
    if (Status done = copied(file, pathOf(id)); !done.ok()) return done.error();
    Q_EMIT changed();
    return *adapter(id);
}

Status AdapterShelf::exportTo(const QString& id, const QString& file) const {
    if (!QFileInfo::exists(pathOf(id))) return unknown(id);
    if (QFileInfo::exists(file) && !QFile::remove(file)) return Error{ErrorCode::WriteFailed, file.toStdString() + " cannot be replaced."};
    return copied(pathOf(id), file);
}

Status AdapterShelf::rename(const QString& id, const QString& name) {
    if (!QFileInfo::exists(pathOf(id))) return unknown(id);
    AdapterBook book = readBook(bookOf(m_folder));
    book.names[id] = name;
    const Status written = writeBook(book, bookOf(m_folder));
    if (written.ok()) Q_EMIT changed();
    return written;
}

// '+' for '/', so that what was deleted of a run lies beside the run, and not in it.
QString AdapterShelf::trashOf(const QString& id) const {
    return pathOf(QStringLiteral("trash/adapters/") + QString(id).replace(QLatin1Char('/'), QLatin1Char('+')));
}

Status AdapterShelf::remove(const QString& id) {
    if (!QFileInfo::exists(pathOf(id))) return unknown(id);
    QStringList others = active();
    if (others.removeAll(id) > 0)
        if (Status off = activate(others); !off.ok()) return off;
    QFile::remove(trashOf(id)); // of an earlier one with the same name
    const Status gone = moved(pathOf(id), trashOf(id));
    if (gone.ok()) Q_EMIT changed();
    return gone;
}

Status AdapterShelf::restore(const QString& id) {
    const Status back = moved(trashOf(id), pathOf(id));
    if (back.ok()) Q_EMIT changed();
    return back;
}

QStringList AdapterShelf::active() const {
    QStringList ids = readBook(bookOf(m_folder)).active;
    ids.removeIf([this](const QString& id) { return !QFileInfo::exists(pathOf(id)); });
    return ids;
}

Status AdapterShelf::goTogether(const QStringList& ids) const {
    std::set<std::string> changedTensors;
    for (const QString& id : ids) {
        const auto file = checkpoint::Checkpoint::open(pathOf(id).toStdString());
        if (!file.ok()) return file.error();
        for (const auto& [name, tensor] : file->tensors())
            if (!changedTensors.insert(name).second)
                return Error{ErrorCode::InvalidArgument, "Two of these adapters change the same part of the model (" + name + "); switch on only one of them."};
    }
    return {};
}

Status AdapterShelf::activate(const QStringList& ids) {
    if (Status fits = goTogether(ids); !fits.ok()) return fits;
    AdapterBook book = readBook(bookOf(m_folder));
    book.active = ids;
    const Status written = writeBook(book, bookOf(m_folder));
    if (written.ok()) Q_EMIT changed();
    return written;
}

} // namespace rb::runs
