#pragma once

#include "core/jobs/import_job.h"

#include <QDialog>
#include <QElapsedTimer>

class QLabel;

namespace rb::ui {

/// Stands before the window while an import runs: count, rate, and a button that stops it.
class ImportProgressDialog : public QDialog {
    Q_OBJECT

public:
    ImportProgressDialog(jobs::ImportJob& job, const QString& name, QWidget* parent = nullptr);

protected:
    void reject() override; ///< stops the import

private:
    void showProgress(qint64 regions);

    jobs::ImportJob& m_job;
    QLabel* m_count;
    QElapsedTimer m_time;
};

} // namespace rb::ui
