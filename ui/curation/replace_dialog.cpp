#include "ui/curation/replace_dialog.h"

#include "ui/counted_text.h"
#include "ui/curation/difference_delegate.h"
#include "ui/wait_cursor.h"
#include "ui/error_text.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace rb::ui {

static constexpr int kPauseMs = 250;

ReplaceDialog::ReplaceDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_find(new QLineEdit), m_replace(new QLineEdit),
      m_matchCase(new QCheckBox(tr("Match &case"))), m_wholeWords(new QCheckBox(tr("Whole wor&ds"))),
      m_expression(new QCheckBox(tr("Regular e&xpression"))), m_where(new QLineEdit),
      m_counts(new QLabel), m_table(new QTableView), m_outcome(new QLabel), m_apply(new QPushButton) {
    setWindowTitle(tr("Find and replace in captions"));
    m_expression->setToolTip(tr("The replacement may hold \\1 to \\9 for groups, \\0 for all that was found, \\n and \\t."));
    m_where->setPlaceholderText(tr("everywhere; or a search such as state:draft label:dog"));
    m_where->setClearButtonEnabled(true);
    m_counts->setWordWrap(true);
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    m_apply->setProperty("primary", true);
    m_apply->setAutoDefault(false);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    setUpTable();
    layOut();
    connectAll();
    planNow();
}

void ReplaceDialog::setUpTable() {
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new DifferenceDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumHeight(28);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Captions before and after"));
}

void ReplaceDialog::layOut() {
    auto* choices = new QHBoxLayout;
    for (QCheckBox* choice : {m_matchCase, m_wholeWords, m_expression}) choices->addWidget(choice);
    choices->addStretch();
    auto* form = new QFormLayout;
    form->addRow(tr("&Find"), m_find);
    form->addRow(tr("&Replace with"), m_replace);
    form->addRow(QString(), choices);
    form->addRow(tr("&Where"), m_where);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->addButton(m_apply, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_counts);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
    resize(820, 600);
}

void ReplaceDialog::connectAll() {
    for (QLineEdit* field : {m_find, m_replace, m_where}) {
        connect(field, &QLineEdit::textChanged, this, &ReplaceDialog::planLater);
        connect(field, &QLineEdit::returnPressed, this, &ReplaceDialog::planNow);
    }
    for (QCheckBox* choice : {m_matchCase, m_wholeWords, m_expression})
        connect(choice, &QCheckBox::toggled, this, &ReplaceDialog::planNow);
    connect(&m_pause, &QTimer::timeout, this, &ReplaceDialog::planNow);
    connect(m_apply, &QPushButton::clicked, this, &ReplaceDialog::apply);
    connect(m_table, &QTableView::activated, this, &ReplaceDialog::ask);
    // Captions that changed are skipped, so the button may stay as it is until the preview is anew.
    connect(&m_workspace, &Workspace::changed, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_workspace, &Workspace::projectClosing, this, &QDialog::reject);
}

void ReplaceDialog::setQuery(const QString& query) { m_where->setText(query); }

void ReplaceDialog::planLater() {
    // What is shown is no longer what would be done.
    m_apply->setEnabled(false);
    m_pause.start();
}

void ReplaceDialog::planNow() {
    m_pause.stop();
    if (m_find->text().isEmpty()) {
        m_workspace.reader().forget(this);
        showPlan({});
        return m_counts->setText(tr("Type what to look for. Nothing is changed before you press Replace."));
    }
    const auto where = query::parse(m_where->text());
    if (!where.ok()) return takePlan(where.error());
    const query::FindOptions options{m_expression->isChecked(), m_matchCase->isChecked(), m_wholeWords->isChecked()};
    const auto read = [where = *where, find = m_find->text(), replace = m_replace->text(), options](const project::Database& database) {
        return query::planReplace(database, where, find, replace, options);
    };
    m_apply->setEnabled(false);
    m_workspace.reader().ask(this, read, [this](Result<query::ReplacePlan> plan) { takePlan(std::move(plan)); });
}

void ReplaceDialog::takePlan(Result<query::ReplacePlan> plan) {
    showPlan(plan.ok() ? std::move(*plan) : query::ReplacePlan());
    if (!plan.ok()) m_counts->setText(errorText(plan.error()));
}

static QString countsText(const query::ReplacePlan& plan) {
    const auto tr = [](const char* text) { return ReplaceDialog::tr(text); };
    if (plan.changes.empty()) return tr("No caption would change.");
    const QString all = counted(static_cast<qint64>(plan.changes.size()), tr("%1 caption changes: "), tr("%1 captions change: "));
    const QLocale locale;
    return all + tr("%1 by people, %2 by models, whose words are kept as what they were edited from.")
                     .arg(locale.toString(plan.human), locale.toString(plan.machine));
}

void ReplaceDialog::showPlan(query::ReplacePlan plan) {
    const auto count = static_cast<qint64>(plan.changes.size());
    m_counts->setText(countsText(plan));
    m_apply->setText(count ? counted(count, tr("Re&place in %1 caption"), tr("Re&place in %1 captions")) : tr("Re&place"));
    const bool writable = m_workspace.project()->access() == project::Project::Access::ReadWrite;
    if (!writable) m_counts->setText(countsText(plan) + u' ' + tr("The project is open for reading only."));
    m_apply->setEnabled(writable && count > 0);
    m_model.show(std::move(plan));
}

void ReplaceDialog::apply() {
    const WaitCursor busy;
    const auto outcome = query::applyReplace(*m_workspace.project(), m_model.plan());
    m_outcome->show();
    if (!outcome.ok()) return m_outcome->setText(errorText(outcome.error()));
    QString text = counted(outcome->replaced, tr("Replaced in %1 caption; one step of undo takes it back."),
                           tr("Replaced in %1 captions; one step of undo takes it back."));
    if (const auto skipped = static_cast<qint64>(outcome->skipped.size()))
        text += u' ' + counted(skipped, tr("%1 had been changed or deleted meanwhile and was left alone."),
                               tr("%1 had been changed or deleted meanwhile and were left alone."));
    m_outcome->setText(text);
    planNow();
}

void ReplaceDialog::ask(const QModelIndex& index) {
    const auto caption = m_workspace.project()->caption(index.data(ReplaceModel::CaptionRole).toLongLong());
    if (caption) Q_EMIT regionRequested(caption->media, caption->region);
}

} // namespace rb::ui
