#pragma once

#include "core/jobs/training_probe.h"
#include "core/runs/adapter_shelf.h"
#include "core/runs/run_queue.h"
#include "ui/training/data_source.h"
#include "ui/training/training_settings.h"

#include <QTemporaryDir>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace rb::ui {

class AdapterList;
class CaptionComparison;
class DataChoice;
class RunList;
class TrainingControls;
class TrainingPlots;
class UserDialogs;

/// Fine-tuning: choose, start, watch, compare, switch on. Knows a project by its DataSource alone, and trains by a RunQueue, which
/// goes on without it.
class TrainingPanel : public QWidget {
    Q_OBJECT

public:
    /// What it works with; all outlive it.
    struct Parts {
        runs::RunHistory& history;
        runs::RunQueue& queue;
        runs::AdapterShelf& shelf;
        UserDialogs& dialogs;
        QString program;                ///< of `regionblip`, for the estimate
        std::vector<BaseModel> models;
        DataSource data;
        QLineEdit* queryField = nullptr; ///< see DataChoice
    };
    enum Tab { New, Curves, Captions, Runs, Adapters };

    explicit TrainingPanel(Parts parts, QWidget* parent = nullptr);

    /// Captions were accepted, say.
    void dataChanged();
    void showTab(Tab tab);
    DataChoice* dataChoice() const { return m_data; }
    TrainingSettings* settings() const { return m_settings; }
    TrainingPlots* plots() const { return m_plots; }

Q_SIGNALS:
    void failed(const rb::Error& error);
    /// Something worth a line in the status bar.
    void said(const QString& sentence);
    void splitsRequested();
    void importRequested();
    /// Something worth searching for.
    void queryRequested(const QString& query);
    void regionActivated(const rb::runs::RunItem& item);

private:
    QWidget* makeNew();
    void connectRuns();
    void suitButtons();
    void begin();
    void exportJob();
    Result<std::vector<runs::RunItem>> chosenItems() const;
    void estimate();
    void showEstimate(const jobs::TrainingData& found, const jobs::TrainingEstimate& estimate);
    void train(const QString& id);
    void take(const jobs::TrainingMessage& message);
    void showState();
    void watch(const QString& id);
    void repeat(const QString& id);
    void compare(const QStringList& ids);
    void vote();
    bool watchesQueue() const { return m_watched == m_parts.queue.current(); }
    const runs::RunRecord& watchedRecord() const { return watchesQueue() ? m_parts.queue.record() : m_past; }
    void report(const Status& status);

    Parts m_parts;
    QString m_watched;     ///< id of the run whose curves are shown
    runs::RunRecord m_past; ///< its record when it is not the queue's
    DataChoice* m_data;
    TrainingSettings* m_settings;
    QLabel* m_estimate;
    QPushButton* m_estimateButton;
    QPushButton* m_export;
    QPushButton* m_start;
    TrainingControls* m_controls;
    TrainingPlots* m_plots;
    CaptionComparison* m_captions;
    RunList* m_runs;
    AdapterList* m_adapters;
    QTabWidget* m_tabs;
    jobs::TrainingProbe m_probe;
    std::unique_ptr<QTemporaryDir> m_probeData;
};

/// What a run's log says, read at once.
runs::RunRecord recordOf(const QString& folder);

} // namespace rb::ui
