#include "ui/workspace/live_captions.h"

#include "ui/workspace/caption_flow.h"

#include <utility>

namespace rb::ui {

static constexpr int kRestMs = 220;

LiveCaptions::LiveCaptions(Workspace& workspace, jobs::InferenceThread& inference, CaptionFlow& flow, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_inference(inference), m_flow(flow) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &LiveCaptions::ask);
    connect(&inference, &jobs::InferenceThread::captionGrew, this, [this](quint64 request, int, const QString& text) {
        if (request == m_request) Q_EMIT said(m_region, text);
    });
    connect(&inference, &jobs::InferenceThread::captioned, this, [this](quint64 request, const jobs::CaptionAnswer& answer) {
        if (request != m_request || answer.stopped) return;
        m_request = 0;
        if (!answer.captions.empty() && !answer.captions.front().empty())
            Q_EMIT said(m_region, QString::fromStdString(answer.captions.front().front().text));
    });
}

void LiveCaptions::setEnabled(bool enabled) {
    m_enabled = enabled;
    if (!enabled) forget();
}

void LiveCaptions::follow(qint64 region, const geometry::Shape2& shape) {
    if (!m_enabled || !m_flow.model()) return;
    const geometry::Box2 box = geometry::boundsOf(shape);
    if (m_region == region && m_box == box && (m_request || m_rest.isActive())) return;
    forget();
    m_region = region;
    m_box = box;
    m_rest.start();
}

void LiveCaptions::forget() {
    m_rest.stop();
    if (const quint64 request = std::exchange(m_request, 0)) m_inference.cancel(request);
}

void LiveCaptions::ask() {
    const auto media = m_workspace.project() ? m_workspace.project()->media(m_workspace.currentMedia()) : std::nullopt;
    const geometry::Box2 inside = media ? geometry::clipped(m_box, media->width, media->height) : geometry::Box2();
    if (inside.width < 2 || inside.height < 2) return;
    jobs::CaptionRequest request;
    request.file = m_workspace.project()->filePath(*media);
    request.boxes = {m_box};
    request.options = m_flow.model()->generation;
    request.options.numBeams = 1; // the first words soon; the stored caption is searched for
    m_request = m_inference.caption(request);
}

} // namespace rb::ui
