#pragma once

#include "core/project/records.h"

namespace rb::ui {

/// How the reviewing goes since the program was started: pure counting, of what is told.
class ReviewSession {
public:
    /// A caption was accepted at `time`, as it stands now.
    void accept(const project::Caption& caption, const QDateTime& time);
    void reject(const QDateTime& time);

    int reviewed() const { return m_accepted + m_rejected; }
    /// Reviewed captions an hour of work; gaps of more than five minutes are breaks. 0 while there are fewer than two.
    double anHour() const;
    /// Of the accepted captions that a model began, the part with its very words; 1 when there are none.
    double untouched() const { return m_byModel ? double(m_untouched) / m_byModel : 1; }
    /// Words that were inserted, deleted or replaced, on the average of those that a model began.
    double meanEditDistance() const { return m_byModel ? m_distance / m_byModel : 0; }

private:
    void note(const QDateTime& time);

    int m_accepted = 0, m_rejected = 0, m_byModel = 0, m_untouched = 0;
    double m_distance = 0, m_workSeconds = 0;
    QDateTime m_last;
};

} // namespace rb::ui
