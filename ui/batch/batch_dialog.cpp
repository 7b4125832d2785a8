#include "ui/batch/batch_dialog.h"

#include "ui/counted_text.h"
#include "ui/error_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rb::ui {

BatchDialog::BatchDialog(const QString& projectFile, std::vector<PlaceChoice> choices, double secondsACaption, QWidget* parent)
    : QDialog(parent), m_project(projectFile), m_choices(std::move(choices)), m_secondsACaption(secondsACaption), m_what(new QComboBox), m_scope(new QComboBox),
      m_pictures(new QCheckBox(tr("Also the &pictures as a whole"))), m_counts(new QLabel) {
    setWindowTitle(tr("Caption many"));
    for (const PlaceChoice& choice : m_choices) m_what->addItem(choice.name);
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
    connect(m_what, &QComboBox::currentIndexChanged, this, &BatchDialog::makePlan);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &BatchDialog::makePlan);
    connect(m_pictures, &QCheckBox::toggled, this, &BatchDialog::makePlan);
    makePlan();
}

void BatchDialog::makePlan() {
    m_background.stop(); // of what was chosen before
    m_plan = {};
    m_counts->setText(tr("Counting…"));
    m_start->setEnabled(false);
    const auto plan = [targetsOf = m_choices[static_cast<std::size_t>(m_what->currentIndex())].targets, pictures = m_pictures->isChecked(),
                       scope = static_cast<jobs::BatchScope>(m_scope->currentIndex())](const project::Project& project, const std::stop_token& stop) -> Result<jobs::BatchPlan> {
        std::vector<jobs::CaptionTarget> targets = targetsOf(project);
        if (!pictures) std::erase_if(targets, [](const jobs::CaptionTarget& target) { return target.region == 0; });
        return jobs::planBatch(project, targets, scope, stop);
    };
    m_background.read(m_project, plan, [this](Result<jobs::BatchPlan> made) {
        if (!made.ok()) return m_counts->setText(errorText(made.error()));
        m_plan = std::move(*made);
        showCounts();
    });
}

void BatchDialog::showCounts() {
    const jobs::BatchPlan& now = m_plan;
    QStringList lines{counted(now.count(), tr("%1 caption will be written:"), tr("%1 captions will be written:")),
                      tr("%1 where there is none, %2 in place of drafts, %3 as alternatives.").arg(now.empty).arg(now.rewritten).arg(now.alternatives),
                      tr("%1 stay as they are; %2 cannot be captioned.").arg(now.kept).arg(now.impossible)};
    if (m_secondsACaption > 0 && now.count() > 0) {
        const int seconds = std::max(1, qRound(now.count() * m_secondsACaption));
        lines << (seconds < 60 ? counted(seconds, tr("About %1 second."), tr("About %1 seconds.")) : counted(qRound(seconds / 60.0), tr("About %1 minute."), tr("About %1 minutes.")));
    }
    m_counts->setText(lines.join(QLatin1Char('\n')));
    m_start->setEnabled(now.count() > 0);
}

} // namespace rb::ui
