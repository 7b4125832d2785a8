#include "core/runs/run_history.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace rb::runs {
namespace {

constexpr qint64 kLargestCard = 1 << 20;

std::optional<QJsonObject> cardIn(const QString& folder) {
    QFile file(folder + QStringLiteral("/run.json"));
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonDocument card = QJsonDocument::fromJson(file.read(kLargestCard));
    return card.isObject() ? std::optional(card.object()) : std::nullopt;
}

Error unknown(const QString& id) { return {ErrorCode::FileNotFound, "There is no run " + id.toStdString() + " any more."}; }

Status move(const QString& from, const QString& to) {
    if (QDir().mkpath(QFileInfo(to).path()) && QDir().rename(from, to)) return {};
    return Error{ErrorCode::WriteFailed, from.toStdString() + " cannot be moved to " + to.toStdString() + "."};
}

} // namespace

RunHistory::RunHistory(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder)) {}

std::optional<Run> RunHistory::run(const QString& id) const {
    const auto card = cardIn(pathOf(id));
    if (!card) return std::nullopt;
    return Run{id,
               (*card)[QStringLiteral("name")].toString(id),
               QDateTime::fromString((*card)[QStringLiteral("created")].toString(), Qt::ISODateWithMs),
               settingsFrom((*card)[QStringLiteral("settings")].toObject()),
               summaryFrom((*card)[QStringLiteral("data")].toObject()),
               (*card)[QStringLiteral("queued")].toBool(),
               summaryOfRun(pathOf(id))};
}

std::vector<Run> RunHistory::runs() const {
    std::vector<Run> all;
    for (const QString& id : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (auto one = run(id)) all.push_back(std::move(*one));
    std::stable_sort(all.begin(), all.end(), [](const Run& a, const Run& b) { return a.created > b.created; });
    return all;
}

std::optional<Run> RunHistory::nextInQueue() const {
    const std::vector<Run> all = runs();
    const auto oldest = std::find_if(all.rbegin(), all.rend(), [](const Run& run) { return run.queued && !run.active(); });
    return oldest == all.rend() ? std::nullopt : std::optional(*oldest);
}

QString RunHistory::freeId() const {
    const QString stem = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    QString id = stem;
    for (int i = 2; QFileInfo::exists(pathOf(id)) || QFileInfo::exists(pathOf(QStringLiteral("trash/") + id)); ++i)
        id = stem + QLatin1Char('-') + QString::number(i);
    return id;
}

Result<Run> RunHistory::create(const QString& name, const RunSettings& settings, const std::vector<RunItem>& items) {
    Run run{freeId(), name, QDateTime::currentDateTimeUtc(), settings, {}, true, {}};
    auto data = writeRunData(items, dataOf(run.id));
    if (!data.ok()) {
        QDir(pathOf(run.id)).removeRecursively();
        return data.error();
    }
    run.data = std::move(*data);
    if (run.name.isEmpty()) run.name = run.id;
    if (Status written = write(run); !written.ok()) return written.error();
    return run;
}

Status RunHistory::write(const Run& run) {
    const QJsonObject card{{QStringLiteral("name"), run.name},
                           {QStringLiteral("created"), run.created.toString(Qt::ISODateWithMs)},
                           {QStringLiteral("settings"), toJson(run.settings)},
                           {QStringLiteral("data"), toJson(run.data)},
                           {QStringLiteral("queued"), run.queued}};
    const Status written = replaceFile((pathOf(run.id) + QStringLiteral("/run.json")).toStdString(), QJsonDocument(card).toJson().toStdString());
    if (written.ok()) Q_EMIT changed();
    return written;
}

Status RunHistory::rename(const QString& id, const QString& name) {
    auto found = run(id);
    if (!found) return unknown(id);
    found->name = name;
    return write(*found);
}

Status RunHistory::setQueued(const QString& id, bool queued) {
    auto found = run(id);
    if (!found) return unknown(id);
    if (found->queued == queued) return {};
    found->queued = queued;
    return write(*found);
}

Status RunHistory::remove(const QString& id) {
    const auto found = run(id);
    if (!found) return unknown(id);
    if (found->active()) return Error{ErrorCode::Locked, "The run " + found->name.toStdString() + " still trains; stop it first."};
    const Status moved = move(pathOf(id), pathOf(QStringLiteral("trash/") + id));
    if (moved.ok()) Q_EMIT changed();
    return moved;
}

Status RunHistory::restore(const QString& id) {
    const Status moved = move(pathOf(QStringLiteral("trash/") + id), pathOf(id));
    if (moved.ok()) Q_EMIT changed();
    return moved;
}

} // namespace rb::runs
