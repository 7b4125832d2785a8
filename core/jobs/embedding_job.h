#pragma once

#include "core/jobs/inference_thread.h"
#include "core/meaning/survey.h"
#include "core/project/project.h"

#include <QHash>
#include <QObject>

namespace rb::jobs {

/// Who makes embeddings, as their store tells models apart: the model's fingerprint with its adapter's content and the
/// modality it writes with. Reads the headers of the model and the whole adapter.
Result<QString> embeddingModel(const vlm::ModelPaths& paths, const std::string& modality = {});

/// Fills a store with the embeddings that a survey found missing, picture by picture. Captions go first whenever one is
/// asked for: at most one request of `kTogether` regions lies before it. What has arrived is in the store, so a job that
/// was stopped, or a program that ended, is gone on with by a new survey and a new job. Ends by itself when another model
/// is opened. Used on the project's thread.
class EmbeddingJob : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kTogether = 16;

    /// `model`: embeddingModel() of the model that is open.
    EmbeddingJob(const project::Project& project, InferenceThread& inference, meaning::EmbeddingStore store, meaning::Survey survey, const QString& model,
                 QObject* parent = nullptr);
    ~EmbeddingJob() override;

    void start();
    /// Ends at once; finished() comes before it returns.
    void stop();

    /// Places of the project that are ready, or were given up, of all that can be.
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }
    qint64 failures() const { return m_failures; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    /// A picture that could not be embedded; the job goes on. A store that cannot be written ends it.
    void failed(const rb::Error& error);
    void finished();

private:
    struct Request {
        QList<meaning::Embedding> places; ///< still without queries
    };
    void send();
    Request cut(project::Id media, const std::vector<project::Id>& regions, std::size_t first, std::size_t last) const;
    void take(quint64 number, const std::vector<vlm::RegionEmbedding>& embeddings);
    void giveUp(quint64 number, const Error& error);
    void settle(qint64 count);
    void end();

    const project::Project& m_project;
    InferenceThread& m_inference;
    meaning::EmbeddingStore m_store;
    meaning::Survey m_survey;
    QString m_model;
    std::size_t m_picture = 0, m_place = 0; ///< of the survey's work, what comes next
    QHash<quint64, Request> m_running;
    qint64 m_done = 0, m_total = 0, m_failures = 0;
    bool m_ended = false;
};

} // namespace rb::jobs
