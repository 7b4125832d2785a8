#include "ui/curation/panel_refresh.h"

#include <QEvent>
#include <QWidget>

namespace rb::ui {

static constexpr int kPauseMs = 400;

PanelRefresh::PanelRefresh(Workspace& workspace, QWidget& panel, qint64 slowMs)
    : QObject(&panel), m_workspace(workspace), m_panel(panel), m_slowMs(slowMs) {
    m_timer.setSingleShot(true);
    panel.installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_panel.isVisible()) now();
    });
    connect(&workspace, &Workspace::changed, this, &PanelRefresh::noteChange);
    connect(&workspace, &Workspace::projectChanged, this, [this] {
        m_stale = true;
        m_tookMs = 0;
        if (m_panel.isVisible()) m_timer.start(0);
    });
}

void PanelRefresh::now() {
    if (!m_workspace.project()) return;
    m_timer.stop();
    m_stale = false;
    m_reading.start();
    Q_EMIT due();
}

void PanelRefresh::finished() {
    if (m_reading.isValid()) m_tookMs = m_reading.elapsed();
}

void PanelRefresh::noteChange() {
    m_stale = true;
    if (!m_panel.isVisible()) return;
    if (m_tookMs <= m_slowMs) m_timer.start(kPauseMs);
    else Q_EMIT fellBehind();
}

bool PanelRefresh::eventFilter(QObject* watched, QEvent* event) {
    // After the event, so that the panel stands there before the reading begins.
    if (event->type() == QEvent::Show && m_stale) m_timer.start(0);
    return QObject::eventFilter(watched, event);
}

} // namespace rb::ui
