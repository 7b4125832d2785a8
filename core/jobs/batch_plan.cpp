#include "core/jobs/batch_plan.h"

#include "core/project/caption_edits.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace rb::jobs {
namespace {

/// Looks at one target after the other.
class Planner {
public:
    Planner(const project::Project& project, BatchScope scope) : m_project(project), m_scope(scope) {}

    void add(const CaptionTarget& target) {
        const int picture = pictureOf(target.media);
        if (picture < 0) {
            ++m_plan.impossible;
            return;
        }
        std::optional<project::Region> region;
        if (target.region) region = m_project.region(target.region);
        if (target.region && (!region || !canBeSeen(*region, m_plan.pictures[std::size_t(picture)].media))) {
            ++m_plan.impossible;
            return;
        }
        if (!isWanted(m_shown.value({target.media, target.region}))) return;
        BatchPlan::Picture& place = m_plan.pictures[std::size_t(picture)];
        if (region) place.regions.push_back(std::move(*region));
        else place.whole = true;
    }

    BatchPlan take() {
        std::erase_if(m_plan.pictures, [](const BatchPlan::Picture& picture) { return picture.regions.empty() && !picture.whole; });
        return std::move(m_plan);
    }

private:
    enum class Shown { Nothing, Draft, Person };

    static bool canBeSeen(const project::Region& region, const project::Media& media) {
        if (media.kind == project::MediaKind::Cloud) return region.cloud && *std::min_element(region.cloud->box.size.begin(), region.cloud->box.size.end()) > 0;
        const geometry::Box2 inside = geometry::clipped(region.box(), media.width, media.height);
        return inside.width >= 1 && inside.height >= 1;
    }

    bool isWanted(Shown shown) {
        if (shown == Shown::Nothing) return ++m_plan.empty, true;
        if (shown == Shown::Draft && m_scope != BatchScope::Empty) return ++m_plan.rewritten, true;
        if (shown == Shown::Person && m_scope == BatchScope::Alternatives) return ++m_plan.alternatives, true;
        ++m_plan.kept;
        return false;
    }

    /// The medium's place in the plan; -1 when its file is not there.
    int pictureOf(project::Id id) {
        const auto known = m_places.constFind(id);
        if (known != m_places.constEnd()) return *known;
        int place = -1;
        if (auto media = m_project.media(id); media && QFileInfo::exists(m_project.filePath(*media))) {
            place = static_cast<int>(m_plan.pictures.size());
            m_plan.pictures.push_back({std::move(*media), {}, false});
            for (const project::Caption& caption : m_project.captionsOf(id))
                if (caption.rank == 0) m_shown[{id, caption.region}] = project::isHumanWork(caption) ? Shown::Person : Shown::Draft;
        }
        m_places.insert(id, place);
        return place;
    }

    const project::Project& m_project;
    BatchScope m_scope;
    BatchPlan m_plan;
    QHash<project::Id, int> m_places;
    QHash<std::pair<project::Id, project::Id>, Shown> m_shown;
};

} // namespace

BatchPlan planBatch(const project::Project& project, const std::vector<CaptionTarget>& targets, BatchScope scope, const std::stop_token& stop) {
    Planner planner(project, scope);
    for (const CaptionTarget& target : targets) {
        if (stop.stop_requested()) break;
        planner.add(target);
    }
    return planner.take();
}

} // namespace rb::jobs
