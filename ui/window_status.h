#pragma once

#include <QObject>
#include <QPointF>

class QAction;
class QLabel;
class QStatusBar;
class QToolButton;

namespace rb::ui {

class ReviewSession;

/// The status bar: where the pointer is, the zoom, whether all is saved, what runs in the background,
/// and the model. The only place for background work.
class WindowStatus : public QObject {
    Q_OBJECT

public:
    WindowStatus(QStatusBar& bar, QAction& stop, QObject* parent = nullptr);

    void showPointer(QPointF picturePos, bool inside);
    void showZoom(double zoom);
    void showSaved(bool saved);
    void showReadOnly(const QString& holder);
    void showRunning(int captions);
    void showModel(const QString& text);
    void showSession(const ReviewSession& session);
    /// A sentence for a few seconds; failures stay until the next one.
    void say(const QString& text);
    void complain(const QString& text);

private:
    QStatusBar& m_bar;
    QLabel *m_pointer, *m_zoom, *m_saved, *m_work, *m_session, *m_model;
    QToolButton* m_stop;
    QString m_readOnly;
};

} // namespace rb::ui
