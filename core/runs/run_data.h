#pragma once

#include "core/base/result.h"
#include "core/geometry/box2.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace rb::runs {

/// One caption that a run learns from or is measured with.
struct RunItem {
    qint64 media = 0, region = 0;       ///< ids of the project; 0: the picture as a whole
    QString picture;                    ///< absolute path
    std::optional<geometry::Box2> box;  ///< pixels of the shown picture
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

/// Where nothing is held out yet, every tenth picture becomes "val" (of three pictures at least one), so that a training can be
/// measured. The same items give the same choice. How many captions that were.
int holdBack(std::vector<RunItem>& items);

/// Writes a run's captions as they are now: `<folder>/train/regions.json`, `val/…`, `test/…`, lists of RegionBLIP regions that
/// name the pictures where they lie. So a run goes on with the same captions whatever becomes of the project meanwhile.
Result<RunDataSummary> writeRunData(const std::vector<RunItem>& items, const QString& folder);

/// The held-out items in the order of their list; "regions:3" in a training's messages is the third.
Result<std::vector<RunItem>> readHeldOut(const QString& folder);
/// -1 for an id that is none.
int numberOfId(const QString& id);

} // namespace rb::runs
