#include "core/jobs/batch_captioning.h"

#include "core/jobs/caption_store.h"

#include <algorithm>
#include <utility>

namespace rb::jobs {

// More at once cost memory and are not faster.
static constexpr std::size_t kMostTogether = 16, kFirstTogether = 4;
static constexpr double kSecondsAtOnce = 2;
static constexpr int kUnderWay = 2;

BatchCaptioning::BatchCaptioning(project::Project& project, InferenceThread& inference, BatchPlan plan, const Options& options, QObject* parent)
    : LongJob(parent), m_project(project), m_inference(inference), m_options(options), m_group(project.newGroup()), m_total(plan.count()) {
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
        const bool alone = picture.media.kind == project::MediaKind::Cloud;
        if (picture.whole) m_pieces.push_back({picture.media.id, {0}, alone});
        for (std::size_t first = 0; first < picture.regions.size(); first += kFirstTogether) {
            Piece& piece = m_pieces.emplace_back(Piece{picture.media.id, {}, alone});
            for (std::size_t i = first; i < std::min(first + kFirstTogether, picture.regions.size()); ++i) piece.regions.push_back(picture.regions[i].id);
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
    m_pieces.clear();
    const QList<quint64> running = m_running.keys();
    for (const quint64 number : running) m_inference.cancel(number);
    settle(0);
}

int BatchCaptioning::countOf(const Request& request) {
    int count = 0;
    for (const Piece& piece : request) count += static_cast<int>(piece.regions.size());
    return count;
}

std::size_t BatchCaptioning::together() const {
    if (m_done == 0) return kFirstTogether;
    return std::clamp<std::size_t>(static_cast<std::size_t>(rate() * kSecondsAtOnce), 1, kMostTogether);
}

BatchCaptioning::Piece BatchCaptioning::asItIs(const Piece& planned, CaptionRequest& asked) const {
    Piece piece{planned.media, {}, planned.alone};
    const auto media = m_project.media(planned.media);
    if (!media) return piece;
    PictureRegions picture{m_project.filePath(*media), {}};
    CloudRegions cloud;
    for (const project::Id id : planned.regions) {
        const auto region = m_project.region(id);
        if (id && !region) continue;
        piece.regions.push_back(id);
        if (id && region->cloud) cloud.boxes.push_back(region->cloud->box);
        else if (id) picture.boxes.push_back(region->box());
    }
    if (piece.regions.empty()) return piece;
    if (media->kind == project::MediaKind::Cloud) asked.cloud = std::move(cloud);
    if (asked.file.isEmpty()) static_cast<PictureRegions&>(asked) = std::move(picture);
    else asked.others.push_back(std::move(picture));
    return piece;
}

BatchCaptioning::Request BatchCaptioning::nextRequest(CaptionRequest& asked) {
    Request request;
    const std::size_t most = together();
    while (!m_pieces.empty()) {
        const Piece& next = m_pieces.front();
        if (!request.empty() && (static_cast<std::size_t>(countOf(request)) + next.regions.size() > most || next.alone || request.front().alone || next.isWhole() != request.front().isWhole())) break;
        Piece piece = asItIs(next, asked);
        m_done += static_cast<int>(next.regions.size() - piece.regions.size());
        m_pieces.pop_front();
        if (!piece.regions.empty()) request.push_back(std::move(piece));
    }
    return request;
}

void BatchCaptioning::send() {
    while (!m_paused && m_running.size() < kUnderWay && !m_pieces.empty()) {
        CaptionRequest asked;
        const Request request = nextRequest(asked);
        if (request.empty()) continue;
        asked.options = m_options.generation;
        asked.background = true;
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
    settle(countOf(request));
    send();
}

void BatchCaptioning::fail(quint64 number, const Error& error) {
    const auto found = m_running.constFind(number);
    if (found == m_running.constEnd()) return;
    Request request = *found;
    m_running.erase(found);
    if (request.size() > 1) { // one of them cannot be read: each for itself
        for (auto piece = request.rbegin(); piece != request.rend(); ++piece) {
            piece->alone = true;
            m_pieces.push_front(std::move(*piece));
        }
    } else {
        m_failures += countOf(request);
        Q_EMIT failed(error);
        settle(countOf(request));
    }
    send();
}

void BatchCaptioning::store(const Request& request, const std::vector<std::vector<vlm::Caption>>& captions) {
    std::vector<std::vector<project::Caption>> present;
    for (const Piece& piece : request)
        for (const project::Id region : piece.regions) present.push_back(project::captionsOf(m_project, piece.media, region));
    const Status stored = m_project.edit(m_options.editName, [&](project::Edit& edit) {
        std::size_t first = 0;
        for (const Piece& piece : request) {
            if (first + piece.regions.size() > captions.size()) break;
            const std::vector<std::vector<project::Caption>> before(present.begin() + static_cast<std::ptrdiff_t>(first),
                                                                    present.begin() + static_cast<std::ptrdiff_t>(first + piece.regions.size()));
            store(edit, piece, std::span(captions).subspan(first, piece.regions.size()), before);
            first += piece.regions.size();
        }
    }, m_group);
    if (!stored.ok()) Q_EMIT failed(stored.error());
}

void BatchCaptioning::store(project::Edit& edit, const Piece& piece, std::span<const std::vector<vlm::Caption>> captions,
                            const std::vector<std::vector<project::Caption>>& present) const {
    const auto author = machineAuthor(m_options.model, m_options.generation);
    for (std::size_t i = 0; i < piece.regions.size(); ++i) {
        if (captions[i].empty() || (piece.regions[i] && !m_project.region(piece.regions[i]))) continue;
        project::Caption target;
        target.media = piece.media;
        target.region = piece.regions[i];
        project::storeMachineCaptions(edit, present[i], target, machineCaptions(captions[i]), author);
    }
}

void BatchCaptioning::settle(int count) {
    if (m_ended) return;
    m_done += count;
    Q_EMIT progressed(m_done, m_total);
    if (!m_pieces.empty() || !m_running.isEmpty()) return;
    m_ended = true;
    Q_EMIT finished();
}

double BatchCaptioning::rate() const {
    const double seconds = m_time.isValid() ? static_cast<double>(m_time.elapsed()) / 1000 : 0;
    return seconds > 0 ? m_done / seconds : 0;
}

double BatchCaptioning::secondsLeft() const {
    const double speed = rate();
    return speed > 0 ? (m_total - m_done) / speed : -1;
}

} // namespace rb::jobs
