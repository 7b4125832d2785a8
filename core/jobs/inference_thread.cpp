#include "core/jobs/inference_thread.h"

#include "core/jobs/encoded_clouds.h"
#include "core/jobs/encoded_pictures.h"
#include "core/jobs/grow_captions.h"
#include "core/jobs/inference_queue.h"

#include <QElapsedTimer>

#include <optional>
#include <thread>

namespace rb::jobs {

static constexpr qint64 kFrameMs = 16;

/// Runs on its own thread; speaks to the InferenceThread by queued calls only.
class InferenceThread::Worker {
public:
    explicit Worker(InferenceThread& owner) : m_owner(owner), m_thread([this] { run(); }) {}
    ~Worker() {
        queue.close();
        m_thread.join();
    }

    InferenceQueue queue;
    quint64 lastNumber = 0;

private:
    /// Carries `call` to the GUI thread; dropped when the owner is gone by then.
    template <typename Call>
    void tell(Call call) {
        QMetaObject::invokeMethod(&m_owner, std::move(call), Qt::QueuedConnection);
    }

    void run() {
        while (auto task = queue.take()) {
            switch (task->kind) {
            case InferenceTask::Kind::OpenModel: openModel(*task); break;
            case InferenceTask::Kind::EncodeAhead:
                if (m_captioner) (void)m_pictures.get(task->request.file, *m_captioner);
                break;
            case InferenceTask::Kind::Caption: caption(*task); break;
            case InferenceTask::Kind::Embed: answerWith(task->number, embeddings(*task), &InferenceThread::embedded); break;
            case InferenceTask::Kind::Grow: answerWith(task->number, grown(*task), &InferenceThread::grown); break;
            case InferenceTask::Kind::EmbedText: answerWith(task->number, embeddedText(task->text), &InferenceThread::textEmbedded); break;
            }
            queue.finish();
        }
        // Tensors are freed on the thread that made them.
        m_pictures.clear();
        m_clouds.clear();
        m_captioner.reset();
    }

    void openModel(const InferenceTask& task) {
        m_pictures.clear();
        m_clouds.clear();
        m_captioner.reset();
        auto opened = vlm::RegionCaptioner::open(task.model, task.modelOptions);
        if (!opened.ok()) {
            m_modelError = opened.error();
            tell([owner = &m_owner, error = m_modelError] { Q_EMIT owner->modelFailed(error); });
            return;
        }
        m_captioner.emplace(std::move(*opened));
        tell([owner = &m_owner, description = m_captioner->description()] { Q_EMIT owner->modelOpened(description); });
    }

    void caption(const InferenceTask& task) {
        tell([owner = &m_owner, number = task.number] { Q_EMIT owner->started(number); });
        answerWith(task.number, answered(task), &InferenceThread::captioned);
    }

    template <typename Answer>
    void answerWith(quint64 number, Result<Answer> answer, void (InferenceThread::*signal)(quint64, const Answer&)) {
        if (answer.ok()) tell([owner = &m_owner, number, signal, value = std::move(*answer)] { Q_EMIT (owner->*signal)(number, value); });
        else tell([owner = &m_owner, number, error = answer.error()] { Q_EMIT owner->failed(number, error); });
    }

    Result<std::vector<vlm::RegionEmbedding>> embeddings(const InferenceTask& task) {
        if (!m_captioner) return m_modelError;
        const auto picture = m_pictures.get(task.request.file, *m_captioner);
        if (!picture.ok()) return picture.error();
        return m_captioner->embed(picture->image, task.request.boxes);
    }

    Result<GrowAnswer> grown(const InferenceTask& task) {
        if (!m_captioner) return m_modelError;
        return grownCaptions(*m_captioner, task.grow, task.stop.get_token());
    }

    /// A model may compare regions alone, or pictures alone.
    Result<TextEmbedding> embeddedText(const std::string& text) {
        if (!m_captioner) return m_modelError;
        auto regions = m_captioner->embedTexts("image_region", {text}), pictures = m_captioner->embedTexts("image", {text});
        if (!regions.ok() && !pictures.ok()) return regions.error();
        TextEmbedding embedding;
        if (regions.ok()) embedding.region = std::move(regions->front());
        if (pictures.ok()) embedding.picture = std::move(pictures->front());
        return embedding;
    }

    /// Tells of growing captions, at most once a frame: a fast model outruns the screen, and what is left out here comes
    /// with the answer.
    vlm::CaptionObserver growthOf(const InferenceTask& task) {
        return [this, number = task.number, shown = QElapsedTimer()](std::size_t region, const std::string& text) mutable {
            if (shown.isValid() && shown.elapsed() < kFrameMs) return;
            shown.start();
            tell([owner = &m_owner, number, region = static_cast<int>(region), words = QString::fromStdString(text)] {
                Q_EMIT owner->captionGrew(number, region, words);
            });
        };
    }

    Result<CaptionAnswer> answered(const InferenceTask& task) {
        if (!m_captioner) return m_modelError;
        return task.request.cloud ? captionedCloud(task) : captionedPictures(task);
    }

    Result<CaptionAnswer> captionedPictures(const InferenceTask& task) {
        std::vector<vlm::ImageRegions> pictures;
        CaptionAnswer answer;
        const auto add = [&](const PictureRegions& regions) -> Status {
            const auto picture = m_pictures.get(regions.file, *m_captioner);
            if (!picture.ok()) return picture.error();
            answer.encodeSeconds += picture->seconds;
            pictures.push_back({picture->image, regions.boxes});
            return {};
        };
        if (Status added = add(task.request); !added.ok()) return added.error();
        for (const PictureRegions& other : task.request.others)
            if (Status added = add(other); !added.ok()) return added.error();
        return finished(std::move(answer), task, [&](const vlm::CaptionObserver& grew) {
            return m_captioner->caption(pictures, task.request.options, grew, task.stop.get_token());
        });
    }

    Result<CaptionAnswer> captionedCloud(const InferenceTask& task) {
        const CloudRegions& regions = *task.request.cloud;
        const auto cloud = m_clouds.get(task.request.file, regions, *m_captioner);
        if (!cloud.ok()) return cloud.error();
        CaptionAnswer answer;
        answer.encodeSeconds = cloud->seconds;
        return finished(std::move(answer), task, [&](const vlm::CaptionObserver& grew) {
            return m_captioner->caption(cloud->cloud, regions.boxes, task.request.options, grew, task.stop.get_token());
        });
    }

    template <typename Write>
    Result<CaptionAnswer> finished(CaptionAnswer answer, const InferenceTask& task, const Write& write) {
        QElapsedTimer timer;
        timer.start();
        auto captions = write(growthOf(task));
        if (!captions.ok()) return captions.error();
        answer.captions = std::move(*captions);
        answer.stopped = task.stop.stop_requested();
        answer.captionSeconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
        return answer;
    }

    InferenceThread& m_owner;
    std::optional<vlm::RegionCaptioner> m_captioner;
    Error m_modelError{ErrorCode::ModelIncomplete, "No model is open."};
    EncodedPictures m_pictures;
    EncodedClouds m_clouds;
    std::thread m_thread; // last: it starts when all else is there
};

InferenceThread::InferenceThread(QObject* parent) : QObject(parent), m_worker(std::make_unique<Worker>(*this)) {}
InferenceThread::~InferenceThread() = default;

void InferenceThread::openModel(const QString& folder, const vlm::CaptionerOptions& options) {
    vlm::ModelPaths paths;
    paths.model = folder.toStdString();
    openModel(paths, options);
}

void InferenceThread::openModel(const vlm::ModelPaths& paths, const vlm::CaptionerOptions& options) {
    InferenceTask task;
    task.kind = InferenceTask::Kind::OpenModel;
    task.model = paths;
    task.modelOptions = options;
    m_worker->queue.add(std::move(task));
}

quint64 InferenceThread::caption(const CaptionRequest& request) {
    InferenceTask task;
    task.number = ++m_worker->lastNumber;
    task.request = request;
    m_worker->queue.add(std::move(task));
    return m_worker->lastNumber;
}

void InferenceThread::encodeAhead(const QString& file) {
    InferenceTask task;
    task.kind = InferenceTask::Kind::EncodeAhead;
    task.request.file = file;
    m_worker->queue.add(std::move(task));
}

quint64 InferenceThread::embed(const QString& file, const std::vector<geometry::Box2>& boxes) {
    InferenceTask task;
    task.kind = InferenceTask::Kind::Embed;
    task.number = ++m_worker->lastNumber;
    task.request.file = file;
    task.request.boxes = boxes;
    m_worker->queue.add(std::move(task));
    return m_worker->lastNumber;
}

quint64 InferenceThread::embedText(const std::string& text) {
    InferenceTask task;
    task.kind = InferenceTask::Kind::EmbedText;
    task.number = ++m_worker->lastNumber;
    task.text = text;
    m_worker->queue.add(std::move(task));
    return m_worker->lastNumber;
}

quint64 InferenceThread::grow(const GrowRequest& request) {
    InferenceTask task;
    task.kind = InferenceTask::Kind::Grow;
    task.number = ++m_worker->lastNumber;
    task.grow = request;
    m_worker->queue.add(std::move(task));
    return m_worker->lastNumber;
}

/// What a request that never ran is answered with.
static CaptionAnswer stoppedAnswer() {
    CaptionAnswer answer;
    answer.stopped = true;
    return answer;
}

void InferenceThread::cancel(quint64 request) {
    if (m_worker->queue.cancel(request)) Q_EMIT captioned(request, stoppedAnswer());
}

void InferenceThread::cancelAll() {
    for (const quint64 request : m_worker->queue.cancelAll()) Q_EMIT captioned(request, stoppedAnswer());
}

int InferenceThread::pending() const { return m_worker->queue.pending(); }

} // namespace rb::jobs
