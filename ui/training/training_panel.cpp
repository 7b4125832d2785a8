#include "ui/training/training_panel.h"

#include "core/runs/training_job.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/error_text.h"
#include "ui/training/adapter_list.h"
#include "ui/training/adapter_model.h"
#include "ui/training/caption_comparison.h"
#include "ui/training/data_choice.h"
#include "ui/training/run_list.h"
#include "ui/training/training_controls.h"
#include "ui/training/training_plots.h"
#include "ui/training/training_texts.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>

namespace rb::ui {

using jobs::TrainingState;

TrainingPanel::TrainingPanel(Parts parts, QWidget* parent)
    : QWidget(parent), m_parts(std::move(parts)), m_data(new DataChoice(m_parts.data, m_parts.queryField)), m_settings(new TrainingSettings(m_parts.models)),
      m_estimate(new QLabel), m_estimateButton(new QPushButton(tr("Estimate"))), m_export(new QPushButton(tr("Export job…"))), m_start(new QPushButton(tr("Train"))), m_controls(new TrainingControls),
      m_plots(new TrainingPlots(m_parts.dialogs)), m_captions(new CaptionComparison(m_parts.data.picture)), m_runs(new RunList(m_parts.history)),
      m_adapters(new AdapterList(m_parts.shelf, m_parts.dialogs)), m_tabs(new QTabWidget) {
    m_tabs->addTab(makeNew(), tr("New training"));
    m_tabs->addTab(m_plots, tr("Curves"));
    m_tabs->addTab(m_captions, tr("Captions"));
    m_tabs->addTab(m_runs, tr("Runs"));
    m_tabs->addTab(m_adapters, tr("Adapters"));
    m_tabs->setDocumentMode(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_controls);
    layout->addWidget(m_tabs, 1);

    connect(m_data, &DataChoice::changed, this, &TrainingPanel::suitButtons);
    connect(m_data, &DataChoice::changed, this, [this] { m_settings->suitCaptions(m_data->counts().train); });
    connect(m_data, &DataChoice::splitsRequested, this, &TrainingPanel::splitsRequested);
    connect(m_settings, &TrainingSettings::changed, this, [this] { m_estimate->clear(); });
    connect(m_estimateButton, &QPushButton::clicked, this, &TrainingPanel::estimate);
    connect(m_start, &QPushButton::clicked, this, &TrainingPanel::begin);
    connect(m_export, &QPushButton::clicked, this, &TrainingPanel::exportJob);
    connect(&m_probe, &jobs::TrainingProbe::measured, this, &TrainingPanel::showEstimate);
    connect(&m_probe, &jobs::TrainingProbe::failed, this, [this](const Error& error) {
        m_estimateButton->setEnabled(true);
        m_estimate->setText(errorText(error));
    });
    connectRuns();
    suitButtons();
    m_settings->suitCaptions(m_data->counts().train); // where they were counted at once
    watch(m_parts.queue.current());
}

void TrainingPanel::connectRuns() {
    runs::RunQueue& queue = m_parts.queue;
    connect(&queue, &runs::RunQueue::told, this, &TrainingPanel::take);
    connect(&queue, &runs::RunQueue::stateChanged, this, &TrainingPanel::showState);
    connect(&queue, &runs::RunQueue::currentChanged, this, [this] { watch(m_parts.queue.current()); });
    connect(&queue, &runs::RunQueue::failed, this, &TrainingPanel::failed);
    connect(m_controls, &TrainingControls::requested, this, [this](jobs::TrainingRequest request) { report(m_parts.queue.ask(request)); });
    connect(m_controls, &TrainingControls::resumeRequested, this, [this] { train(m_watched); });
    connect(m_runs, &RunList::shown, this, [this](const QString& id) {
        watch(id);
        showTab(Curves);
    });
    connect(m_runs, &RunList::resumeRequested, this, &TrainingPanel::train);
    connect(m_runs, &RunList::repeatRequested, this, &TrainingPanel::repeat);
    connect(m_runs, &RunList::compareRequested, this, &TrainingPanel::compare);
    connect(m_runs, &RunList::failed, this, &TrainingPanel::failed);
    connect(m_adapters, &AdapterList::importRequested, this, &TrainingPanel::importRequested);
    connect(m_adapters, &AdapterList::queryRequested, this, &TrainingPanel::queryRequested);
    connect(m_adapters, &AdapterList::failed, this, &TrainingPanel::failed);
    connect(m_plots, &TrainingPlots::failed, this, &TrainingPanel::failed);
    connect(m_captions, &CaptionComparison::voteRequested, this, &TrainingPanel::vote);
    connect(m_captions, &CaptionComparison::regionActivated, this, &TrainingPanel::regionActivated);
}

QWidget* TrainingPanel::makeNew() {
    m_start->setProperty("primary", true);
    m_estimate->setWordWrap(true);
    m_estimateButton->setToolTip(tr("Measures one step: how long, how much memory and disk"));
    m_export->setToolTip(tr("Writes a folder that runs this training on a cluster or a machine with a GPU; its adapter is imported here"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_estimateButton, 0, Qt::AlignTop);
    buttons->addWidget(m_estimate, 1);
    buttons->addWidget(m_export, 0, Qt::AlignTop);
    buttons->addWidget(m_start, 0, Qt::AlignTop);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 8, 8, 0);
    layout->setSpacing(12);
    layout->addWidget(m_data);
    layout->addWidget(m_settings);
    layout->addLayout(buttons);
    layout->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

void TrainingPanel::dataChanged() { m_data->refresh(); }

void TrainingPanel::showTab(Tab tab) { m_tabs->setCurrentIndex(tab); }

void TrainingPanel::report(const Status& status) {
    if (!status.ok()) Q_EMIT failed(status.error());
}

void TrainingPanel::suitButtons() {
    for (QPushButton* one : {m_export, m_start}) one->setEnabled(m_data->usable());
}

Result<std::vector<runs::RunItem>> TrainingPanel::chosenItems() const {
    auto items = m_parts.data.items(m_data->query());
    if (items.ok()) runs::holdBack(*items);
    return items;
}

void TrainingPanel::exportJob() {
    const QString folder = m_parts.dialogs.chooseNewFile(this, tr("Export the training as a job"), QStringLiteral("regionblip-job"), tr("Folders (*)"));
    if (folder.isEmpty()) return;
    auto items = chosenItems();
    if (!items.ok()) return report(items.error());
    const auto written = runs::writeTrainingJob(QFileInfo(folder).fileName(), m_settings->settings(), std::move(*items), folder);
    if (!written.ok()) return report(written.error());
    Q_EMIT said(tr("%1 holds the training; its README.txt tells how to run it").arg(folder));
}

void TrainingPanel::begin() {
    const auto items = chosenItems();
    if (!items.ok()) return report(items.error());
    runs::RunSettings settings = m_settings->settings();
    settings.query = m_data->query();
    const auto run = m_parts.history.create({}, settings, *items);
    if (!run.ok()) return report(run.error());
    train(run->id);
}

void TrainingPanel::train(const QString& id) {
    m_probe.stop(); // the training needs the processor
    m_estimateButton->setEnabled(true);
    const bool waits = m_parts.queue.isActive() && id != m_parts.queue.current();
    const Status begun = m_parts.queue.train(id);
    report(begun);
    if (!begun.ok()) return;
    if (waits) return Q_EMIT said(tr("The training waits until the present one has ended."));
    watch(id);
    showTab(Curves);
}

void TrainingPanel::estimate() {
    const auto items = chosenItems();
    if (!items.ok()) return report(items.error());
    m_probeData = std::make_unique<QTemporaryDir>();
    const auto written = runs::writeRunData(*items, m_probeData->path());
    if (!written.ok()) return report(written.error());
    m_estimateButton->setEnabled(false);
    m_estimate->setText(tr("Measures one step…"));
    // The disk that counts is that of the runs, whose folder the trial does not make.
    m_probe.start(m_parts.program, runs::trainArguments(m_settings->settings(), m_probeData->path(), written->train, m_parts.history.pathOf(QStringLiteral("estimate"))));
}

void TrainingPanel::showEstimate(const jobs::TrainingData& found, const jobs::TrainingEstimate& estimate) {
    m_estimateButton->setEnabled(true);
    const runs::RunSettings settings = m_settings->settings();
    m_estimate->setText(estimateText(estimate, runs::plannedSteps(settings, found.samples), settings.minutes));
    m_data->setFindings(findingsText(found));
}

void TrainingPanel::take(const jobs::TrainingMessage& message) {
    if (!watchesQueue()) return;
    m_plots->recordChanged();
    m_controls->showRecord(watchedRecord());
    if (const auto* captions = std::get_if<jobs::TrainingCaptions>(&message)) {
        m_captions->recordChanged(watchedRecord());
        if (captions->onRequest && !captions->items.empty())
            Q_EMIT said(tr("After step %1: %2 (a person: %3)").arg(captions->step).arg(captions->items.front().caption, captions->items.front().references.value(0)));
    }
    if (const auto* text = std::get_if<jobs::TrainingText>(&message)) Q_EMIT said(text->text);
}

void TrainingPanel::showState() {
    if (m_parts.queue.state() == TrainingState::Finished) m_adapters->model()->reload();
    if (!watchesQueue()) return;
    m_controls->showState(m_parts.queue.state(), m_parts.queue.resumable(), m_parts.queue.failure());
    m_controls->showRecord(watchedRecord());
}

void TrainingPanel::watch(const QString& id) {
    m_watched = id;
    const auto run = m_parts.history.run(id);
    if (!watchesQueue()) m_past = recordOf(m_parts.history.pathOf(id));
    m_controls->showName(run ? run->name : QString());
    if (watchesQueue()) m_controls->showState(m_parts.queue.state(), m_parts.queue.resumable(), m_parts.queue.failure());
    else if (run) m_controls->showState(run->summary.state, run->resumable(), run->summary.failure);
    m_controls->showRecord(watchedRecord());
    m_plots->showRun(run ? run->name : QString(), &watchedRecord());
    auto heldOut = runs::readHeldOut(m_parts.history.dataOf(id));
    m_captions->showRecord(watchedRecord(), heldOut.ok() ? std::move(*heldOut) : std::vector<runs::RunItem>());
}

void TrainingPanel::repeat(const QString& id) {
    const auto run = m_parts.history.run(id);
    if (!run) return;
    m_settings->setSettings(run->settings);
    m_data->setQuery(run->settings.query);
    showTab(New);
}

void TrainingPanel::compare(const QStringList& ids) {
    std::vector<std::pair<QString, runs::RunRecord>> others;
    for (const QString& id : ids)
        if (const auto run = m_parts.history.run(id); run && id != m_watched) others.emplace_back(run->name, recordOf(m_parts.history.pathOf(id)));
    m_plots->compareWith(std::move(others));
}

runs::RunRecord recordOf(const QString& folder) {
    runs::RunRecord record;
    jobs::TrainingLogReader(folder + QStringLiteral("/log.jsonl")).read([&](const jobs::TrainingMessage& message) { record.take(message); });
    return record;
}

} // namespace rb::ui
