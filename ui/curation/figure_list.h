#pragma once

#include "ui/curation/statistics_figures.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace rb::ui {

/// Names and numbers in two columns; a figure without anything to tell is left out.
class FigureList : public QWidget {
    Q_OBJECT

public:
    explicit FigureList(QWidget* parent = nullptr);
    void showFigures(const std::vector<Figure>& figures);

private:
    std::vector<std::pair<QLabel*, QLabel*>> m_rows;
};

} // namespace rb::ui
