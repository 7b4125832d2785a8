#include "ui/training/adapter_list.h"

#include "core/query/query.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/training/adapter_model.h"
#include "ui/training/undo_strip.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace rb::ui {

AdapterList::AdapterList(runs::AdapterShelf& shelf, UserDialogs& dialogs, QWidget* parent)
    : QWidget(parent), m_shelf(shelf), m_dialogs(dialogs), m_model(new AdapterModel(shelf, this)), m_view(new QTreeView), m_card(new QLabel),
      m_export(new QPushButton(tr("Export…"))), m_delete(new QPushButton(tr("Delete"))), m_stale(new QPushButton(tr("Find older drafts"))), m_undo(new UndoStrip) {
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAccessibleName(tr("Adapters"));
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setStretchLastSection(true);
    m_card->setWordWrap(true);
    m_card->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_card->setAccessibleName(tr("Card of the adapter"));

    auto* import = new QPushButton(tr("Import…"));
    auto* buttons = new QHBoxLayout;
    m_stale->setToolTip(tr("Drafts that what is switched on now did not write; Ctrl+B writes them anew, and leaves a person's words alone"));
    for (QPushButton* one : {import, m_export, m_delete, m_stale}) buttons->addWidget(one);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(buttons);
    layout->addWidget(new QLabel(tr("What is ticked lies on the model and writes its captions.")));
    layout->addWidget(m_view, 1);
    layout->addWidget(m_card);
    layout->addWidget(m_undo);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &AdapterList::suitButtons);
    connect(m_model, &QAbstractItemModel::modelReset, this, &AdapterList::suitButtons);
    connect(m_model, &AdapterModel::failed, this, &AdapterList::failed);
    connect(import, &QPushButton::clicked, this, &AdapterList::importRequested);
    connect(m_export, &QPushButton::clicked, this, &AdapterList::exportCurrent);
    connect(m_delete, &QPushButton::clicked, this, &AdapterList::remove);
    connect(m_stale, &QPushButton::clicked, this, [this] { Q_EMIT queryRequested(staleQuery()); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AdapterList::suitButtons);
    suitButtons();
}

QString AdapterList::current() const {
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_model->adapter(index.row()).id : QString();
}

void AdapterList::suitButtons() {
    const QModelIndex index = m_view->currentIndex();
    for (QPushButton* one : {m_export, m_delete}) one->setEnabled(index.isValid());
    m_stale->setEnabled(!m_shelf.active().isEmpty());
    m_card->setText(index.isValid() ? cardText(m_model->adapter(index.row())) : QString());
    m_card->setVisible(index.isValid());
}

QString AdapterList::staleQuery() const {
    QString query = QStringLiteral("state:draft source:model");
    for (const QString& id : m_shelf.active())
        if (const auto adapter = m_shelf.adapter(id)) query += QStringLiteral(" -adapter:") + query::quoted(adapter->name);
    return query;
}

void AdapterList::exportCurrent() {
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid()) return;
    const runs::Adapter chosen = m_model->adapter(index.row());
    const QString file = m_dialogs.chooseNewFile(this, tr("Export the adapter"), chosen.name + QStringLiteral(".safetensors"), tr("Adapter (*.safetensors)"));
    if (file.isEmpty()) return;
    if (const Status out = m_shelf.exportTo(chosen.id, file); !out.ok()) Q_EMIT failed(out.error());
}

void AdapterList::remove() {
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid()) return;
    const runs::Adapter chosen = m_model->adapter(index.row());
    const QStringList active = m_shelf.active();
    if (const Status gone = m_shelf.remove(chosen.id); !gone.ok()) {
        Q_EMIT failed(gone.error());
        return;
    }
    m_undo->offer(tr("The adapter “%1” was deleted.").arg(chosen.name), [this, id = chosen.id, active] {
        Status back = m_shelf.restore(id);
        if (back.ok() && active.contains(id)) back = m_shelf.activate(active);
        if (!back.ok()) Q_EMIT failed(back.error());
    });
}

} // namespace rb::ui
