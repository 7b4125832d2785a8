#include "core/jobs/batch_captioning.h"

#include "core/jobs/caption_store.h"

#include <algorithm>
#include <utility>

namespace rb::jobs {

// Regions that the model takes at once; more of them delay the first answer without being faster.
static constexpr std::size_t kTogether = 16;
static constexpr int kUnderWay = 2;

BatchCaptioning::BatchCaptioning(project::Project& project, InferenceThread& inference, BatchPlan plan, const Options& options, QObject* parent)
    : QObject(parent), m_project(project), m_inference(inference), m_options(options), m_group(project.newGroup()), m_total(plan.count()) {
    cut(plan);
    connect(&inference, &InferenceThread::captioned, this, &BatchCaptioning::take);
    connect(&inference, &InferenceThread::failed, this, &BatchCaptioning::fail);
}

BatchCaptioning::~BatchCaptioning() {
    disconnect(&m_inference, nullptr, this, nullptr);
    for (auto running = m_running.keyBegin(); running != m_running.keyEnd(); ++running) m_inference.cancel(*running);
}

void BatchCaptioning::cut(const BatchPlan& plan) {
    for (const BatchPlan::Picture& picture : plan.pictures) {
        if (picture.whole) m_requests.push_back({picture.media.id, {0}});
        for (std::size_t first = 0; first < picture.regions.size(); first += kTogether) {
            Request& request = m_requests.emplace_back();
            request.media = picture.media.id;
            for (std::size_t i = first; i < std::min(first + kTogether, picture.regions.size()); ++i) request.regions.push_back(picture.regions[i].id);
        }
    }
}

void BatchCaptioning::start() {
    m_time.start();
    send();
}

void BatchCaptioning::pause() { m_paused = true; }

void BatchCaptioning::resume() {
    m_paused = false;
    send();
}

void BatchCaptioning::stop() {
    if (std::exchange(m_stopped, true)) return;
    m_next = m_requests.size();
    const QList<quint64> running = m_running.keys();
    for (const quint64 number : running) m_inference.cancel(number);
    settle(0);
}

/// Boxes as they are now: a region may have been moved or removed since the plan was made.
void BatchCaptioning::send() {
    while (!m_paused && m_running.size() < kUnderWay && m_next < m_requests.size()) {
        const Request& planned = m_requests[m_next++];
        Request request{planned.media, {}};
        CaptionRequest asked;
        const auto media = m_project.media(planned.media);
        if (media) asked.file = m_project.filePath(*media);
        for (const project::Id id : planned.regions) {
            const auto region = m_project.region(id);
            if (!media || (id && !region)) continue;
            request.regions.push_back(id);
            if (id) asked.boxes.push_back(region->box());
        }
        if (request.regions.size() < planned.regions.size()) m_done += static_cast<int>(planned.regions.size() - request.regions.size());
        if (request.regions.empty()) continue;
        asked.options = m_options.generation;
        m_running.insert(m_inference.caption(asked), request);
    }
    settle(0);
}

void BatchCaptioning::take(quint64 number, const CaptionAnswer& answer) {
    const auto found = m_running.constFind(number);
    if (found == m_running.constEnd()) return;
    const Request request = *found;
    m_running.erase(found);
    if (!answer.stopped) store(request, answer.captions);
    settle(static_cast<int>(request.regions.size()));
    send();
}

void BatchCaptioning::fail(quint64 number, const Error& error) {
    const auto found = m_running.constFind(number);
    if (found == m_running.constEnd()) return;
    const auto count = static_cast<int>(found->regions.size());
    m_running.erase(found);
    m_failures += count;
    Q_EMIT failed(error);
    settle(count);
    send();
}

void BatchCaptioning::store(const Request& request, const std::vector<std::vector<vlm::Caption>>& captions) {
    const auto author = machineAuthor(m_options.model, m_options.generation);
    std::vector<std::vector<project::Caption>> present;
    for (const project::Id region : request.regions) present.push_back(project::captionsOf(m_project, request.media, region));
    const Status stored = m_project.edit(m_options.editName, [&](project::Edit& edit) {
        for (std::size_t i = 0; i < request.regions.size() && i < captions.size(); ++i) {
            if (captions[i].empty() || (request.regions[i] && !m_project.region(request.regions[i]))) continue;
            project::Caption target;
            target.media = request.media;
            target.region = request.regions[i];
            project::storeMachineCaptions(edit, present[i], target, machineCaptions(captions[i]), author);
        }
    }, m_group);
    if (!stored.ok()) Q_EMIT failed(stored.error());
}

void BatchCaptioning::settle(int count) {
    if (m_ended) return;
    m_done += count;
    Q_EMIT progressed(m_done, m_total);
    if (m_next < m_requests.size() || !m_running.isEmpty()) return;
    m_ended = true;
    Q_EMIT finished();
}

double BatchCaptioning::regionsASecond() const {
    const double seconds = m_time.isValid() ? static_cast<double>(m_time.elapsed()) / 1000 : 0;
    return seconds > 0 ? m_done / seconds : 0;
}

double BatchCaptioning::secondsLeft() const {
    const double rate = regionsASecond();
    return rate > 0 ? (m_total - m_done) / rate : -1;
}

} // namespace rb::jobs
