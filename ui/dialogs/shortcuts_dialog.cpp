#include "ui/dialogs/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace rb::ui {

static QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts()) keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral("  ·  "));
}

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keys and mouse"));
    QList<std::pair<QString, QString>> rows;
    for (const QAction* action : actions)
        if (!action->shortcuts().isEmpty()) rows.append({action->text().remove(QLatin1Char('&')), keysOf(*action)});
    rows.append({tr("Zoom at the pointer"), tr("Wheel")});
    rows.append({tr("Move the picture"), tr("Space and drag  ·  middle button")});
    rows.append({tr("Next and previous region"), tr("Tab  ·  Shift+Tab")});
    rows.append({tr("Nudge a region by 1 or 10 pixels"), tr("Arrows  ·  Shift+arrows")});
    rows.append({tr("Draw a box by keys"), tr("R, Enter, arrows, Enter")});
    auto* table = new QTableWidget(static_cast<int>(rows.size()), 2);
    table->setHorizontalHeaderLabels({tr("What"), tr("Keys")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(rows[row].first));
        table->setItem(row, 1, new QTableWidgetItem(rows[row].second));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(560, 620);
}

} // namespace rb::ui
