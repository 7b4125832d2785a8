#pragma once

#include "core/jobs/batch_plan.h"
#include "core/jobs/inference_thread.h"

#include <QElapsedTimer>
#include <QObject>

namespace rb::jobs {

/// Captions what a plan names, through the inference thread. Each answer is stored when it comes, so
/// that what is there stays after a stop; all of them are one step of undo. Regions of a picture are sent
/// together, and the next picture is on its way before an answer is back, so that the model never waits.
/// Used on the project's thread.
class BatchCaptioning : public QObject {
    Q_OBJECT

public:
    struct Options {
        vlm::ModelDescription model;
        vlm::GenerationOptions generation;
        QString editName;
    };
    BatchCaptioning(project::Project& project, InferenceThread& inference, BatchPlan plan, const Options& options, QObject* parent = nullptr);
    ~BatchCaptioning() override;

    void start();
    /// What is under way is still stored; nothing further is sent until resume().
    void pause();
    void resume();
    bool isPaused() const { return m_paused; }
    /// Ends at once; captions that have arrived stay.
    void stop();

    int total() const { return m_total; }
    int done() const { return m_done; }
    int failures() const { return m_failures; }
    double regionsASecond() const;
    /// Seconds left at the present rate; negative while nobody knows.
    double secondsLeft() const;

Q_SIGNALS:
    void progressed(int done, int total);
    /// A picture that could not be captioned; the batch goes on.
    void failed(const rb::Error& error);
    void finished();

private:
    struct Request {
        project::Id media = 0;
        std::vector<project::Id> regions; ///< {0}: the picture as a whole
    };
    void cut(const BatchPlan& plan);
    void send();
    void take(quint64 number, const CaptionAnswer& answer);
    void fail(quint64 number, const Error& error);
    void store(const Request& request, const std::vector<std::vector<vlm::Caption>>& captions);
    void settle(int count);

    project::Project& m_project;
    InferenceThread& m_inference;
    Options m_options;
    std::vector<Request> m_requests;
    std::size_t m_next = 0;
    QHash<quint64, Request> m_running;
    project::Id m_group = 0;
    QElapsedTimer m_time;
    int m_total = 0, m_done = 0, m_failures = 0;
    bool m_paused = false, m_stopped = false, m_ended = false;
};

} // namespace rb::jobs
