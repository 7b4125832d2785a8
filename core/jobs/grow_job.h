#pragma once

#include "core/jobs/grow_plan.h"
#include "core/jobs/inference_thread.h"
#include "core/jobs/long_job.h"

#include <QElapsedTimer>
#include <QHash>

namespace rb::jobs {

/// Grows what a plan names, through the inference thread; captions that a person asks for go first. What is good enough is
/// stored picture by picture as drafts of the model, with new regions where the boxes are new, so that what is there stays
/// after a stop; all of it is one step of undo. A region that has a caption by the time, or was moved, is left alone.
/// Used on the project's thread.
class GrowJob : public LongJob {
    Q_OBJECT

public:
    enum class Keep {
        Drafts,  ///< stores what is good enough
        Nothing, ///< only tells what came of it
    };
    struct Options {
        vlm::ModelDescription model;
        vlm::GenerationOptions generation;
        QString editName;
        Keep keep = Keep::Drafts;
    };
    GrowJob(project::Project& project, InferenceThread& inference, GrowPlan plan, const Options& options, QObject* parent = nullptr);
    ~GrowJob() override;

    void start() override;
    void pause() override;
    void resume() override;
    bool isPaused() const override { return m_paused; }
    /// finished() comes before it returns.
    void stop() override;

    /// Pictures.
    int total() const override { return static_cast<int>(m_plan.pictures.size()); }
    int done() const override { return m_done; }
    int failures() const { return m_failures; }
    /// Fewer than were good enough where regions went or were captioned meanwhile.
    qint64 written() const override { return m_written; }
    double rate() const override;
    double secondsLeft() const override;
    const GrowTally& tally() const { return m_tally; }

Q_SIGNALS:
    /// What came of a picture, once it is stored.
    void grown(qint64 media, const rb::jobs::GrowAnswer& answer);

private:
    struct Running {
        project::Id media = 0;
        std::vector<project::Id> regions;  ///< of GrowSource::Regions, as the boxes
        std::vector<geometry::Box2> boxes;
    };
    void send();
    Running ask(const GrowPlan::Picture& picture, GrowRequest& request) const;
    void take(quint64 number, const GrowAnswer& answer);
    void fail(quint64 number, const Error& error);
    void settle();
    Status store(const Running& running, const GrowAnswer& answer);

    project::Project& m_project;
    InferenceThread& m_inference;
    GrowPlan m_plan;
    Options m_options;
    std::size_t m_next = 0;
    QHash<quint64, Running> m_running;
    project::Id m_group = 0;
    QElapsedTimer m_time;
    GrowTally m_tally;
    qint64 m_written = 0;
    int m_done = 0, m_failures = 0;
    bool m_paused = false, m_ended = false;
};

} // namespace rb::jobs
