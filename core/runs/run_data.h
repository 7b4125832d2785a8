#pragma once

#include "core/base/result.h"
#include "core/geometry/box2.h"
#include "core/geometry/box3.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace rb::runs {

/// One caption that a run learns from or is measured with.
struct RunItem {
    qint64 media = 0, region = 0;       ///< ids of the project; 0: the picture or cloud as a whole
    QString file;                       ///< absolute path of the picture or cloud
    bool cloud = false;
    std::optional<geometry::Box2> box;  ///< of a picture's region, in pixels as it is shown
    std::optional<geometry::Box3> box3; ///< of a cloud's region, in the file's coordinates
    QString caption;
    QString split;                      ///< "val" and "test"; everything else is learnt
};

struct RunDataSummary {
    int train = 0, val = 0, test = 0;   ///< captions
    QString fingerprint;                ///< SHA-256 of all lists

    friend bool operator==(const RunDataSummary&, const RunDataSummary&) = default;
};

QJsonObject toJson(const RunDataSummary& summary);
RunDataSummary summaryFrom(const QJsonObject& object);

/// Where nothing is held out yet, every tenth picture and every tenth cloud becomes "val" (of three at least one), so that a
/// training can be measured. The same items give the same choice. How many captions that were.
int holdBack(std::vector<RunItem>& items);

/// Writes a run's captions as they are now: `<folder>/train/regions.json`, `val/…`, `test/…`, lists of regions as
/// train::readSamples() takes them, which name pictures and clouds where they lie. So a run goes on with the same captions whatever becomes of the project meanwhile.
Result<RunDataSummary> writeRunData(const std::vector<RunItem>& items, const QString& folder);

/// The held-out items in the order of their list; "regions:3" in a training's messages is the third.
Result<std::vector<RunItem>> readHeldOut(const QString& folder);
/// -1 for an id that is none.
int numberOfId(const QString& id);

} // namespace rb::runs
