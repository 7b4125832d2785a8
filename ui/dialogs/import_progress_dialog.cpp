#include "ui/dialogs/import_progress_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace rb::ui {

ImportProgressDialog::ImportProgressDialog(jobs::ImportJob& job, const QString& name, QWidget* parent)
    : QDialog(parent), m_job(job), m_count(new QLabel(tr("Reading…"))) {
    setWindowTitle(tr("Importing %1").arg(name));
    auto* bar = new QProgressBar;
    bar->setRange(0, 0); // nobody knows how many there are before the end
    bar->setAccessibleName(tr("Import is running"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_count);
    layout->addWidget(bar);
    layout->addWidget(new QLabel(tr("It is one edit: stopping leaves the project as it was, and so does undo later.")));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportProgressDialog::reject);
    connect(&job, &jobs::ImportJob::progressed, this, &ImportProgressDialog::showProgress);
    connect(&job, &jobs::ImportJob::finished, this, &QDialog::accept);
    connect(&job, &jobs::ImportJob::failed, this, &QDialog::accept);
    m_time.start();
}

void ImportProgressDialog::reject() { m_job.stop(); }

void ImportProgressDialog::showProgress(qint64 regions) {
    const double seconds = static_cast<double>(m_time.elapsed()) / 1000;
    const qint64 rate = seconds > 0.5 ? static_cast<qint64>(static_cast<double>(regions) / seconds) : 0;
    const QLocale locale;
    m_count->setText(rate ? tr("%1 regions, %2 a second").arg(locale.toString(regions), locale.toString(rate)) : tr("%1 regions").arg(locale.toString(regions)));
}

} // namespace rb::ui
