#include "ui/review/review_steps.h"

#include "core/project/media_order.h"

#include <QCoreApplication>

#include <algorithm>

namespace rb::ui {

static bool isShownDraft(const project::Caption& caption) {
    return caption.rank == 0 && caption.state == project::CaptionState::Draft;
}

bool stepToDrafts(Workspace& workspace, StepDirection direction) {
    const project::Id found = project::mediaWithDrafts(workspace.project()->database(), workspace.currentMedia(), direction == StepDirection::Forward);
    if (found) workspace.setCurrentMedia(found);
    return found != 0;
}

/// The region behind the current one in `regions`, the first when none is current; 0 behind the last.
static project::Id regionBehind(std::vector<project::Region> regions, const Workspace& workspace) {
    std::erase_if(regions, [](const project::Region& region) { return region.hidden; });
    const auto isCurrent = [&](const project::Region& region) { return region.id == workspace.currentRegion(); };
    const auto here = std::find_if(regions.begin(), regions.end(), isCurrent);
    const auto next = here == regions.end() ? regions.begin() : std::next(here);
    return next == regions.end() ? 0 : next->id;
}

project::Id regionAfterCurrent(const Workspace& workspace) { return regionBehind(workspace.project()->regionsOf(workspace.currentMedia()), workspace); }

project::Id regionBeforeCurrent(const Workspace& workspace) {
    std::vector<project::Region> regions = workspace.project()->regionsOf(workspace.currentMedia());
    std::reverse(regions.begin(), regions.end());
    return regionBehind(std::move(regions), workspace);
}

std::vector<project::Caption> acceptAllDrafts(Workspace& workspace) {
    project::Project& project = *workspace.project();
    std::vector<project::Caption> drafts = project.captionsOf(workspace.currentMedia());
    std::erase_if(drafts, [](const project::Caption& caption) { return !isShownDraft(caption); });
    const QString name = QCoreApplication::translate("Edits", "Accept all on the picture");
    const Status accepted = project.edit(name, [&](project::Edit& edit) {
        for (project::Caption caption : drafts) {
            caption.state = project::CaptionState::Accepted;
            edit.update(caption);
        }
    });
    workspace.report(accepted);
    return accepted.ok() ? drafts : std::vector<project::Caption>();
}

} // namespace rb::ui
