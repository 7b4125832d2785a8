#pragma once

#include "ui/curation/bar_plot.h"

namespace rb::ui {

/// Upright bars side by side over a line with the names that fit there.
class ColumnPlot : public BarPlot {
    Q_OBJECT

public:
    explicit ColumnPlot(const Plot& plot, QWidget* parent = nullptr) : BarPlot(plot, parent) {}
    QRect barArea(int bar) const override;

protected:
    int bodyHeight() const override;
    void paintBars(QPainter& painter, const Theme& theme) override;

private:
    void paintNames(QPainter& painter, const Theme& theme);
};

} // namespace rb::ui
