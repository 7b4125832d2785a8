#pragma once

#include "ui/workspace/workspace.h"

#include <QTimer>

namespace rb::ui {

/// Says when a panel that reads the whole project should read it again: when it comes into view, and, while it is in
/// view, a moment after the last change. A project of more regions than `mostLive` is not read at every change: then
/// the panel is stale until it is shown again or now() is called.
class PanelRefresh : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 kMostLive = 50'000;

    /// Belongs to `panel`.
    PanelRefresh(Workspace& workspace, QWidget& panel, qint64 mostLive = kMostLive);

    bool isStale() const { return m_stale; }
    void now();

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
    qint64 m_mostLive;
    bool m_stale = true;
    QTimer m_timer;
};

} // namespace rb::ui
