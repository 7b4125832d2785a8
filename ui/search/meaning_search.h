#pragma once

#include "core/jobs/embedding_job.h"
#include "core/meaning/region_finder.h"
#include "core/query/near.h"
#include "ui/workspace/workspace.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace rb::ui {

/// Searching by meaning in the open project: finds what a query's `meaning:` and `like:` ask for, knows how much is
/// prepared, and prepares the rest. Files are read on the workspace's reading thread, texts go to the model's thread;
/// the window never waits.
class MeaningSearch : public QObject {
    Q_OBJECT

public:
    MeaningSearch(Workspace& workspace, jobs::InferenceThread& inference, QObject* parent = nullptr);
    ~MeaningSearch() override;

    /// The model that was opened. `modality`: as vlm::CaptionerOptions.
    void setModel(const vlm::ModelPaths& paths, const std::string& modality = {});

    /// Finds what the query asks for; answered by resolved or refused, the last asked query alone.
    void resolve(const query::Query& query);
    void prepare();
    void stop();
    bool isPreparing() const { return m_job != nullptr; }

Q_SIGNALS:
    void resolved(const rb::query::Query& query);
    /// One reason why the query cannot be used.
    void refused(const rb::Error& error);
    /// What is ready of all places that can be; after every change of the project and of the model.
    void readyChanged(qint64 ready, qint64 total);
    void progressed(qint64 done, qint64 total);
    void failed(const rb::Error& error);

private:
    /// Who reads the store on the reading thread; made there and used there alone.
    struct Reader {
        QString path, folder;
        vlm::ModelPaths model;
        std::string modality;
        QString name; ///< embeddingModel(); empty: not known yet
        std::optional<meaning::RegionFinder> finder;
        Result<meaning::RegionFinder*> open();
    };
    struct Looked {
        meaning::Survey survey;
        QString model;
    };
    void begin();
    void lookAround(bool andPrepare);
    void start(Looked looked);
    void end();
    void askTexts();
    void takeText(quint64 number, const jobs::TextEmbedding& text);
    void find();

    Workspace& m_workspace;
    jobs::InferenceThread& m_inference;
    vlm::ModelPaths m_model;
    std::string m_modality;
    std::shared_ptr<Reader> m_reader;
    std::unique_ptr<jobs::EmbeddingJob> m_job;
    QObject m_surveyor, m_seeker; ///< the reading thread has one question of each
    QTimer m_later;               ///< the project changed
    query::Query m_query;
    QHash<QString, meaning::TextMeaning> m_texts; ///< of this model
    QHash<quint64, QString> m_asked;              ///< texts on their way
};

} // namespace rb::ui
