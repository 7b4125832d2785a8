#include "core/runs/run_data.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>
#include <tuple>

namespace rb::runs {
namespace {

const QString kMedium[] = {QStringLiteral("image"), QStringLiteral("cloud")}, kBox = QStringLiteral("bbox"), kBox3 = QStringLiteral("bbox3");
const QString kSplits[] = {QStringLiteral("train"), QStringLiteral("val"), QStringLiteral("test")};
constexpr std::size_t kOneOf = 10, kFewest = 3;
constexpr qint64 kLargestList = qint64(1) << 30;

QString listOf(const QString& folder, const QString& split) { return folder + QLatin1Char('/') + split + QStringLiteral("/regions.json"); }

QString splitOf(const RunItem& item) { return item.split == kSplits[1] || item.split == kSplits[2] ? item.split : kSplits[0]; }

QJsonObject record(const RunItem& item) {
    QJsonObject o{{kMedium[item.cloud], item.file}, {QStringLiteral("caption"), item.caption},
                  {QStringLiteral("media_id"), QString::number(item.media)}, {QStringLiteral("region_id"), QString::number(item.region)}};
    if (const auto& box = item.box) o[kBox] = QJsonArray{box->x, box->y, box->width, box->height};
    if (const auto& box = item.box3) {
        const auto& [c, s] = std::tie(box->center, box->size);
        o[kBox3] = QJsonArray{c[0], c[1], c[2], s[0], s[1], s[2], box->yaw};
    }
    return o;
}

RunItem itemFrom(const QJsonObject& o, const QString& split) {
    const bool cloud = o.contains(kMedium[true]);
    RunItem item{o[QStringLiteral("media_id")].toString().toLongLong(), o[QStringLiteral("region_id")].toString().toLongLong(),
                 o[kMedium[cloud]].toString(), cloud, {}, {}, o[QStringLiteral("caption")].toString(), split};
    const QJsonArray box = o[kBox].toArray(), box3 = o[kBox3].toArray();
    const auto at = [](const QJsonArray& numbers, int i) { return numbers[i].toDouble(); };
    if (box.size() == 4) item.box = geometry::Box2{at(box, 0), at(box, 1), at(box, 2), at(box, 3)};
    if (box3.size() == 7) item.box3 = geometry::Box3{{at(box3, 0), at(box3, 1), at(box3, 2)}, {at(box3, 3), at(box3, 4), at(box3, 5)}, at(box3, 6)};
    return item;
}

/// One record a line, so that a difference of two lists can be read.
std::string textOf(const std::vector<const RunItem*>& items) {
    QByteArray text = "[";
    for (const RunItem* item : items) text += (text.size() > 1 ? ",\n" : "\n") + QJsonDocument(record(*item)).toJson(QJsonDocument::Compact);
    return (text + "\n]\n").toStdString();
}

std::set<QString> oneOfTen(const std::set<QString>& files) {
    std::set<QString> some;
    if (files.size() < kFewest) return some;
    const std::size_t first = std::min(kOneOf, files.size()) / 2; // small sets give one too
    std::size_t number = 0;
    for (const QString& file : files)
        if (number++ % kOneOf == first) some.insert(file);
    return some;
}

} // namespace

QJsonObject toJson(const RunDataSummary& s) {
    return {{kSplits[0], s.train}, {kSplits[1], s.val}, {kSplits[2], s.test}, {QStringLiteral("fingerprint"), s.fingerprint}};
}

RunDataSummary summaryFrom(const QJsonObject& o) {
    return {o[kSplits[0]].toInt(), o[kSplits[1]].toInt(), o[kSplits[2]].toInt(), o[QStringLiteral("fingerprint")].toString()};
}

int holdBack(std::vector<RunItem>& items) {
    std::set<QString> learnt[2];
    for (const RunItem& item : items) {
        if (item.split == kSplits[1]) return 0;
        if (splitOf(item) == kSplits[0]) learnt[item.cloud].insert(item.file);
    }
    std::set<QString> held = oneOfTen(learnt[false]);
    held.merge(oneOfTen(learnt[true]));
    int count = 0;
    for (RunItem& item : items)
        if (splitOf(item) == kSplits[0] && held.contains(item.file)) {
            item.split = kSplits[1];
            ++count;
        }
    return count;
}

Result<RunDataSummary> writeRunData(const std::vector<RunItem>& items, const QString& folder) {
    RunDataSummary summary;
    std::string all;
    for (const QString& split : kSplits) {
        std::vector<const RunItem*> some;
        for (const RunItem& item : items)
            if (splitOf(item) == split) some.push_back(&item);
        (split == kSplits[0] ? summary.train : split == kSplits[1] ? summary.val : summary.test) = static_cast<int>(some.size());
        const std::string text = textOf(some);
        const QString list = listOf(folder, split);
        if (!QDir().mkpath(QFileInfo(list).path())) return Error{ErrorCode::WriteFailed, folder.toStdString() + " cannot be made."};
        if (Status written = replaceFile(list.toStdString(), text); !written.ok()) return written.error();
        all += text;
    }
    summary.fingerprint = QString::fromStdString(sha256Of(all));
    if (summary.train == 0) return Error{ErrorCode::InvalidArgument, "There is no accepted caption to learn from; accept some first, or choose others."};
    return summary;
}

Result<std::vector<RunItem>> readHeldOut(const QString& folder) {
    const auto text = readFile(listOf(folder, kSplits[1]).toStdString(), kLargestList);
    if (!text.ok()) return text.error();
    std::vector<RunItem> items;
    for (const QJsonValue& value : QJsonDocument::fromJson(QByteArray::fromStdString(*text)).array()) items.push_back(itemFrom(value.toObject(), kSplits[1]));
    return items;
}

int numberOfId(const QString& id) {
    bool good = false;
    const int number = id.section(QLatin1Char(':'), -1).toInt(&good);
    return good && number > 0 ? number - 1 : -1;
}

} // namespace rb::runs
