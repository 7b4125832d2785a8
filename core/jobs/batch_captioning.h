#pragma once

#include "core/jobs/batch_plan.h"
#include "core/jobs/inference_thread.h"
#include "core/jobs/long_job.h"

#include <QElapsedTimer>

#include <deque>
#include <span>

namespace rb::jobs {

/// Captions what a plan names, through the inference thread. Each answer is stored when it comes, so
/// that what is there stays after a stop; all of them are one step of undo. Regions of several pictures are sent
/// together, as many as the model writes in about two seconds, so that a region drawn meanwhile waits no longer than that,
/// and the next ones are on their way before an answer is back, so that the model never waits.
/// Used on the project's thread.
class BatchCaptioning : public LongJob {
    Q_OBJECT

public:
    struct Options {
        vlm::ModelDescription model;
        vlm::GenerationOptions generation;
        QString editName;
    };
    BatchCaptioning(project::Project& project, InferenceThread& inference, BatchPlan plan, const Options& options, QObject* parent = nullptr);
    ~BatchCaptioning() override;

    void start() override;
    void pause() override;
    void resume() override;
    bool isPaused() const override { return m_paused; }
    void stop() override;

    /// Regions and whole pictures.
    int total() const override { return m_total; }
    int done() const override { return m_done; }
    int failures() const { return m_failures; }
    qint64 written() const override { return m_done - m_failures; }
    double rate() const override;
    double secondsLeft() const override;

private:
    /// Some regions of one medium.
    struct Piece {
        project::Id media = 0;
        std::vector<project::Id> regions; ///< {0}: the medium as a whole
        bool alone = false;               ///< shares no request
        bool isWhole() const { return regions == std::vector<project::Id>{0}; }
    };
    using Request = std::vector<Piece>;
    static int countOf(const Request& request);
    void cut(const BatchPlan& plan);
    void send();
    /// The next pieces that may go together, as they are now; their boxes and files go into `asked`.
    Request nextRequest(CaptionRequest& asked);
    /// Boxes as they are now: a region may have been moved or removed since the plan was made.
    Piece asItIs(const Piece& planned, CaptionRequest& asked) const;
    std::size_t together() const;
    void take(quint64 number, const CaptionAnswer& answer);
    void fail(quint64 number, const Error& error);
    void store(const Request& request, const std::vector<std::vector<vlm::Caption>>& captions);
    void store(project::Edit& edit, const Piece& piece, std::span<const std::vector<vlm::Caption>> captions, const std::vector<std::vector<project::Caption>>& present) const;
    void settle(int count);

    project::Project& m_project;
    InferenceThread& m_inference;
    Options m_options;
    std::deque<Piece> m_pieces; ///< not sent yet
    QHash<quint64, Request> m_running;
    project::Id m_group = 0;
    QElapsedTimer m_time;
    int m_total = 0, m_done = 0, m_failures = 0;
    bool m_paused = false, m_stopped = false, m_ended = false;
};

} // namespace rb::jobs
