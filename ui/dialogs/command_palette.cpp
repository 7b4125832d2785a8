#include "ui/dialogs/command_palette.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPixmap>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rb::ui {

static constexpr QSize kSize(560, 400);

CommandPalette::CommandPalette(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent, Qt::Popup), m_actions(actions), m_input(new QLineEdit), m_list(new QTreeWidget) {
    setWindowTitle(tr("Commands"));
    m_input->setPlaceholderText(tr("Search or run a command"));
    m_input->setAccessibleName(tr("Command"));
    m_input->setMinimumHeight(28);
    m_input->installEventFilter(this);
    m_list->setColumnCount(2);
    m_list->header()->hide();
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Commands"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_input);
    layout->addWidget(m_list);
    resize(kSize);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_input, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::choose);
    filter({});
    m_input->setFocus();
}

/// Parts of words, in any order.
static bool holdsAll(const QString& name, const QString& text) {
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return name.contains(word, Qt::CaseInsensitive); });
}

void CommandPalette::filter(const QString& text) {
    m_list->clear();
    QPixmap nothing(m_list->iconSize().isValid() ? m_list->iconSize() : QSize(16, 16));
    nothing.fill(Qt::transparent);
    const QIcon blank(nothing); // so that all names begin at one place
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const QString name = m_actions[i]->text().remove(QLatin1Char('&'));
        if (!m_actions[i]->isEnabled() || !holdsAll(name, text)) continue;
        auto* item = new QTreeWidgetItem({name, m_actions[i]->shortcut().toString(QKeySequence::NativeText)});
        item->setIcon(0, m_actions[i]->icon().isNull() ? blank : m_actions[i]->icon());
        item->setToolTip(0, m_actions[i]->statusTip());
        item->setData(0, Qt::UserRole, static_cast<int>(i));
        m_list->addTopLevelItem(item); // the list owns it
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const int count = m_list->topLevelItemCount();
        if (step && count > 0) {
            const int row = m_list->indexOfTopLevelItem(m_list->currentItem()) + step;
            m_list->setCurrentItem(m_list->topLevelItem(std::clamp(row, 0, count - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::choose() {
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item) return;
    m_chosen = m_actions[item->data(0, Qt::UserRole).toInt()];
    accept();
}

} // namespace rb::ui
