#include "ui/batch/batch_control.h"

#include "core/jobs/batch_captioning.h"
#include "ui/batch/batch_bar.h"
#include "ui/batch/grow_dialog.h"
#include "ui/counted_text.h"
#include "ui/dialogs/user_dialogs.h"

#include <algorithm>

namespace rb::ui {

using jobs::CaptionTarget;

BatchControl::BatchControl(Workspace& workspace, jobs::InferenceThread& inference, CaptionFlow& flow, UserDialogs& dialogs, BatchBar& bar, QWidget& window)
    : QObject(&window), m_workspace(workspace), m_inference(inference), m_flow(flow), m_dialogs(dialogs), m_bar(bar), m_window(window) {
    connect(&flow, &CaptionFlow::finished, this, [this](double seconds) { m_secondsACaption = seconds; });
    connect(&bar, &BatchBar::failed, &workspace, &Workspace::failed);
    connect(&bar, &BatchBar::finished, this, [this](qint64 captions, bool stopped) {
        const QString written = counted(captions, tr("%1 caption written"), tr("%1 captions written"));
        Q_EMIT said(stopped ? tr("Stopped; %1").arg(written) : written);
    });
    connect(&workspace, &Workspace::projectClosing, &bar, &BatchBar::stop);
}

void BatchControl::stop() { m_bar.stop(); }

static std::vector<CaptionTarget> ofPicture(const project::Project& project, project::Id media) {
    std::vector<CaptionTarget> targets{{media, 0}};
    for (const project::Region& region : project.regionsOf(media)) targets.push_back({media, region.id});
    return targets;
}

static std::vector<CaptionTarget> ofProject(const project::Project& project) {
    std::vector<CaptionTarget> targets;
    for (const project::Media& media : project.allMedia()) {
        const auto some = ofPicture(project, media.id);
        targets.insert(targets.end(), some.begin(), some.end());
    }
    return targets;
}

std::vector<PlaceChoice> BatchControl::choices() const {
    std::vector<PlaceChoice> choices;
    const auto add = [&](const QString& name, auto targets) { choices.push_back({name, std::move(targets)}); };
    const auto given = [](std::vector<CaptionTarget> targets) { return [targets = std::move(targets)](const project::Project&) { return targets; }; };
    const project::Id media = m_workspace.currentMedia();
    if (const QSet<qint64> selected = m_sources.selectedRegions ? m_sources.selectedRegions() : QSet<qint64>(); selected.size() > 1) {
        std::vector<CaptionTarget> targets = ofPicture(*m_workspace.project(), media);
        std::erase_if(targets, [&](const CaptionTarget& target) { return !selected.contains(target.region); });
        add(tr("The %1 selected regions").arg(selected.size()), given(std::move(targets)));
    }
    if (m_sources.found && !m_sources.found().empty()) {
        std::vector<CaptionTarget> targets;
        for (const query::Row& row : m_sources.found()) targets.push_back({row.media, row.region});
        add(tr("What the search shows"), given(std::move(targets)));
    }
    if (media) add(tr("This picture"), [media](const project::Project& project) { return ofPicture(project, media); });
    add(tr("The whole project"), ofProject);
    return choices;
}

bool BatchControl::canWrite() const {
    if (m_workspace.project()->access() == project::Project::Access::ReadWrite && m_flow.model()) return true;
    m_workspace.report(Error{ErrorCode::InvalidArgument, "Captioning needs a model and a project that can be written."});
    return false;
}

void BatchControl::ask() {
    if (!canWrite()) return;
    BatchDialog dialog(m_workspace.project()->path(), choices(), m_secondsACaption, &m_window);
    if (!m_dialogs.run(dialog)) return;
    const jobs::BatchCaptioning::Options options{*m_flow.model(), m_flow.options(), tr("Caption many")};
    m_bar.run(std::make_unique<jobs::BatchCaptioning>(*m_workspace.project(), m_inference, dialog.plan(), options));
}

void BatchControl::askToGrow() {
    if (!canWrite()) return;
    GrowDialog dialog({*m_workspace.project(), m_inference, *m_flow.model(), choices()}, &m_window);
    if (!m_dialogs.run(dialog)) return;
    const jobs::GrowJob::Options options{*m_flow.model(), dialog.generation(), tr("Grow the data set")};
    m_bar.run(std::make_unique<jobs::GrowJob>(*m_workspace.project(), m_inference, dialog.plan(), options));
}

} // namespace rb::ui
