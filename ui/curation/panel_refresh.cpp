#include "ui/curation/panel_refresh.h"

#include <QEvent>
#include <QWidget>

namespace rb::ui {

static constexpr int kPauseMs = 400;

PanelRefresh::PanelRefresh(Workspace& workspace, QWidget& panel, qint64 mostLive)
    : QObject(&panel), m_workspace(workspace), m_panel(panel), m_mostLive(mostLive) {
    m_timer.setSingleShot(true);
    panel.installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_panel.isVisible()) now();
    });
    connect(&workspace, &Workspace::changed, this, &PanelRefresh::noteChange);
    connect(&workspace, &Workspace::projectChanged, this, [this] {
        m_stale = true;
        if (m_panel.isVisible()) m_timer.start(0);
    });
}

void PanelRefresh::now() {
    if (!m_workspace.project()) return;
    m_timer.stop();
    m_stale = false;
    Q_EMIT due();
}

void PanelRefresh::noteChange() {
    m_stale = true;
    if (!m_panel.isVisible()) return;
    if (m_workspace.project()->counts().regions <= m_mostLive) m_timer.start(kPauseMs);
    else Q_EMIT fellBehind();
}

bool PanelRefresh::eventFilter(QObject* watched, QEvent* event) {
    // After the event, so that the panel stands there before the reading begins.
    if (event->type() == QEvent::Show && m_stale) m_timer.start(0);
    return QObject::eventFilter(watched, event);
}

} // namespace rb::ui
