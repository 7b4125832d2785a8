#include "core/jobs/embedding_job.h"

#include "core/base/sha256.h"
#include "core/vlm/adapter.h"
#include "core/vlm/model_source.h"

#include <algorithm>
#include <utility>

namespace rb::jobs {

// So that the next is read while the last is stored; more would only lie in the queue.
static constexpr qsizetype kUnderWay = 2;

Result<QString> embeddingModel(const vlm::ModelPaths& paths, const std::string& modality) {
    const auto source = vlm::openModelSource(paths);
    if (!source.ok()) return source.error();
    const auto base = vlm::fingerprint(*source);
    if (!base.ok()) return base.error();
    std::string name = *base;
    for (const vlm::AdapterFile& adapter : paths.adapters) {
        const auto hash = sha256OfFile(adapter.path);
        if (!hash.ok()) return hash.error();
        name += "+" + *hash;
    }
    return QString::fromStdString(modality.empty() ? name : name + "@" + modality);
}

EmbeddingJob::EmbeddingJob(const project::Project& project, InferenceThread& inference, meaning::EmbeddingStore store, meaning::Survey survey,
                           const QString& model, QObject* parent)
    : QObject(parent), m_project(project), m_inference(inference), m_store(std::move(store)), m_survey(std::move(survey)), m_model(model),
      m_done(m_survey.ready), m_total(m_survey.total) {
    connect(&inference, &InferenceThread::embedded, this, &EmbeddingJob::take);
    connect(&inference, &InferenceThread::failed, this, &EmbeddingJob::giveUp);
    // Its answers would be stored as the former model's.
    connect(&inference, &InferenceThread::modelOpened, this, &EmbeddingJob::stop);
    connect(&inference, &InferenceThread::modelFailed, this, &EmbeddingJob::stop);
}

EmbeddingJob::~EmbeddingJob() {
    for (auto running = m_running.keyBegin(); running != m_running.keyEnd(); ++running) m_inference.cancel(*running);
}

void EmbeddingJob::start() {
    if (const Status removed = m_store.remove(std::exchange(m_survey.gone, {})); !removed.ok()) {
        Q_EMIT failed(removed.error());
        return end();
    }
    send();
}

void EmbeddingJob::stop() {
    const QList<quint64> running = m_running.keys();
    m_running.clear();
    for (const quint64 number : running) m_inference.cancel(number);
    end();
}

void EmbeddingJob::end() {
    if (std::exchange(m_ended, true)) return;
    Q_EMIT finished();
}

/// Places as they are now: regions may have been moved or removed since the survey.
EmbeddingJob::Request EmbeddingJob::cut(project::Id media, const std::vector<project::Id>& regions, std::size_t first, std::size_t last) const {
    Request request;
    const auto record = m_project.media(media);
    if (!record) return request;
    const auto stamp = meaning::FileStamp::of(m_project.filePath(*record));
    for (std::size_t i = first; i < last; ++i) {
        const auto region = regions[i] ? m_project.region(regions[i]) : std::nullopt;
        if (regions[i] && (!region || region->media != media)) continue;
        request.places.append({{media, regions[i]}, region ? region->box() : geometry::Box2{}, stamp, {}});
    }
    return request;
}

void EmbeddingJob::send() {
    while (!m_ended && m_running.size() < kUnderWay && m_picture < m_survey.work.size()) {
        const meaning::Survey::Work& work = m_survey.work[m_picture];
        // The whole picture is a request of its own: it has no boxes.
        const bool whole = m_place < work.regions.size() && work.regions[m_place] == 0;
        const std::size_t last = std::min(work.regions.size(), m_place + (whole ? 1 : kTogether));
        const std::size_t first = std::exchange(m_place, last);
        if (last == work.regions.size()) ++m_picture, m_place = 0;
        Request request = cut(work.media, work.regions, first, last);
        m_done += static_cast<qint64>(last - first) - request.places.size(); // what is gone waits no longer
        if (request.places.isEmpty()) continue;
        std::vector<geometry::Box2> boxes;
        for (const meaning::Embedding& place : std::as_const(request.places))
            if (place.place.region) boxes.push_back(place.box);
        m_running.insert(m_inference.embed(m_project.filePath(*m_project.media(work.media)), boxes), request);
    }
    if (m_running.isEmpty() && m_picture == m_survey.work.size()) end();
}

void EmbeddingJob::take(quint64 number, const std::vector<vlm::RegionEmbedding>& embeddings) {
    const auto found = m_running.find(number);
    if (found == m_running.end()) return;
    const Request request = *found;
    m_running.erase(found);
    std::vector<meaning::Embedding> stored(request.places.begin(), request.places.end());
    stored.resize(std::min(stored.size(), embeddings.size()));
    for (std::size_t i = 0; i < stored.size(); ++i) stored[i].queries = meaning::toBytes(embeddings[i].queries, embeddings[i].width);
    if (const Status put = m_store.put(m_model, stored); !put.ok()) {
        Q_EMIT failed(put.error());
        return stop();
    }
    settle(request.places.size());
}

void EmbeddingJob::giveUp(quint64 number, const Error& error) {
    const auto found = m_running.find(number);
    if (found == m_running.end()) return;
    const qint64 count = found->places.size();
    m_running.erase(found);
    m_failures += count;
    Q_EMIT failed(error);
    settle(count);
}

void EmbeddingJob::settle(qint64 count) {
    m_done += count;
    Q_EMIT progressed(m_done, m_total);
    send();
}

} // namespace rb::jobs
