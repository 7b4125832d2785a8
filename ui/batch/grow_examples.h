#pragma once

#include "core/jobs/grow_plan.h"

#include <QTableWidget>

namespace rb::ui {

/// Captions that were tried: what the model saw, its words, both scores, and whether they would be kept.
class GrowExamples : public QTableWidget {
    Q_OBJECT

public:
    explicit GrowExamples(QWidget* parent = nullptr);

    void clearAll();
    /// What came of one picture; `file` is read for its thumbnails, `size` is the picture's as shown, in pixels.
    void add(const QString& file, QSize size, const jobs::GrowAnswer& answer);
    /// Other thresholds, without asking the model again.
    void judge(const jobs::GrowOptions& options);
    /// Of all that was added, as judged last.
    jobs::GrowTally tally() const;

private:
    void showVerdicts();
    std::vector<jobs::GrowAnswer> m_answers;
};

} // namespace rb::ui
