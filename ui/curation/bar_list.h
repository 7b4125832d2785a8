#pragma once

#include "ui/curation/bar_plot.h"

namespace rb::ui {

/// Rows of a name, a bar and a number.
class BarList : public BarPlot {
    Q_OBJECT

public:
    explicit BarList(const Plot& plot, QWidget* parent = nullptr) : BarPlot(plot, parent) {}
    QRect barArea(int bar) const override;

protected:
    int bodyHeight() const override { return count() * rowHeight(); }
    void paintBars(QPainter& painter, const Theme& theme) override;

private:
    int rowHeight() const;
    int nameWidth() const;
    int numberWidth() const;
};

} // namespace rb::ui
