#include "ui/workspace/workspace.h"

#include "core/project/media_order.h"

namespace rb::ui {

static const QString kLastMedia = QStringLiteral("view/media");

Workspace::Workspace(QObject* parent) : QObject(parent) {}
Workspace::~Workspace() = default;

void Workspace::setProject(std::unique_ptr<project::Project> project) {
    if (m_project) Q_EMIT projectClosing();
    adopt(std::move(project));
}

bool Workspace::replaceFile(const std::function<Status(const QString& path)>& replace) {
    const QString path = m_project->path();
    Q_EMIT projectClosing();
    m_reader.setFile({});
    m_project.reset(); // nobody asks for it until adopt()
    const Status replaced = replace(path);
    auto opened = project::Project::open(path);
    if (!opened.ok()) qFatal("%s", opened.error().message.c_str()); // it was open a moment ago: the disk is gone
    adopt(std::move(*opened));
    report(replaced);
    return replaced.ok();
}

void Workspace::adopt(std::unique_ptr<project::Project> project) {
    m_media = m_region = 0;
    m_reader.setFile({});
    m_project = std::move(project);
    m_reader.setFile(m_project->path());
    connect(m_project.get(), &project::Project::changed, this, &Workspace::forgetWhatIsGone);
    connect(m_project.get(), &project::Project::changed, this, &Workspace::changed);
    Q_EMIT projectChanged();
    const project::Id last = m_project->setting(kLastMedia).toLongLong();
    setCurrentMedia(m_project->media(last) ? last : project::firstMedia(m_project->database()));
}

Status Workspace::step(bool back) {
    const auto longStep = m_longSteps ? m_project->longStep(back) : std::nullopt;
    if (!longStep) return back ? m_project->undo() : m_project->redo();
    const Result<project::ChangeSummary> done = m_longSteps(*longStep);
    if (!done.ok()) return done.error();
    m_project->tell(*done);
    return {};
}

void Workspace::goTo(project::Id entry) {
    std::optional<bool> direction;
    while (const auto back = m_project->wayTo(entry)) {
        if (direction.value_or(*back) != *back) return; // there is no such entry
        direction = back;
        if (const Status moved = step(*back); !moved.ok()) return report(moved);
    }
}

void Workspace::setCurrentMedia(project::Id media) {
    if (media == m_media) return;
    m_media = media;
    m_region = 0;
    if (m_project->access() == project::Project::Access::ReadWrite)
        report(m_project->setSetting(kLastMedia, QString::number(media)));
    Q_EMIT currentMediaChanged(media);
    Q_EMIT currentRegionChanged(0);
}

void Workspace::step(int step) {
    if (const project::Id beside = project::mediaBeside(m_project->database(), m_media, step)) setCurrentMedia(beside);
}

void Workspace::showAgain() { Q_EMIT currentMediaChanged(m_media); }

void Workspace::setCurrentRegion(project::Id region) {
    if (region == m_region) return;
    m_region = region;
    Q_EMIT currentRegionChanged(region);
}

void Workspace::show(project::Id media, project::Id region) {
    setCurrentMedia(media);
    setCurrentRegion(region);
}

void Workspace::report(const Status& status) {
    if (!status.ok()) Q_EMIT failed(status.error());
}

void Workspace::forgetWhatIsGone(const project::ChangeSummary& summary) {
    if (summary.regions.contains(m_region) && !m_project->region(m_region)) setCurrentRegion(0);
    const bool gone = m_media && summary.media.contains(m_media) && !m_project->media(m_media);
    if (gone || (!m_media && !summary.media.isEmpty())) setCurrentMedia(project::firstMedia(m_project->database()));
}

} // namespace rb::ui
