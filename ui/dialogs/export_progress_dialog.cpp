#include "ui/dialogs/export_progress_dialog.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace rb::ui {

static constexpr int kLookEveryMs = 100;

ExportProgressDialog::ExportProgressDialog(const exchange::ExportOrder& order, const QString& path, QWidget* parent)
    : QDialog(parent), m_count(new QLabel(tr("Writing…"))), m_done(std::make_shared<std::atomic<int>>(0)) {
    setWindowTitle(tr("Exporting to %1").arg(QFileInfo(path).fileName()));
    auto* bar = new QProgressBar;
    bar->setRange(0, 0); // some formats go through everything several times
    bar->setAccessibleName(tr("Export is running"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_count);
    layout->addWidget(bar);
    layout->addWidget(new QLabel(tr("All files get their names together at the end: stopping leaves nothing behind.")));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportProgressDialog::reject);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_count->setText(tr("%1 pictures and clouds").arg(QLocale().toString(m_done->load()))); });
    m_timer.start(kLookEveryMs);
    const auto write = [order = order, path, done = m_done](const std::stop_token& stop) mutable {
        order.options.stop = stop;
        order.options.progress = [done](int count) { *done = count; };
        return exchange::carryOut(order, path);
    };
    m_background.run(write, [this](Result<exchange::Exported> result) {
        m_result = std::move(result);
        accept();
    });
}

void ExportProgressDialog::reject() {
    m_background.stop();
    QDialog::reject();
}

} // namespace rb::ui
