#include "ui/review/review_session.h"

#include "core/query/words.h"

namespace rb::ui {

static constexpr double kBreakSeconds = 300;

void ReviewSession::accept(const project::Caption& caption, const QDateTime& time) {
    ++m_accepted;
    if (caption.source == project::CaptionSource::Model) {
        ++m_byModel;
        ++m_untouched;
    } else if (!caption.editedFrom.isEmpty()) {
        ++m_byModel;
        m_distance += static_cast<double>(query::wordDistance(caption.editedFrom, caption.text));
    }
    note(time);
}

void ReviewSession::reject(const QDateTime& time) {
    ++m_rejected;
    note(time);
}

void ReviewSession::note(const QDateTime& time) {
    const double gap = m_last.isValid() ? static_cast<double>(m_last.msecsTo(time)) / 1000 : 0;
    if (gap > 0 && gap <= kBreakSeconds) m_workSeconds += gap;
    m_last = time;
}

double ReviewSession::anHour() const { return m_workSeconds > 0 ? (reviewed() - 1) * 3600 / m_workSeconds : 0; }

} // namespace rb::ui
