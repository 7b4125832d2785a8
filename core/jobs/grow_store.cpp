#include "core/jobs/grow_store.h"

#include "core/jobs/caption_store.h"
#include "core/jobs/proposals.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace rb::jobs {
namespace {

using Verdict = GrownCaption::Verdict;

QString nameOf(GrowSource source) {
    switch (source) {
    case GrowSource::Grid: return QStringLiteral("grid");
    case GrowSource::Edges: return QStringLiteral("edges");
    case GrowSource::Regions: break;
    }
    return QStringLiteral("regions");
}

QJsonObject provenance(const GrowOptions& options, const vlm::MatchingScore& score) {
    QJsonObject grown{{QStringLiteral("source"), nameOf(options.source)},
                      {QStringLiteral("view"), options.view == GrowView::Crop ? QStringLiteral("crop") : QStringLiteral("region")},
                      {QStringLiteral("itc"), static_cast<double>(score.itc)},
                      {QStringLiteral("min_itc"), options.minItc},
                      {QStringLiteral("min_itm"), options.minItm}};
    if (score.itm) grown.insert(QStringLiteral("itm"), static_cast<double>(*score.itm));
    return grown;
}

} // namespace

void GrowStore::write(project::Edit& edit, project::Id media, project::Id region, const GrownCaption& grown) const {
    project::MachineAuthor author = machineAuthor(model, generation);
    author.options.insert(QStringLiteral("grown"), provenance(options, grown.score));
    project::Caption target;
    target.media = media;
    target.region = region;
    project::storeMachineCaptions(edit, {}, target, machineCaptions({grown.caption}), author);
}

qint64 GrowStore::captions(project::Edit& edit, project::Id media, const std::vector<project::Id>& regions, const std::vector<geometry::Box2>& boxes,
                           const GrowAnswer& answer) const {
    QSet<project::Id> captioned;
    for (const project::Caption& caption : project.captionsOf(media)) captioned.insert(caption.region);
    qint64 written = 0;
    for (const GrownCaption& grown : answer.captions) {
        if (grown.verdict != Verdict::Kept) continue;
        const auto region = project.region(regions[grown.place]);
        if (!region || !(region->box() == boxes[grown.place]) || captioned.contains(region->id)) continue;
        write(edit, media, region->id, grown);
        ++written;
    }
    return written;
}

qint64 GrowStore::regions(project::Edit& edit, project::Id media, const GrowAnswer& answer) const {
    if (!project.media(media)) return 0;
    std::vector<geometry::Box2> present;
    for (const project::Region& region : project.regionsOf(media)) present.push_back(region.box());
    qint64 written = 0;
    for (const GrownCaption& grown : answer.captions) {
        const auto isSame = [&](const geometry::Box2& box) { return overlapOf(box, grown.box) > options.maxOverlap; };
        if (grown.verdict != Verdict::Kept || std::any_of(present.begin(), present.end(), isSame)) continue;
        project::Region region;
        region.media = media;
        region.shape = geometry::boxShape(grown.box);
        if (grown.score.itm) region.score = static_cast<double>(*grown.score.itm);
        write(edit, media, edit.insert(region), grown);
        ++written;
    }
    return written;
}

} // namespace rb::jobs
