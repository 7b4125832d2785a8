#pragma once

#include "core/runs/run_record.h"
#include "ui/training/record_series.h"

#include <QTimer>
#include <QWidget>

namespace rb::ui {

class LinePlot;
class UserDialogs;

/// The curves of a training, live, and of others to compare.
class TrainingPlots : public QWidget {
    Q_OBJECT

public:
    /// `dialogs` asks where a plot is saved, and outlives this.
    explicit TrainingPlots(UserDialogs& dialogs, QWidget* parent = nullptr);

    /// The run that is watched; it is read again whenever recordChanged() is called, and lives until another is shown.
    void showRun(const QString& name, const runs::RunRecord* record);
    void recordChanged();
    /// Others beside it.
    void compareWith(std::vector<std::pair<QString, runs::RunRecord>> others);

    LinePlot* plot(TrainingPlot which) const { return m_plots[static_cast<std::size_t>(which)]; }

Q_SIGNALS:
    void failed(const rb::Error& error);

private:
    void draw();
    void savePicture(LinePlot& plot);
    void saveValues(LinePlot& plot);

    UserDialogs& m_dialogs;
    QString m_name;
    const runs::RunRecord* m_record = nullptr;
    std::vector<std::pair<QString, runs::RunRecord>> m_others;
    std::vector<LinePlot*> m_plots;
    QTimer m_pause; ///< a training may take many steps between two pictures
};

} // namespace rb::ui
