#include "ui/training/training_plots.h"

#include "ui/dialogs/user_dialogs.h"
#include "ui/training/line_plot.h"

#include <QGridLayout>

namespace rb::ui {

static constexpr int kPause = 200; // ms
static constexpr int kColumns = 3;

TrainingPlots::TrainingPlots(UserDialogs& dialogs, QWidget* parent) : QWidget(parent), m_dialogs(dialogs) {
    const QString titles[kTrainingPlots] = {tr("Loss"), tr("Terms of the loss"), tr("Held-out captions"), tr("Learning rate"), tr("Gradient norm"), tr("Speed")};
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < kTrainingPlots; ++i) {
        auto* plot = new LinePlot(titles[i]);
        plot->setEmptyText(tr("Comes with the first step"));
        m_plots.push_back(plot);
        grid->addWidget(plot, i / kColumns, i % kColumns);
        connect(plot, &LinePlot::pictureRequested, this, [this, plot] { savePicture(*plot); });
        connect(plot, &LinePlot::valuesRequested, this, [this, plot] { saveValues(*plot); });
    }
    plot(TrainingPlot::Scores)->setEmptyText(tr("Comes with the first look at held-out captions"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &TrainingPlots::draw);
}

void TrainingPlots::showRun(const QString& name, const runs::RunRecord* record) {
    m_name = name;
    m_record = record;
    for (LinePlot* plot : m_plots) plot->showAll();
    draw();
}

void TrainingPlots::recordChanged() {
    if (!m_pause.isActive()) m_pause.start();
}

void TrainingPlots::compareWith(std::vector<std::pair<QString, runs::RunRecord>> others) {
    m_others = std::move(others);
    draw();
}

void TrainingPlots::draw() {
    std::vector<PlottedRun> runs;
    if (m_record) runs.push_back({m_name, m_record});
    for (const auto& [name, record] : m_others) runs.push_back({name, &record});
    for (int i = 0; i < kTrainingPlots; ++i) m_plots[static_cast<std::size_t>(i)]->setSeries(seriesOf(static_cast<TrainingPlot>(i), runs));
}

void TrainingPlots::savePicture(LinePlot& plot) {
    const QString file = m_dialogs.chooseNewFile(this, tr("Save the plot"), plot.title() + QStringLiteral(".png"), tr("PNG picture (*.png)"));
    if (file.isEmpty()) return;
    if (const Status saved = plot.savePicture(file); !saved.ok()) Q_EMIT failed(saved.error());
}

void TrainingPlots::saveValues(LinePlot& plot) {
    const QString file = m_dialogs.chooseNewFile(this, tr("Save the values"), plot.title() + QStringLiteral(".csv"), tr("Table (*.csv)"));
    if (file.isEmpty()) return;
    if (const Status saved = plot.saveValues(file); !saved.ok()) Q_EMIT failed(saved.error());
}

} // namespace rb::ui
