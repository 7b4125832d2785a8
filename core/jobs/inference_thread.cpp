#include "core/jobs/inference_thread.h"

#include "core/jobs/encoded_pictures.h"
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
            }
            queue.finish();
        }
        // Tensors are freed on the thread that made them.
        m_pictures.clear();
        m_captioner.reset();
    }

    void openModel(const InferenceTask& task) {
        m_pictures.clear();
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
        Result<CaptionAnswer> answer = answered(task);
        if (answer.ok())
            tell([owner = &m_owner, number = task.number, value = std::move(*answer)] { Q_EMIT owner->captioned(number, value); });
        else
            tell([owner = &m_owner, number = task.number, error = answer.error()] { Q_EMIT owner->failed(number, error); });
    }

    Result<CaptionAnswer> answered(const InferenceTask& task) {
        if (!m_captioner) return m_modelError;
        const auto picture = m_pictures.get(task.request.file, *m_captioner);
        if (!picture.ok()) return picture.error();
        QElapsedTimer timer;
        timer.start();
        QElapsedTimer shown;
        const auto grew = [&](std::size_t region, const std::string& text) {
            // A fast model outruns the screen; what is left out here comes with the answer.
            if (shown.isValid() && shown.elapsed() < kFrameMs) return;
            shown.start();
            tell([owner = &m_owner, number = task.number, region = static_cast<int>(region), shown = QString::fromStdString(text)] {
                Q_EMIT owner->captionGrew(number, region, shown);
            });
        };
        auto captions = m_captioner->caption(picture->image, task.request.boxes, task.request.options, grew, task.stop.get_token());
        if (!captions.ok()) return captions.error();
        return CaptionAnswer{std::move(*captions), task.stop.stop_requested(), picture->seconds,
                             static_cast<double>(timer.nsecsElapsed()) * 1e-9};
    }

    InferenceThread& m_owner;
    std::optional<vlm::RegionCaptioner> m_captioner;
    Error m_modelError{ErrorCode::ModelIncomplete, "No model is open."};
    EncodedPictures m_pictures;
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
