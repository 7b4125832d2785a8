#include "ui/batch/batch_dialog.h"

#include "ui/counted_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rb::ui {

BatchDialog::BatchDialog(const project::Project& project, std::vector<Choice> choices, double secondsACaption, QWidget* parent)
    : QDialog(parent), m_project(project), m_choices(std::move(choices)), m_secondsACaption(secondsACaption), m_what(new QComboBox), m_scope(new QComboBox),
      m_pictures(new QCheckBox(tr("Also the &pictures as a whole"))), m_counts(new QLabel) {
    setWindowTitle(tr("Caption many"));
    for (const Choice& choice : m_choices) m_what->addItem(choice.name);
    m_scope->addItems({tr("Only those without a caption"), tr("Also drafts of a model: write them anew"), tr("Also people's captions: add alternatives")});
    m_counts->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("&What"), m_what);
    form->addRow(tr("&Captions"), m_scope);
    form->addRow(QString(), m_pictures);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_start = buttons->addButton(tr("Start"), QDialogButtonBox::AcceptRole);
    m_start->setProperty("primary", true);
    m_start->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_counts);
    layout->addWidget(new QLabel(tr("What people wrote or accepted is never replaced. All of it is one step of undo.")));
    layout->addWidget(buttons);
    resize(560, 260);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_what, &QComboBox::currentIndexChanged, this, &BatchDialog::showCounts);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &BatchDialog::showCounts);
    connect(m_pictures, &QCheckBox::toggled, this, &BatchDialog::showCounts);
    showCounts();
}

jobs::BatchPlan BatchDialog::plan() const {
    std::vector<jobs::CaptionTarget> targets = m_choices[static_cast<std::size_t>(m_what->currentIndex())].targets();
    if (!m_pictures->isChecked()) std::erase_if(targets, [](const jobs::CaptionTarget& target) { return target.region == 0; });
    return jobs::planBatch(m_project, targets, static_cast<jobs::BatchScope>(m_scope->currentIndex()));
}

void BatchDialog::showCounts() {
    const jobs::BatchPlan now = plan();
    QStringList lines{counted(now.count(), tr("%1 caption will be written:"), tr("%1 captions will be written:")),
                      tr("%1 where there is none, %2 in place of drafts, %3 as alternatives.").arg(now.empty).arg(now.rewritten).arg(now.alternatives),
                      tr("%1 stay as they are; %2 cannot be captioned.").arg(now.kept).arg(now.impossible)};
    if (m_secondsACaption > 0 && now.count() > 0) {
        const double minutes = now.count() * m_secondsACaption / 60;
        lines << (minutes < 1 ? tr("About %1 seconds.").arg(qRound(minutes * 60)) : tr("About %1 minutes.").arg(qRound(minutes)));
    }
    m_counts->setText(lines.join(QLatin1Char('\n')));
    m_start->setEnabled(now.count() > 0);
}

} // namespace rb::ui
