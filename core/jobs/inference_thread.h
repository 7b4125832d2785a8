#pragma once

#include "core/base/result.h"
#include "core/vlm/model_source.h"
#include "core/vlm/region_captioner.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace rb::jobs {

/// Captions for some regions of one picture; plain values, copied into the thread.
struct CaptionRequest {
    QString file;                              ///< absolute path of the picture
    std::vector<geometry::Box2> boxes;         ///< in pixels of the shown picture; empty: the whole picture
    vlm::GenerationOptions options;
};

/// What came of a request, in the order of its boxes.
struct CaptionAnswer {
    std::vector<std::vector<vlm::Caption>> captions;
    bool stopped = false;       ///< cancelled before its end; captions are what there was
    double encodeSeconds = 0;   ///< 0 when the picture was still encoded
    double captionSeconds = 0;
};

/// The one thread that owns the model. Requests are answered in their order; the newest encoded
/// pictures are kept, so that a further box of a picture costs only its own caption. Made and
/// used on the GUI thread; signals arrive there. Destroying it stops the work at once and waits.
class InferenceThread : public QObject {
    Q_OBJECT

public:
    explicit InferenceThread(QObject* parent = nullptr);
    ~InferenceThread() override;

    /// Opens a model folder; answered by modelOpened or modelFailed. Requests may be made at once,
    /// they wait for the model.
    void openModel(const vlm::ModelPaths& paths, const vlm::CaptionerOptions& options);
    void openModel(const QString& folder, const vlm::CaptionerOptions& options);

    /// Returns the request's number, which the signals carry.
    quint64 caption(const CaptionRequest& request);
    /// Encodes a picture ahead of its first box. Dropped when something else is waiting.
    void encodeAhead(const QString& file);
    void cancel(quint64 request);
    void cancelAll();
    /// Requests waiting or running.
    int pending() const;

Q_SIGNALS:
    void modelOpened(const rb::vlm::ModelDescription& description);
    void modelFailed(const rb::Error& error);
    void started(quint64 request);
    /// A caption grew by a token: the best text so far of box `region`.
    void captionGrew(quint64 request, int region, const QString& textSoFar);
    void captioned(quint64 request, const rb::jobs::CaptionAnswer& answer);
    void failed(quint64 request, const rb::Error& error);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace rb::jobs
