#pragma once

#include "ui/workspace/workspace.h"

#include <QElapsedTimer>
#include <QTimer>

namespace rb::ui {

/// Says when a panel that reads the whole project should read it again: when it comes into view, and, while it is in
/// view, a moment after the last change. Where the last reading took longer than `slowMs` it is not made at every change:
/// then the panel is stale until it is shown again or now() is called.
class PanelRefresh : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 kSlowMs = 1000;

    /// Belongs to `panel`.
    PanelRefresh(Workspace& workspace, QWidget& panel, qint64 slowMs = kSlowMs);

    bool isStale() const { return m_stale; }
    void now();
    /// What due() asked for is there.
    void finished();

Q_SIGNALS:
    void due();
    /// The panel shows what was, and will not be read again by itself.
    void fellBehind();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void noteChange();

    Workspace& m_workspace;
    QWidget& m_panel;
    qint64 m_slowMs;
    qint64 m_tookMs = 0;
    QElapsedTimer m_reading;
    bool m_stale = true;
    QTimer m_timer;
};

} // namespace rb::ui
