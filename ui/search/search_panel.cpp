#include "ui/search/search_panel.h"

#include "core/query/near.h"
#include "ui/error_text.h"
#include "ui/search/meaning_bar.h"
#include "ui/search/meaning_search.h"
#include "ui/search/query_edit.h"
#include "ui/search/result_delegate.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace rb::ui {

SearchPanel::SearchPanel(Workspace& workspace, ThumbnailStore& thumbnails, MeaningSearch& meaning, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_meaning(meaning), m_model(workspace, thumbnails), m_query(new QueryEdit(workspace)),
      m_order(new QComboBox), m_list(new QListView), m_says(new QLabel), m_bar(new MeaningBar) {
    m_query->setAccessibleName(tr("Search regions and captions"));
    m_order->addItems({tr("By picture"), tr("Least sure first"), tr("Oldest first"), tr("By model"), tr("Most alike first")}); // as query::Order
    m_order->setAccessibleName(tr("Order of what is found"));
    m_order->view()->setAccessibleName(m_order->accessibleName());
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ResultDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("What was found"));
    m_says->setForegroundRole(QPalette::PlaceholderText);
    m_says->setWordWrap(true);
    for (QTimer* timer : {&m_again, &m_slow}) {
        timer->setSingleShot(true);
        timer->setInterval(400);
    }
    layOut();
    connect(m_query, &QueryEdit::queryChanged, this, &SearchPanel::search);
    connect(m_query, &QueryEdit::faultChanged, this, [this](const QString& sentence) {
        if (!sentence.isEmpty()) m_says->setText(sentence);
    });
    connect(m_order, &QComboBox::currentIndexChanged, this, &SearchPanel::search);
    connect(&m_again, &QTimer::timeout, this, &SearchPanel::search);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_says->setText(tr("Searching…")); });
    connect(&workspace, &Workspace::changed, this, [this] {
        if (isSearching() && !m_following) m_again.start();
    });
    connect(&workspace, &Workspace::currentRegionChanged, this, &SearchPanel::showCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && !m_following) goTo(index.row());
    });
    connectMeaning();
    search();
}

void SearchPanel::layOut() {
    auto* help = new QToolButton;
    help->setText(QStringLiteral("?"));
    help->setToolTip(tr("What can be searched for"));
    help->setAccessibleName(help->toolTip());
    connect(help, &QToolButton::clicked, this, &SearchPanel::helpRequested);
    auto* top = new QHBoxLayout;
    top->addWidget(m_query, 1);
    top->addWidget(help);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(top);
    layout->addWidget(m_order);
    layout->addWidget(m_bar);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_says);
}

void SearchPanel::connectMeaning() {
    connect(m_bar, &MeaningBar::prepareRequested, &m_meaning, &MeaningSearch::prepare);
    connect(m_bar, &MeaningBar::stopRequested, &m_meaning, &MeaningSearch::stop);
    connect(&m_meaning, &MeaningSearch::resolved, this, &SearchPanel::find);
    connect(&m_meaning, &MeaningSearch::refused, this, [this](const Error& error) {
        m_slow.stop();
        m_says->setText(errorText(error));
    });
    connect(&m_meaning, &MeaningSearch::progressed, m_bar, &MeaningBar::showProgress);
    connect(&m_meaning, &MeaningSearch::readyChanged, this, [this](qint64 ready, qint64 total) {
        m_ready = ready;
        m_total = total;
        showReady();
        if (asksForMeaning()) m_again.start();
    });
}

bool SearchPanel::asksForMeaning() const { return !query::nearTerms(m_query->query()).empty(); }

/// Only whoever asks for meaning cares how much is prepared.
void SearchPanel::showReady() {
    if (m_meaning.isPreparing()) return;
    if (asksForMeaning()) m_bar->showReady(m_ready, m_total);
    else m_bar->hide();
}

bool SearchPanel::isSearching() const { return !m_query->query().isEmpty(); }

void SearchPanel::setQuery(const QString& text) { m_query->setQuery(text); }

void SearchPanel::startTyping() {
    m_query->setFocus();
    m_query->selectAll();
}

void SearchPanel::search() {
    m_again.stop();
    showReady();
    if (!m_workspace.project() || !isSearching()) {
        m_workspace.reader().forget(this);
        m_model.setRows({});
        m_says->setText(tr("Type words of a caption, or label:dog, state:draft, score:<0.4 …"));
        return;
    }
    m_time.start();
    m_slow.start();
    if (asksForMeaning()) m_meaning.resolve(m_query->query());
    else find(m_query->query());
}

void SearchPanel::find(const query::Query& query) {
    auto order = static_cast<query::Order>(m_order->currentIndex());
    if (order == query::Order::Picture && asksForMeaning()) order = query::Order::Similarity;
    const auto read = [query, order](const project::Database& database) { return query::select(database, query, order); };
    m_workspace.reader().ask(this, read, [this](Result<std::vector<query::Row>> rows) { showFound(std::move(rows), m_time.elapsed()); });
}

void SearchPanel::showFound(Result<std::vector<query::Row>> rows, qint64 milliseconds) {
    m_slow.stop();
    if (!rows.ok()) return m_says->setText(errorText(rows.error()));
    const auto count = static_cast<qint64>(rows->size());
    m_following = true; // a new list chooses nothing
    m_model.setRows(std::move(*rows));
    m_following = false;
    m_says->setText(tr("%1 found in %2 ms").arg(QLocale().toString(count)).arg(milliseconds));
    showCurrent();
}

void SearchPanel::goTo(int row) {
    const query::Row place = m_model.rows()[static_cast<std::size_t>(row)];
    m_following = true;
    m_workspace.show(place.media, place.region);
    m_following = false;
}

bool SearchPanel::step(int direction) {
    const int here = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : direction > 0 ? -1 : m_model.rowCount();
    const int next = here + direction;
    if (next < 0 || next >= m_model.rowCount()) return false;
    m_list->setCurrentIndex(m_model.index(next));
    return true;
}

void SearchPanel::showCurrent() {
    if (m_following || !m_model.rowCount()) return;
    const int row = m_model.rowOf(m_workspace.currentMedia(), m_workspace.currentRegion());
    if (row < 0 || row == m_list->currentIndex().row()) return;
    m_following = true;
    m_list->setCurrentIndex(m_model.index(row));
    m_list->scrollTo(m_model.index(row));
    m_following = false;
}

} // namespace rb::ui
