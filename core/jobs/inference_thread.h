#pragma once

#include "core/base/result.h"
#include "core/jobs/grow_request.h"
#include "core/vlm/model_source.h"
#include "core/vlm/region_captioner.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace rb::jobs {

/// Regions of one picture.
struct PictureRegions {
    QString file;                              ///< absolute path of the picture
    std::vector<geometry::Box2> boxes;         ///< in pixels of the shown picture; empty: the whole picture
};

/// What of a cloud is captioned: with boxes its regions, as a scene; else `points`, or all of the file, as one object.
struct CloudRegions {
    std::vector<geometry::Box3> boxes;         ///< in the file's coordinates
    std::shared_ptr<const geometry::PointCloud> points;
};

/// Captions for some regions of one picture or cloud; plain values, copied into the thread.
struct CaptionRequest : PictureRegions {
    vlm::GenerationOptions options;
    /// Regions of further pictures, which share the model's batches. All have boxes, or none.
    std::vector<PictureRegions> others;
    std::optional<CloudRegions> cloud;         ///< `file` is a cloud
    bool background = false;                   ///< gives way to what somebody waits for
};

/// What came of a request, in the order of its boxes, those of the other pictures following.
struct CaptionAnswer {
    std::vector<std::vector<vlm::Caption>> captions;
    bool stopped = false;       ///< cancelled before its end; captions are what there was
    double encodeSeconds = 0;   ///< 0 when the picture was still encoded
    double captionSeconds = 0;
};

/// A text as the model compares it with regions and with whole pictures, of length 1 each; empty where it has no such
/// modality, or not the parts that compare.
struct TextEmbedding {
    std::vector<float> region;
    std::vector<float> picture;
};

/// The one thread that owns the model. Requests are answered in their order, those in the background after all others;
/// the newest encoded pictures and clouds are kept, so that a further box costs only its own caption. Made and
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
    /// What the model sees in boxes of a picture, for comparing; no boxes: in the whole. Waits until no caption
    /// is asked for. Answered by embedded or failed.
    quint64 embed(const QString& file, const std::vector<geometry::Box2>& boxes);
    /// Answered by textEmbedded or failed.
    quint64 embedText(const std::string& text);
    /// Boxes, captions and scores of a picture (grownCaptions()). Waits as an embedding does. Answered by grown or failed.
    quint64 grow(const GrowRequest& request);
    /// A cancelled caption is answered as stopped; an embedding or a grown picture that was waiting, never.
    void cancel(quint64 request);
    /// All captions; embeddings and grown pictures go on.
    void cancelAll();
    /// Captions waiting or running.
    int pending() const;

Q_SIGNALS:
    void modelOpened(const rb::vlm::ModelDescription& description);
    void modelFailed(const rb::Error& error);
    void started(quint64 request);
    /// A caption grew by a token: the best text so far of box `region`.
    void captionGrew(quint64 request, int region, const QString& textSoFar);
    void captioned(quint64 request, const rb::jobs::CaptionAnswer& answer);
    void embedded(quint64 request, const std::vector<rb::vlm::RegionEmbedding>& embeddings);
    void textEmbedded(quint64 request, const rb::jobs::TextEmbedding& embedding);
    void grown(quint64 request, const rb::jobs::GrowAnswer& answer);
    void failed(quint64 request, const rb::Error& error);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace rb::jobs
