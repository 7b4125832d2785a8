#include "ui/curation/statistics_panel.h"

#include "ui/curation/bar_plot.h"
#include "ui/curation/statistics_figures.h"
#include "ui/curation/statistics_plots.h"
#include "ui/error_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace rb::ui {

StatisticsPanel::StatisticsPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_refresh(new PanelRefresh(workspace, *this)), m_note(new QLabel),
      m_scroll(new QScrollArea), m_figures(new QGridLayout) {
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_note->setText(tr("Counting…"));
    m_scroll->setWidget(makeContent());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Statistics of the project"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 0, 8);
    layout->setSpacing(8);
    layout->addLayout(makeButtons());
    layout->addWidget(m_note);
    layout->addWidget(m_scroll, 1);

    connect(m_refresh, &PanelRefresh::due, this, &StatisticsPanel::refresh);
    connect(m_refresh, &PanelRefresh::fellBehind, this, [this] {
        m_note->setText(tr("The project has changed since; Refresh counts again."));
        m_note->show();
    });
}

QLayout* StatisticsPanel::makeButtons() {
    auto* again = new QPushButton(tr("Refresh"));
    auto* card = new QPushButton(tr("Data card…"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(again);
    buttons->addWidget(card);
    buttons->addStretch();
    connect(again, &QPushButton::clicked, m_refresh, &PanelRefresh::now);
    connect(card, &QPushButton::clicked, this, &StatisticsPanel::dataCardRequested);
    return buttons;
}

QWidget* StatisticsPanel::makeContent() {
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(16);
    layout->addLayout(m_figures);
    m_figures->setHorizontalSpacing(16);
    m_figures->setColumnStretch(1, 1);
    for (const Figure& figure : figuresOf({})) {
        m_values.push_back(new QLabel);
        m_values.back()->setWordWrap(true);
        m_values.back()->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_names.push_back(new QLabel(figure.name));
        m_figures->addWidget(m_names.back(), m_figures->rowCount(), 0, Qt::AlignTop);
        m_figures->addWidget(m_values.back(), m_figures->rowCount() - 1, 1);
    }
    for (const Plot& plot : plotsOf({})) {
        auto* shown = BarPlot::make(plot, content);
        m_plots.push_back(shown);
        layout->addWidget(shown);
        connect(shown, &BarPlot::queryRequested, this, &StatisticsPanel::queryRequested);
        connect(shown, &BarPlot::barReached, this, [this, shown](const QRect& area) {
            const QPoint at = shown->mapTo(m_scroll->widget(), area.center());
            m_scroll->ensureVisible(at.x(), at.y(), 0, area.height());
        });
    }
    layout->addStretch();
    return content;
}

void StatisticsPanel::refresh() {
    m_workspace.reader().ask(
        this, [](const project::Database& database) { return query::statisticsOf(database); },
        [this](const Result<query::Statistics>& counted) { showCounted(counted); });
}

void StatisticsPanel::showCounted(const Result<query::Statistics>& counted) {
    m_refresh->finished();
    const bool empty = counted.ok() && counted->pictures + counted->clouds == 0;
    m_scroll->setVisible(counted.ok() && !empty);
    m_note->setVisible(!counted.ok() || empty);
    m_note->setText(counted.ok() ? tr("There is nothing to count yet: add pictures first.") : errorText(counted.error()));
    if (counted.ok()) showNumbers(*counted);
}

void StatisticsPanel::showNumbers(const query::Statistics& counted) {
    const std::vector<Figure> figures = figuresOf(counted);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        m_values[i]->setText(figures[i].value);
        // Not a form layout: with hidden rows Qt 6.4's writes beyond its arrays.
        for (QLabel* label : {m_names[i], m_values[i]}) label->setVisible(!figures[i].value.isEmpty());
    }
    const std::vector<Plot> plots = plotsOf(counted);
    for (std::size_t i = 0; i < plots.size(); ++i) {
        m_plots[i]->setPlot(plots[i]);
        m_plots[i]->setVisible(!plots[i].bars.empty());
    }
    // Nothing may be cut at the right: there is no bar to scroll there.
    QWidget* content = m_scroll->widget();
    content->layout()->activate();
    m_scroll->setMinimumWidth(content->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width());
}

} // namespace rb::ui
