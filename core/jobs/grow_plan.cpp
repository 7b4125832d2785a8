#include "core/jobs/grow_plan.h"

#include "core/jobs/proposals.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace rb::jobs {
namespace {

void addRegions(GrowPlan& plan, const project::Project& project, std::vector<CaptionTarget> targets, const std::stop_token& stop) {
    std::erase_if(targets, [](const CaptionTarget& target) { return target.region == 0; });
    const BatchPlan found = planBatch(project, targets, BatchScope::Empty, stop);
    plan.captioned = found.kept;
    plan.impossible = found.impossible;
    for (const BatchPlan::Picture& picture : found.pictures) {
        GrowPlan::Picture& made = plan.pictures.emplace_back();
        made.media = picture.media.id;
        for (const project::Region& region : picture.regions) made.regions.push_back(region.id);
        plan.places += static_cast<qint64>(made.regions.size());
    }
}

qint64 newBoxes(const project::Media& media, const GrowOptions& options) {
    const qint64 most = std::max(0, options.proposals);
    return options.source == GrowSource::Grid ? std::min(most, static_cast<qint64>(gridProposals(media.width, media.height).size())) : most;
}

void addPictures(GrowPlan& plan, const project::Project& project, const std::vector<CaptionTarget>& targets, const std::stop_token& stop) {
    QSet<project::Id> seen;
    for (const CaptionTarget& target : targets) {
        if (stop.stop_requested()) return;
        if (seen.contains(target.media)) continue;
        seen.insert(target.media);
        const auto media = project.media(target.media);
        if (media && media->kind != project::MediaKind::Image) continue;
        if (!media || !QFileInfo::exists(project.filePath(*media))) {
            ++plan.impossible;
            continue;
        }
        plan.pictures.push_back({media->id, {}});
        plan.places += newBoxes(*media, plan.options);
    }
}

} // namespace

GrowPlan planGrowth(const project::Project& project, const std::vector<CaptionTarget>& targets, const GrowOptions& options, const std::stop_token& stop) {
    GrowPlan plan;
    plan.options = options;
    if (options.source == GrowSource::Regions) addRegions(plan, project, targets, stop);
    else addPictures(plan, project, targets, stop);
    return plan;
}

GrowPlan sampled(const GrowPlan& plan, std::size_t pictures) {
    GrowPlan some;
    some.options = plan.options;
    const std::size_t count = std::min(pictures, plan.pictures.size());
    for (std::size_t i = 0; i < count; ++i) some.pictures.push_back(plan.pictures[i * plan.pictures.size() / count]);
    for (const GrowPlan::Picture& picture : some.pictures) some.places += static_cast<qint64>(picture.regions.size());
    if (plan.options.source != GrowSource::Regions && !plan.pictures.empty())
        some.places = plan.places * static_cast<qint64>(count) / static_cast<qint64>(plan.pictures.size());
    return some;
}

void GrowTally::add(const GrowAnswer& answer) {
    using Verdict = GrownCaption::Verdict;
    const auto count = [&](Verdict verdict) {
        return std::count_if(answer.captions.begin(), answer.captions.end(), [&](const GrownCaption& each) { return each.verdict == verdict; });
    };
    ++pictures;
    captioned += static_cast<qint64>(answer.captions.size());
    kept += count(Verdict::Kept);
    below += count(Verdict::Below);
    beyond += count(Verdict::Beyond);
    seconds += answer.seconds;
}

GrowEstimate estimated(const GrowPlan& plan, const GrowTally& trial) {
    // Regions are what costs where they are known; of new boxes only the pictures are.
    const bool byRegions = plan.options.source == GrowSource::Regions;
    const auto tried = static_cast<double>(byRegions ? trial.captioned : trial.pictures);
    if (tried <= 0) return {};
    const double times = static_cast<double>(byRegions ? plan.places : static_cast<qint64>(plan.pictures.size())) / tried;
    return {trial.seconds * times, std::llround(static_cast<double>(trial.captioned) * times), std::llround(static_cast<double>(trial.kept) * times)};
}

} // namespace rb::jobs
