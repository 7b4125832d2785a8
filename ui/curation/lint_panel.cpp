#include "ui/curation/lint_panel.h"

#include "ui/counted_text.h"
#include "ui/curation/tree_place.h"
#include "ui/error_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace rb::ui {

// Those that fit a window or two are shown at once, more by their kinds.
static constexpr qint64 kFewFindings = 60;

LintPanel::LintPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_refresh(new PanelRefresh(workspace, *this)),
      m_again(new QPushButton(tr("Refresh"))), m_duplicates(new QPushButton(tr("Find near duplicates"))),
      m_search(new QPushButton(tr("Search for these"))),
      m_equalToo(new QCheckBox(tr("Also equal captions"))), m_note(new QLabel), m_view(new QTreeView) {
    m_search->setEnabled(false);
    m_search->setToolTip(tr("Shows everything of the current kind as a search"));
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_view->setModel(&m_model);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("What seems wrong with captions"));
    m_view->header()->setMinimumHeight(28);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_view->header()->resizeSection(1, 100);
    layOut();
    connectAll();
}

void LintPanel::layOut() {
    auto* first = new QHBoxLayout;
    first->addWidget(m_again);
    first->addWidget(m_search);
    first->addStretch();
    auto* second = new QHBoxLayout;
    second->addWidget(m_duplicates);
    second->addWidget(m_equalToo);
    second->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
}

void LintPanel::connectAll() {
    connect(m_again, &QPushButton::clicked, m_refresh, &PanelRefresh::now);
    connect(m_duplicates, &QPushButton::clicked, this, &LintPanel::findNearDuplicates);
    connect(m_search, &QPushButton::clicked, this, [this] {
        Q_EMIT queryRequested(m_view->currentIndex().data(LintModel::QueryRole).toString());
    });
    connect(m_view, &QTreeView::clicked, this, &LintPanel::ask);
    connect(m_view, &QTreeView::activated, this, &LintPanel::ask);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        m_search->setEnabled(!index.data(LintModel::QueryRole).toString().isEmpty());
    });
    connect(m_refresh, &PanelRefresh::due, this, &LintPanel::refresh);
    connect(m_refresh, &PanelRefresh::fellBehind, this, [this] {
        m_note->setText(tr("The project has changed since; Refresh looks again."));
    });
    connect(&m_workspace, &Workspace::projectClosing, this, [this] {
        m_alike.reset();
        m_model.show(nullptr, {});
    });
}

void LintPanel::refresh() {
    m_note->setText(tr("Looking…"));
    m_workspace.reader().ask(this, lintGroups, [this](Result<std::vector<FindingGroup>> groups) {
        m_refresh->finished();
        if (!groups.ok()) return m_note->setText(errorText(groups.error()));
        showGroups(std::move(*groups));
    });
}

void LintPanel::findNearDuplicates() {
    if (!m_workspace.project()) return;
    m_note->setText(tr("Comparing all captions…"));
    query::NearDuplicateOptions options;
    options.equalToo = m_equalToo->isChecked();
    const auto read = [options](const project::Database& database) { return nearDuplicateGroup(database, options); };
    m_workspace.reader().ask(m_duplicates, read, [this](Result<FindingGroup> alike) {
        if (!alike.ok()) return m_note->setText(errorText(alike.error()));
        m_alike = std::move(*alike);
        m_refresh->now();
    });
}

void LintPanel::showGroups(std::vector<FindingGroup> groups) {
    if (m_alike && m_alike->count > 0) groups.push_back(*m_alike);
    const TreePlace place(*m_view);
    const bool isFirst = m_model.rowCount() == 0;
    m_model.show(m_workspace.project(), std::move(groups));
    if (isFirst && findings() <= kFewFindings) m_view->expandAll();
    else place.restore(*m_view);
    m_search->setEnabled(!m_view->currentIndex().data(LintModel::QueryRole).toString().isEmpty());
    showCounts();
}

qint64 LintPanel::findings() const {
    qint64 all = 0;
    for (const FindingGroup& group : m_model.groups()) all += group.count;
    return all;
}

void LintPanel::showCounts() {
    const qint64 all = findings();
    QString text = all ? counted(all, tr("%1 finding."), tr("%1 findings.")) : tr("Nothing seems wrong with the captions.");
    if (m_alike && m_alike->count == 0) text += u' ' + tr("No two are nearly the same.");
    m_note->setText(text);
}

void LintPanel::ask(const QModelIndex& index) {
    const auto id = index.data(LintModel::CaptionRole).toLongLong();
    if (id == 0) return;
    if (const auto caption = m_workspace.project()->caption(id)) Q_EMIT regionRequested(caption->media, caption->region);
    else m_refresh->now();
}

} // namespace rb::ui
