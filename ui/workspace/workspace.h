#pragma once

#include "core/project/journal_step.h"
#include "core/project/project.h"
#include "core/project/project_reader.h"

#include <QObject>

#include <functional>
#include <memory>

namespace rb::ui {

/// The open project and the picture that is looked at. Every view learns of changes here; whoever
/// wants to change something makes a project edit and hears of it like all others.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    void setProject(std::unique_ptr<project::Project> project);
    /// Closes the project, lets `replace(path)` put another file in its place, and opens that. Whether it was replaced; a
    /// failure is reported, and the project is open again.
    bool replaceFile(const std::function<Status(const QString& path)>& replace);
    /// Steps in the history; failures are reported. Long ones are carried out by what setLongSteps() was given, else here.
    void undo() { report(step(true)); }
    void redo() { report(step(false)); }
    void goTo(project::Id entry); ///< as Project::goTo()
    using LongSteps = std::function<Result<project::ChangeSummary>(const project::LongStep& step)>;
    void setLongSteps(LongSteps carryOut) { m_longSteps = std::move(carryOut); }

    /// Never null after the first setProject().
    project::Project* project() const { return m_project.get(); }

    /// For questions about the open project that take longer than a frame.
    project::ProjectReader& reader() { return m_reader; }

    project::Id currentMedia() const { return m_media; }
    void setCurrentMedia(project::Id media);
    /// Its file is another than before.
    void showAgain();
    /// Goes `step` pictures on in the project's order.
    void step(int step);

    project::Id currentRegion() const { return m_region; }
    void setCurrentRegion(project::Id region);
    /// Both, in this order; region 0: the picture or cloud as a whole.
    void show(project::Id media, project::Id region);

    /// Reports a failure of an edit; success is silent.
    void report(const Status& status);

Q_SIGNALS:
    /// The present project is about to be closed: the last moment to put pending work into it.
    void projectClosing();
    void projectChanged();
    void currentMediaChanged(rb::project::Id media);
    void currentRegionChanged(rb::project::Id region);
    /// A committed change of the open project.
    void changed(const rb::project::ChangeSummary& summary);
    void failed(const rb::Error& error);

private:
    Status step(bool back);
    void adopt(std::unique_ptr<project::Project> project);
    void forgetWhatIsGone(const project::ChangeSummary& summary);

    std::unique_ptr<project::Project> m_project;
    project::ProjectReader m_reader;
    project::Id m_media = 0;
    project::Id m_region = 0;
    LongSteps m_longSteps;
};

} // namespace rb::ui
