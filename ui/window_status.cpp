#include "ui/window_status.h"

#include "ui/counted_text.h"
#include "ui/review/review_session.h"

#include <QAction>
#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

#include <cmath>

namespace rb::ui {

WindowStatus::WindowStatus(QStatusBar& bar, QAction& stop, QObject* parent)
    : QObject(parent), m_bar(bar), m_pointer(new QLabel), m_zoom(new QLabel), m_saved(new QLabel), m_work(new QLabel), m_session(new QLabel),
      m_model(new QLabel), m_stop(new QToolButton) {
    m_pointer->setMinimumWidth(90);
    m_zoom->setMinimumWidth(50);
    m_stop->setDefaultAction(&stop);
    m_stop->setAutoRaise(true);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_work, m_stop, m_session, m_pointer, m_zoom, m_saved, m_model})
        bar.addPermanentWidget(widget);
    m_saved->setAccessibleName(tr("Save state"));
    m_model->setAccessibleName(tr("Model"));
    m_session->setAccessibleName(tr("Review"));
    showRunning(0);
    showSaved(true);
}

void WindowStatus::showPointer(QPointF picturePos, bool inside) {
    m_pointer->setText(inside ? tr("%1, %2 px").arg(std::floor(picturePos.x())).arg(std::floor(picturePos.y())) : QString());
}

void WindowStatus::showZoom(double zoom) { m_zoom->setText(tr("%1 %").arg(std::lround(zoom * 100))); }

void WindowStatus::showSaved(bool saved) {
    m_saved->setText(!m_readOnly.isEmpty() ? tr("read only: %1").arg(m_readOnly) : saved ? tr("saved ✓") : tr("typing…"));
}

void WindowStatus::showReadOnly(const QString& holder) {
    m_readOnly = holder;
    showSaved(true);
}

void WindowStatus::showRunning(int captions) {
    m_work->setText(captions ? counted(captions, tr("Captioning %1 region"), tr("Captioning %1 regions")) : QString());
    m_stop->setVisible(captions > 0);
}

void WindowStatus::showSession(const ReviewSession& session) {
    QStringList parts{tr("%1 reviewed").arg(session.reviewed())};
    if (session.anHour() > 0) parts << tr("%1 an hour").arg(std::lround(session.anHour()));
    m_session->setText(parts.join(QStringLiteral(" · ")));
    m_session->setToolTip(tr("Since the start: %1 captions reviewed, %2 an hour; %3 % of the model's were accepted untouched, "
                             "%4 words changed in one on the average")
                              .arg(session.reviewed())
                              .arg(std::lround(session.anHour()))
                              .arg(std::lround(session.untouched() * 100))
                              .arg(session.meanEditDistance(), 0, 'f', 1));
}

void WindowStatus::showModel(const QString& text) { m_model->setText(text); }
void WindowStatus::say(const QString& text) { m_bar.showMessage(text, 6000); }
void WindowStatus::complain(const QString& text) { m_bar.showMessage(tr("⚠ %1").arg(text)); }

} // namespace rb::ui
