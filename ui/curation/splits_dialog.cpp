#include "ui/curation/splits_dialog.h"

#include "core/query/leaks.h"
#include "ui/counted_text.h"
#include "ui/curation/leak_table.h"
#include "ui/curation/split_table.h"
#include "ui/error_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace rb::ui {

static constexpr int kPauseMs = 150;

static QSpinBox* shareBox(int share, const QString& name) {
    auto* box = new QSpinBox;
    box->setRange(0, 100);
    box->setValue(share);
    box->setSuffix(QStringLiteral(" %"));
    box->setAccessibleName(name);
    return box;
}

SplitsDialog::SplitsDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent), m_workspace(workspace),
      m_shares{shareBox(80, tr("Share of train")), shareBox(10, tr("Share of val")), shareBox(10, tr("Share of test"))},
      m_seed(new QSpinBox), m_together(new QComboBox), m_keep(new QCheckBox(tr("&Keep the split of pictures that have one"))),
      m_counts(new SplitTable), m_summary(new QLabel), m_leakSummary(new QLabel), m_leaks(new LeakTable), m_outcome(new QLabel),
      m_apply(new QPushButton(tr("&Assign"))) {
    setWindowTitle(tr("Splits"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setToolTip(tr("The same seed gives the same splits of the same pictures"));
    // In the order of query::KeepTogether.
    m_together->addItems({tr("nothing"), tr("pictures with the same content"), tr("pictures of a folder"),
                          tr("pictures of a folder or with the same content")});
    m_together->setCurrentIndex(static_cast<int>(query::KeepTogether::SameContent));
    m_keep->setChecked(true);
    m_apply->setProperty("primary", true);
    m_apply->setAutoDefault(false);
    for (QLabel* label : {m_summary, m_leakSummary, m_outcome}) label->setWordWrap(true);
    m_outcome->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    layOut();
    connectAll();
    m_apply->setEnabled(false);
    planNow();
    findLeaks();
}

QLayout* SplitsDialog::makeShares() {
    auto* shares = new QHBoxLayout;
    const QString names[] = {QStringLiteral("train"), QStringLiteral("val"), QStringLiteral("test")};
    for (std::size_t i = 0; i < m_shares.size(); ++i) {
        shares->addWidget(new QLabel(names[i]));
        shares->addWidget(m_shares[i]);
        shares->addSpacing(12);
    }
    shares->addStretch();
    return shares;
}

void SplitsDialog::layOut() {
    auto* form = new QFormLayout;
    form->addRow(tr("Shares"), makeShares());
    form->addRow(tr("&Seed"), m_seed);
    form->addRow(tr("Never tear &apart"), m_together);
    form->addRow(QString(), m_keep);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->addButton(m_apply, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_counts);
    layout->addWidget(m_summary);
    layout->addWidget(m_leakSummary);
    layout->addWidget(m_leaks, 1);
    layout->addStretch(); // in place of the leaks when there are none
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
    resize(720, 640);
}

void SplitsDialog::connectAll() {
    for (QSpinBox* share : m_shares) connect(share, &QSpinBox::valueChanged, this, &SplitsDialog::planLater);
    connect(m_seed, &QSpinBox::valueChanged, this, &SplitsDialog::planLater);
    connect(m_together, &QComboBox::currentIndexChanged, this, &SplitsDialog::planNow);
    connect(m_keep, &QCheckBox::toggled, this, &SplitsDialog::planNow);
    connect(&m_pause, &QTimer::timeout, this, &SplitsDialog::planNow);
    connect(m_apply, &QPushButton::clicked, this, &SplitsDialog::apply);
    connect(&m_workspace, &Workspace::projectClosing, this, &QDialog::reject);
}

query::SplitOptions SplitsDialog::options() const {
    query::SplitOptions options;
    options.train = m_shares[0]->value();
    options.val = m_shares[1]->value();
    options.test = m_shares[2]->value();
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    options.together = static_cast<query::KeepTogether>(m_together->currentIndex());
    options.keepPresent = m_keep->isChecked();
    return options;
}

void SplitsDialog::planLater() {
    // What is shown is no longer what would be done.
    m_apply->setEnabled(false);
    m_pause.start();
}

void SplitsDialog::planNow() {
    m_pause.stop();
    m_workspace.reader().ask(
        this, [options = options()](const project::Database& database) { return query::planSplits(database, options); },
        [this](Result<query::SplitPlan> plan) { takePlan(std::move(plan)); });
}

bool SplitsDialog::canWrite() const { return m_workspace.project()->access() == project::Project::Access::ReadWrite; }

void SplitsDialog::takePlan(Result<query::SplitPlan> plan) {
    m_plan = plan.ok() ? std::move(*plan) : query::SplitPlan();
    m_apply->setEnabled(!m_plan.changes.empty() && canWrite());
    m_counts->setEnabled(plan.ok());
    if (plan.ok()) showPlan();
    else m_summary->setText(errorText(plan.error()));
}

void SplitsDialog::showPlan() {
    const qint64 media = m_workspace.project()->counts().media;
    m_counts->showCounts(splitCounts(m_plan, media), media);
    const auto changes = static_cast<qint64>(m_plan.changes.size());
    QString text = changes ? counted(changes, tr("%1 picture gets another split."), tr("%1 pictures get another split."))
                           : tr("No picture gets another split.");
    if (m_plan.groups < media)
        text += u' ' + counted(m_plan.groups, tr("All form %1 group that stays together."),
                               tr("All form %1 groups that stay together."));
    if (!canWrite()) text += u' ' + tr("The project is open for reading only.");
    m_summary->setText(text);
}

void SplitsDialog::findLeaks() {
    m_leakSummary->setText(tr("Looking for leaks between the splits…"));
    m_workspace.reader().ask(m_leaks, query::findLeaks, [this](const Result<query::LeakReport>& leaks) {
        m_leaks->showLeaks(leaks.ok() ? *leaks : query::LeakReport());
        m_leaks->setVisible(leaks.ok() && leaks->all() > 0);
        m_leakSummary->setText(leaks.ok() ? leakSummary(*leaks) : errorText(leaks.error()));
    });
}

void SplitsDialog::apply() {
    const auto changes = static_cast<qint64>(m_plan.changes.size());
    const Status applied = query::applySplits(*m_workspace.project(), m_plan);
    m_outcome->show();
    m_outcome->setText(applied.ok() ? counted(changes, tr("%1 picture was assigned; one step of undo takes it back."),
                                              tr("%1 pictures were assigned; one step of undo takes it back."))
                                    : errorText(applied.error()));
    m_apply->setEnabled(false);
    planNow();
    findLeaks();
}

} // namespace rb::ui
