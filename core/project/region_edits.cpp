#include "core/project/region_edits.h"

#include "core/project/shape_columns.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace rb::project {
namespace {

QString named(const char* one, const char* several, qsizetype count) {
    return count == 1 ? QCoreApplication::translate("Edits", one) : QCoreApplication::translate("Edits", several).arg(count);
}

/// Runs `change` on each region that is there, in one edit.
template <typename Change>
Status changeEach(Project& project, const QSet<Id>& regions, const QString& name, bool lockedToo, const Change& change) {
    return project.edit(name, [&](Edit& edit) {
        for (const Id id : regions) {
            std::optional<Region> region = project.region(id);
            if (!region || (region->locked && !lockedToo)) continue;
            change(*region);
            edit.update(*region);
        }
    });
}

bool sameSize(const geometry::Shape2& a, const geometry::Shape2& b) {
    constexpr double kNothing = 1e-9;
    return a.kind == b.kind && a.points.size() == b.points.size() && a.angle == b.angle && std::abs(a.box.width - b.box.width) < kNothing &&
           std::abs(a.box.height - b.box.height) < kNothing;
}

} // namespace

Status setShapes(Project& project, const QHash<Id, geometry::Shape2>& shapes) {
    bool onlyMoved = true;
    for (auto shape = shapes.begin(); shape != shapes.end(); ++shape)
        if (const auto region = project.region(shape.key())) onlyMoved = onlyMoved && sameSize(region->shape, *shape);
    const QString name = onlyMoved ? named("Move region", "Move %1 regions", shapes.size()) : named("Reshape region", "Reshape %1 regions", shapes.size());
    return changeEach(project, {shapes.keyBegin(), shapes.keyEnd()}, name, false, [&](Region& region) { region.shape = shapes.value(region.id); });
}

Status setCloudShapes(Project& project, const QHash<Id, CloudShape>& shapes) {
    bool onlyMoved = true;
    for (auto shape = shapes.begin(); shape != shapes.end(); ++shape)
        if (const auto region = project.region(shape.key()))
            onlyMoved = onlyMoved && region->cloud && region->cloud->box.size == shape->box.size && region->cloud->box.yaw == shape->box.yaw;
    const QString name = onlyMoved ? named("Move region", "Move %1 regions", shapes.size()) : named("Reshape region", "Reshape %1 regions", shapes.size());
    return changeEach(project, {shapes.keyBegin(), shapes.keyEnd()}, name, false, [&](Region& region) { setCloudShape(region, shapes.value(region.id)); });
}

void setCloudShape(Region& region, const CloudShape& shape) {
    region.cloud = shape;
    region.shape = geometry::boxShape(geometry::footprintOf(shape.box));
}

Status setLabel(Project& project, const QSet<Id>& regions, const QString& label) {
    return changeEach(project, regions, named("Label region", "Label %1 regions", regions.size()), false, [&](Region& region) { region.label = label; });
}

Status setHidden(Project& project, const QSet<Id>& regions, bool hidden) {
    const QString name = hidden ? named("Hide region", "Hide %1 regions", regions.size()) : named("Show region", "Show %1 regions", regions.size());
    return changeEach(project, regions, name, true, [&](Region& region) { region.hidden = hidden; });
}

Status setLocked(Project& project, const QSet<Id>& regions, bool locked) {
    const QString name = locked ? named("Lock region", "Lock %1 regions", regions.size()) : named("Unlock region", "Unlock %1 regions", regions.size());
    return changeEach(project, regions, name, true, [&](Region& region) { region.locked = locked; });
}

Status removeRegions(Project& project, const QSet<Id>& regions) {
    return project.edit(named("Delete region", "Delete %1 regions", regions.size()), [&](Edit& edit) {
        for (const Id id : regions) edit.removeRegion(id);
    });
}

/// The list with the chosen ones at their new places.
static std::vector<Region> arranged(std::vector<Region> all, const QSet<Id>& chosen, Place place) {
    const auto isChosen = [&](const Region& region) { return chosen.contains(region.id); };
    if (place == Place::First) std::stable_partition(all.begin(), all.end(), isChosen);
    if (place == Place::Last) std::stable_partition(all.begin(), all.end(), [&](const Region& region) { return !isChosen(region); });
    if (place == Place::Earlier)
        for (std::size_t i = 1; i < all.size(); ++i)
            if (isChosen(all[i]) && !isChosen(all[i - 1])) std::swap(all[i], all[i - 1]);
    if (place == Place::Later)
        for (std::size_t i = all.size(); i-- > 1;)
            if (isChosen(all[i - 1]) && !isChosen(all[i])) std::swap(all[i], all[i - 1]);
    return all;
}

Status reorder(Project& project, const QSet<Id>& regions, Place place) {
    const auto first = regions.isEmpty() ? std::nullopt : project.region(*regions.begin());
    if (!first) return {};
    const std::vector<Region> before = project.regionsOf(first->media);
    std::vector<qint64> orders;
    for (const Region& region : before) orders.push_back(region.order);
    std::vector<Region> after = arranged(before, regions, place);
    return project.edit(named("Reorder region", "Reorder %1 regions", regions.size()), [&](Edit& edit) {
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (after[i].order == orders[i]) continue;
            after[i].order = orders[i];
            edit.update(after[i]);
        }
    });
}

std::vector<RegionCopy> copiesOf(const Project& project, const QSet<Id>& regions) {
    std::vector<RegionCopy> copies;
    QSet<Id> media;
    for (const Id id : regions)
        if (const auto region = project.region(id)) media.insert(region->media);
    for (const Id each : media) {
        const std::vector<Caption> captions = project.captionsOf(each);
        for (Region& region : project.regionsOf(each)) {
            if (!regions.contains(region.id)) continue;
            RegionCopy& copy = copies.emplace_back();
            std::copy_if(captions.begin(), captions.end(), std::back_inserter(copy.captions), [&](const Caption& caption) { return caption.region == region.id; });
            copy.region = std::move(region);
        }
    }
    return copies;
}

/// Moved so that it lies inside the picture, as far as it fits.
static geometry::Shape2 pushedInside(const geometry::Shape2& shape, const Media& media) {
    const geometry::Box2 box = geometry::boundsOf(shape);
    const auto push = [](double start, double size, double room) {
        return room <= 0 ? 0.0 : std::max(-start, std::min(0.0, room - start - size));
    };
    return geometry::moved(shape, push(box.x, box.width, media.width), push(box.y, box.height, media.height));
}

/// Without its points: they are others at another place.
static CloudShape moved(CloudShape shape, geometry::Point2 offset) {
    if (offset.x == 0 && offset.y == 0) return shape;
    shape.box.center[0] += offset.x;
    shape.box.center[1] += offset.y;
    shape.points.clear();
    return shape;
}

Result<QSet<Id>> paste(Project& project, Id media, const std::vector<RegionCopy>& copies, geometry::Point2 offset, const QString& editName) {
    const auto target = project.media(media);
    if (!target) return Error{ErrorCode::InvalidArgument, "There is no picture to paste on."};
    QSet<Id> made;
    const Status status = project.edit(editName, [&](Edit& edit) {
        for (const RegionCopy& copy : copies) {
            if (copy.region.cloud.has_value() != (target->kind == MediaKind::Cloud)) continue;
            Region region = copy.region;
            region.media = media;
            region.order = 0;
            region.locked = region.hidden = false;
            if (region.cloud) setCloudShape(region, moved(*region.cloud, offset));
            else region.shape = pushedInside(geometry::moved(region.shape, offset.x, offset.y), *target);
            const Id id = edit.insert(region);
            made.insert(id);
            for (Caption caption : copy.captions) {
                caption.media = media;
                caption.region = id;
                edit.insert(caption);
            }
        }
    });
    if (!status.ok()) return status.error();
    return made;
}

static constexpr auto kFormat = "regionblip-regions";

QByteArray toJson(const std::vector<RegionCopy>& copies) {
    QJsonArray regions;
    for (const RegionCopy& copy : copies) {
        const geometry::Box2 box = copy.region.box();
        QJsonArray captions;
        for (const Caption& caption : copy.captions)
            captions.append(QJsonObject{{QStringLiteral("text"), caption.text}, {QStringLiteral("accepted"), caption.state == CaptionState::Accepted},
                                        {QStringLiteral("model"), caption.source == CaptionSource::Model ? caption.model : QString()}, {QStringLiteral("rank"), caption.rank}});
        regions.append(QJsonObject{{QStringLiteral("shape"), shapeName(copy.region)}, {QStringLiteral("label"), copy.region.label},
                                   {QStringLiteral("geometry"), QString::fromLatin1(shapeBytes(copy.region).toBase64())},
                                   {QStringLiteral("box"), QJsonArray{box.x, box.y, box.width, box.height}}, {QStringLiteral("captions"), captions}});
    }
    return QJsonDocument(QJsonObject{{QLatin1String(kFormat), 1}, {QStringLiteral("regions"), regions}}).toJson(QJsonDocument::Compact);
}

std::vector<RegionCopy> copiesFrom(const QByteArray& json) {
    const QJsonObject whole = QJsonDocument::fromJson(json).object();
    std::vector<RegionCopy> copies;
    if (!whole.contains(QLatin1String(kFormat))) return copies;
    for (const QJsonValue& value : whole.value(QStringLiteral("regions")).toArray()) {
        const QJsonObject object = value.toObject();
        const QJsonArray box = object.value(QStringLiteral("box")).toArray();
        RegionCopy& copy = copies.emplace_back();
        copy.region.label = object.value(QStringLiteral("label")).toString();
        setShape(copy.region, object.value(QStringLiteral("shape")).toString(), QByteArray::fromBase64(object.value(QStringLiteral("geometry")).toString().toLatin1()),
                 {box.at(0).toDouble(), box.at(1).toDouble(), box.at(2).toDouble(), box.at(3).toDouble()});
        for (const QJsonValue& each : object.value(QStringLiteral("captions")).toArray()) {
            Caption caption;
            caption.text = each[QStringLiteral("text")].toString();
            caption.state = each[QStringLiteral("accepted")].toBool() ? CaptionState::Accepted : CaptionState::Draft;
            caption.model = each[QStringLiteral("model")].toString();
            caption.source = caption.model.isEmpty() ? CaptionSource::Human : CaptionSource::Model;
            caption.rank = std::clamp(each[QStringLiteral("rank")].toInt(), 0, 1000);
            copy.captions.push_back(caption);
        }
    }
    return copies;
}

} // namespace rb::project
