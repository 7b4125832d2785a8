#include "core/jobs/grow_job.h"

#include "core/jobs/grow_store.h"

namespace rb::jobs {

static constexpr int kUnderWay = 2;

GrowJob::GrowJob(project::Project& project, InferenceThread& inference, GrowPlan plan, const Options& options, QObject* parent)
    : LongJob(parent), m_project(project), m_inference(inference), m_plan(std::move(plan)), m_options(options), m_group(project.newGroup()) {
    connect(&inference, &InferenceThread::grown, this, &GrowJob::take);
    connect(&inference, &InferenceThread::failed, this, &GrowJob::fail);
}

GrowJob::~GrowJob() {
    disconnect(&m_inference, nullptr, this, nullptr);
    for (auto running = m_running.keyBegin(); running != m_running.keyEnd(); ++running) m_inference.cancel(*running);
}

void GrowJob::start() {
    m_time.start();
    send();
}

void GrowJob::pause() { m_paused = true; }

void GrowJob::resume() {
    m_paused = false;
    send();
}

void GrowJob::stop() {
    m_next = m_plan.pictures.size();
    const QList<quint64> numbers = m_running.keys();
    m_running.clear();
    for (const quint64 number : numbers) m_inference.cancel(number);
    settle();
}

/// Boxes as they are now: regions may have been moved, removed or captioned since the plan was made.
GrowJob::Running GrowJob::ask(const GrowPlan::Picture& picture, GrowRequest& request) const {
    Running running{picture.media, {}, {}};
    const auto media = m_project.media(picture.media);
    if (!media) return running;
    request.file = m_project.filePath(*media);
    request.options = m_plan.options;
    request.generation = m_options.generation;
    if (m_plan.options.source != GrowSource::Regions) {
        for (const project::Region& region : m_project.regionsOf(media->id)) request.boxes.push_back(region.box());
        return running;
    }
    for (const project::Id id : picture.regions) {
        const auto region = m_project.region(id);
        if (!region) continue;
        running.regions.push_back(id);
        running.boxes.push_back(region->box());
    }
    request.boxes = running.boxes;
    return running;
}

void GrowJob::send() {
    while (!m_paused && m_running.size() < kUnderWay && m_next < m_plan.pictures.size()) {
        GrowRequest request;
        const Running running = ask(m_plan.pictures[m_next++], request);
        const bool nothing = request.file.isEmpty() || (m_plan.options.source == GrowSource::Regions && running.regions.empty());
        if (nothing) ++m_done;
        else m_running.insert(m_inference.grow(request), running);
    }
    settle();
}

void GrowJob::take(quint64 number, const GrowAnswer& answer) {
    const auto found = m_running.constFind(number);
    if (found == m_running.constEnd()) return;
    const Running running = *found;
    m_running.erase(found);
    m_tally.add(answer);
    ++m_done;
    if (m_options.keep == Keep::Drafts)
        if (const Status stored = store(running, answer); !stored.ok()) Q_EMIT failed(stored.error());
    Q_EMIT grown(running.media, answer);
    send();
}

Status GrowJob::store(const Running& running, const GrowAnswer& answer) {
    const GrowStore store{m_project, m_plan.options, m_options.model, m_options.generation};
    qint64 stored = 0;
    const Status status = m_project.edit(m_options.editName, [&](project::Edit& edit) {
        stored = m_plan.options.source == GrowSource::Regions ? store.captions(edit, running.media, running.regions, running.boxes, answer)
                                                              : store.regions(edit, running.media, answer);
    }, m_group);
    if (status.ok()) m_written += stored;
    return status;
}

void GrowJob::fail(quint64 number, const Error& error) {
    if (!m_running.remove(number)) return;
    ++m_failures;
    ++m_done;
    Q_EMIT failed(error);
    send();
}

void GrowJob::settle() {
    if (m_ended) return;
    Q_EMIT progressed(m_done, total());
    if (m_ended || m_next < m_plan.pictures.size() || !m_running.isEmpty()) return;
    m_ended = true;
    Q_EMIT finished();
}

double GrowJob::rate() const {
    const double seconds = m_time.isValid() ? static_cast<double>(m_time.elapsed()) / 1000 : 0;
    return seconds > 0 ? m_done / seconds : 0;
}

double GrowJob::secondsLeft() const {
    const double now = rate();
    return now > 0 ? (total() - m_done) / now : -1;
}

} // namespace rb::jobs
