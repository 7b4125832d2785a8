#include "ui/workspace/caption_flow.h"

#include "core/jobs/caption_store.h"
#include "core/project/caption_edits.h"

#include <algorithm>

namespace rb::ui {

// Three to choose from fit the panel and the digits under one hand.
static constexpr int kAlternatives = 3;

CaptionFlow::CaptionFlow(Workspace& workspace, jobs::InferenceThread& inference, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_inference(inference) {
    connect(&inference, &jobs::InferenceThread::captionGrew, this, [this](quint64 request, int, const QString& text) {
        const auto asked = m_asked.constFind(request);
        if (asked != m_asked.constEnd()) Q_EMIT grew(asked->media, asked->region, text);
    });
    connect(&inference, &jobs::InferenceThread::captioned, this, &CaptionFlow::take);
    connect(&inference, &jobs::InferenceThread::failed, this, [this](quint64 request, const Error& error) {
        if (m_asked.remove(request)) Q_EMIT m_workspace.failed(error);
        Q_EMIT runningChanged(running());
    });
    connect(&workspace, &Workspace::projectChanged, this, &CaptionFlow::stopAll);
    connect(&workspace, &Workspace::changed, this, [this](const project::ChangeSummary& summary) {
        if (!summary.regions.isEmpty() || !summary.media.isEmpty()) drop([this](const Asked& asked) { return isOutdated(asked); });
    });
}

template <typename Predicate>
void CaptionFlow::drop(Predicate which) {
    // Cancelling answers at once, so nothing is stopped before all of it is forgotten.
    QList<quint64> dropped;
    for (auto asked = m_asked.cbegin(); asked != m_asked.cend(); ++asked)
        if (which(*asked)) dropped.append(asked.key());
    for (const quint64 request : dropped) m_asked.remove(request);
    for (const quint64 request : dropped) m_inference.cancel(request);
    if (!dropped.isEmpty()) Q_EMIT runningChanged(running());
}

bool CaptionFlow::isRunning(project::Id media, project::Id region) const {
    return std::any_of(m_asked.begin(), m_asked.end(), [&](const Asked& a) { return a.media == media && a.region == region; });
}

vlm::GenerationOptions CaptionFlow::options() const {
    if (m_options) return *m_options;
    vlm::GenerationOptions options = m_model ? m_model->generation : vlm::GenerationOptions();
    options.numCaptions = std::min(kAlternatives, std::max(1, options.numBeams));
    return options;
}

quint64 CaptionFlow::caption(project::Id media, project::Id region, const std::optional<vlm::GenerationOptions>& wanted) {
    const auto record = m_workspace.project()->media(media);
    if (!record || m_workspace.project()->access() == project::Project::Access::ReadOnly) return 0;
    Asked asked{media, region, std::nullopt, wanted.value_or(options())};
    jobs::CaptionRequest request;
    request.file = m_workspace.project()->filePath(*record);
    if (record->kind == project::MediaKind::Cloud) request.cloud.emplace();
    if (region) {
        asked.before = m_workspace.project()->region(region);
        if (!asked.before) return 0;
        if (asked.before->cloud) request.cloud->boxes = {asked.before->cloud->box};
        else request.boxes = {asked.before->box()};
    }
    return send(std::move(asked), std::move(request));
}

quint64 CaptionFlow::captionPoints(project::Id media, project::Id region, std::shared_ptr<const geometry::PointCloud> points) {
    const auto record = m_workspace.project()->media(media);
    if (!record || m_workspace.project()->access() == project::Project::Access::ReadOnly) return 0;
    Asked asked{media, region, m_workspace.project()->region(region), options()};
    if (!asked.before) return 0;
    jobs::CaptionRequest request;
    request.file = m_workspace.project()->filePath(*record);
    request.cloud = jobs::CloudRegions{{}, std::move(points)};
    return send(std::move(asked), std::move(request));
}

quint64 CaptionFlow::send(Asked asked, jobs::CaptionRequest request) {
    request.options = asked.options;
    drop([&](const Asked& other) { return other.media == asked.media && other.region == asked.region; });
    const quint64 number = m_inference.caption(request);
    m_asked.insert(number, std::move(asked));
    Q_EMIT runningChanged(running());
    return number;
}

void CaptionFlow::stopAll() {
    m_asked.clear();
    m_inference.cancelAll();
    Q_EMIT runningChanged(0);
}

bool CaptionFlow::isOutdated(const Asked& asked) const {
    if (!asked.region) return !m_workspace.project()->media(asked.media);
    const auto region = m_workspace.project()->region(asked.region);
    return !region || !(region->box() == asked.before->box()) || region->cloud != asked.before->cloud;
}

void CaptionFlow::take(quint64 request, const jobs::CaptionAnswer& answer) {
    const auto found = m_asked.constFind(request);
    if (found == m_asked.constEnd()) return;
    const Asked asked = *found;
    m_asked.erase(found);
    if (!answer.stopped && !answer.captions.empty() && !isOutdated(asked)) {
        store(asked, answer.captions.front());
        Q_EMIT finished(answer.encodeSeconds + answer.captionSeconds);
    }
    Q_EMIT runningChanged(running());
}

void CaptionFlow::store(const Asked& asked, const std::vector<vlm::Caption>& captions) {
    const auto written = jobs::machineCaptions(captions);
    const auto author = jobs::machineAuthor(m_model.value_or(vlm::ModelDescription()), asked.options);
    project::Project& project = *m_workspace.project();
    const auto present = project::captionsOf(project, asked.media, asked.region);
    project::Caption target;
    target.media = asked.media;
    target.region = asked.region;
    m_workspace.report(project.edit(asked.region ? tr("Caption region") : tr("Caption picture"), [&](project::Edit& edit) {
        project::storeMachineCaptions(edit, present, target, written, author);
    }));
}

} // namespace rb::ui
