#pragma once

#include "core/query/statistics.h"
#include "ui/curation/panel_refresh.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace rb::ui {

class BarPlot;
class FigureList;

/// A dock's content: what is in the project, in numbers and plots. A click on a bar asks for what it counts.
class StatisticsPanel : public QWidget {
    Q_OBJECT

public:
    explicit StatisticsPanel(Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The search `query` should be shown: "label:dog".
    void queryRequested(const QString& query);
    void dataCardRequested();

private:
    QLayout* makeButtons();
    QWidget* makeContent();
    void refresh();
    void showCounted(const Result<query::Statistics>& counted);
    void showNumbers(const query::Statistics& counted);

    Workspace& m_workspace;
    PanelRefresh* m_refresh;
    QLabel* m_note; ///< why the numbers are not there, or not new
    QScrollArea* m_scroll;
    QGridLayout* m_figures;
    std::vector<QLabel*> m_names;
    std::vector<QLabel*> m_values;
    std::vector<BarPlot*> m_plots;
};

} // namespace rb::ui
