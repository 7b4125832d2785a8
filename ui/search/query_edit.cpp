#include "ui/search/query_edit.h"

#include "ui/error_text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

namespace rb::ui {

static constexpr int kPauseMs = 250, kOffersWidth = 420;

QueryEdit::QueryEdit(Workspace& workspace, QWidget* parent)
    : QLineEdit(parent), m_workspace(workspace), m_offers(new QStandardItemModel(this)), m_completer(new QCompleter(m_offers, this)) {
    setClearButtonEnabled(true);
    setPlaceholderText(tr("state:draft label:dog \"red apple\""));
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &QueryEdit::apply);
    connect(this, &QLineEdit::textEdited, this, &QueryEdit::offer);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, &QueryEdit::apply);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) { insert(index.row()); });
    connect(&workspace, &Workspace::projectChanged, this, [this] {
        m_knownIsOld = true;
        clear();
    });
    connect(&workspace, &Workspace::changed, this, [this] { m_knownIsOld = true; });
}

void QueryEdit::setQuery(const QString& text) {
    setText(text);
    apply();
}

void QueryEdit::apply() {
    m_pause.stop();
    const auto parsed = query::parse(text());
    setProperty("faulty", !parsed.ok());
    Q_EMIT faultChanged(parsed.ok() ? QString() : errorText(parsed.error()));
    if (!parsed.ok()) return;
    m_query = *parsed;
    Q_EMIT queryChanged();
}

void QueryEdit::focusInEvent(QFocusEvent* event) {
    // Reading the values walks the project once: only when they are about to be needed.
    if (m_knownIsOld && m_workspace.project()) {
        m_knownIsOld = false;
        m_workspace.reader().ask(this, query::KnownValues::read, [this](Result<query::KnownValues> known) {
            if (known.ok()) m_known = std::move(*known);
        });
    }
    QLineEdit::focusInEvent(event);
}

void QueryEdit::offer() {
    m_offered = query::complete(m_known, text(), cursorPosition());
    const int cursor = cursorPosition();
    if (cursor == 0 || text().at(cursor - 1).isSpace()) m_offered.clear(); // no word to go on with
    std::erase_if(m_offered, [this](const query::Completion& each) { // what stands there already
        return QStringView(text()).mid(each.from, each.to - each.from) == QStringView(each.replacement).trimmed();
    });
    m_offers->clear();
    for (const query::Completion& each : m_offered) {
        auto* item = new QStandardItem(each.replacement.trimmed() + QStringLiteral("   ") + each.meaning);
        item->setToolTip(each.meaning);
        m_offers->appendRow(item);
    }
    if (m_offered.empty()) m_completer->popup()->hide();
    else m_completer->complete(QRect(0, 0, std::max(width(), kOffersWidth), height()));
}

void QueryEdit::insert(int row) {
    if (row < 0 || row >= static_cast<int>(m_offered.size())) return;
    const query::Completion chosen = m_offered[static_cast<std::size_t>(row)];
    QString now = text();
    now.replace(chosen.from, chosen.to - chosen.from, chosen.replacement);
    setText(now);
    setCursorPosition(static_cast<int>(chosen.from + chosen.replacement.size()));
    apply();
}

void QueryEdit::keyPressEvent(QKeyEvent* event) {
    const bool popup = m_completer->popup()->isVisible();
    if (popup && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Tab)) {
        const QModelIndex current = m_completer->popup()->currentIndex();
        m_completer->popup()->hide();
        if (current.isValid()) return insert(current.row());
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty() && !popup) return clear();
    QLineEdit::keyPressEvent(event);
}

} // namespace rb::ui
