#pragma once

#include "ui/curation/split_counts.h"

#include <QTableWidget>

namespace rb::ui {

/// How many pictures each split has now and would have.
class SplitTable : public QTableWidget {
    Q_OBJECT

public:
    explicit SplitTable(QWidget* parent = nullptr);
    /// `media`: how many the project has.
    void showCounts(const std::vector<SplitCount>& counts, qint64 media);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace rb::ui
