#pragma once

#include "core/project/project.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace rb::project {

/// Edits of several regions at once: each is one named edit. Regions that are gone are left out; locked
/// ones change only where it says so.

Status setShapes(Project& project, const QHash<Id, geometry::Shape2>& shapes);
/// Gives a region of a cloud its shape, and its footprint with it.
void setCloudShape(Region& region, const CloudShape& shape);
/// Of regions of clouds; their footprints follow.
Status setCloudShapes(Project& project, const QHash<Id, CloudShape>& shapes);
Status setLabel(Project& project, const QSet<Id>& regions, const QString& label);
Status setHidden(Project& project, const QSet<Id>& regions, bool hidden); ///< locked ones too
Status setLocked(Project& project, const QSet<Id>& regions, bool locked); ///< locked ones too
Status removeRegions(Project& project, const QSet<Id>& regions);

/// Where regions go in the order in which they are drawn and listed.
enum class Place { First, Earlier, Later, Last };
Status reorder(Project& project, const QSet<Id>& regions, Place place);

/// A region taken along, with its captions.
struct RegionCopy {
    Region region;
    std::vector<Caption> captions;
};
/// In their order.
std::vector<RegionCopy> copiesOf(const Project& project, const QSet<Id>& regions);
/// Puts copies on a picture, moved by so many pixels and pushed inside it, or in a cloud, moved in x and y by so many of
/// its units; returns the new regions. Regions of clouds do not fit pictures, nor the other way round: they are left out.
Result<QSet<Id>> paste(Project& project, Id media, const std::vector<RegionCopy>& copies, geometry::Point2 offset, const QString& editName);

/// As text for the clipboard, and back; an empty list when the text is none of ours.
QByteArray toJson(const std::vector<RegionCopy>& copies);
std::vector<RegionCopy> copiesFrom(const QByteArray& json);

} // namespace rb::project
