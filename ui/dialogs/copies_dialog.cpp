#include "ui/dialogs/copies_dialog.h"

#include "core/project/copies.h"
#include "ui/history/edit_time.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace rb::ui {

static QString kindOf(const project::ProjectCopy& copy) {
    using Kind = project::ProjectCopy::Kind;
    switch (copy.kind) {
    case Kind::Snapshot: return copy.name.isEmpty() ? CopiesDialog::tr("snapshot") : copy.name;
    case Kind::Backup: return CopiesDialog::tr("backup, made by itself");
    case Kind::Replaced: return CopiesDialog::tr("what was there before going back");
    case Kind::OlderVersion: return CopiesDialog::tr("before a newer version of the program");
    }
    return {};
}

CopiesDialog::CopiesDialog(const QString& projectFile, bool mayGoBack, QWidget* parent)
    : QDialog(parent), m_project(projectFile), m_mayGoBack(mayGoBack), m_name(new QLineEdit), m_copies(new QTreeWidget) {
    setWindowTitle(tr("Copies and backups"));
    m_name->setPlaceholderText(tr("Name of a new copy, such as: before cleaning up"));
    m_name->setAccessibleName(tr("Name of a new copy"));
    auto* keep = new QPushButton(tr("&Keep a copy"));
    keep->setAutoDefault(false);
    auto* top = new QHBoxLayout;
    top->addWidget(m_name, 1);
    top->addWidget(keep);

    m_copies->setAccessibleName(tr("Copies of this project"));
    m_copies->setHeaderLabels({tr("Copy"), tr("Made"), tr("Size")});
    m_copies->setRootIsDecorated(false);
    m_copies->setAllColumnsShowFocus(true);
    m_copies->header()->setStretchLastSection(false);
    m_copies->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_copies->header()->setSectionResizeMode(0, QHeaderView::Stretch);

    m_hint = new QLabel(mayGoBack ? tr("Going back puts a copy in the project's place. What is there now is kept as a copy, too, so that nothing is lost.")
                                      : tr("This project is open elsewhere, and can only be looked at: copies can be kept, but none can take its place."));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_goBack = buttons->addButton(tr("&Go back to it"), QDialogButtonBox::AcceptRole);
    m_trash = buttons->addButton(tr("Move to &trash"), QDialogButtonBox::ActionRole);
    for (QPushButton* button : {m_goBack, m_trash}) button->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_copies, 1);
    column->addWidget(m_hint);
    column->addWidget(buttons);

    connect(keep, &QPushButton::clicked, this, &CopiesDialog::keep);
    connect(m_name, &QLineEdit::returnPressed, this, &CopiesDialog::keep);
    connect(m_copies, &QTreeWidget::itemSelectionChanged, this, &CopiesDialog::showChoice);
    connect(m_trash, &QPushButton::clicked, this, &CopiesDialog::moveToTrash);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showCopies();
}

void CopiesDialog::keep() {
    Q_EMIT keepRequested(m_name->text().trimmed());
    m_name->clear();
}

void CopiesDialog::showCopies() {
    m_copies->clear();
    const QDateTime now = QDateTime::currentDateTime();
    for (const project::ProjectCopy& copy : project::copiesOf(m_project)) {
        auto* row = new QTreeWidgetItem(m_copies, {kindOf(copy), editTime(copy.time, now), QLocale().formattedDataSize(copy.bytes, 1, QLocale::DataSizeSIFormat)});
        row->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        row->setData(0, Qt::UserRole, copy.file);
        row->setToolTip(0, copy.file);
        row->setToolTip(1, longEditTime(copy.time));
    }
    showChoice();
}

void CopiesDialog::showChoice() {
    m_goBack->setEnabled(m_mayGoBack && !chosen().isEmpty());
    m_trash->setEnabled(!chosen().isEmpty());
}

void CopiesDialog::moveToTrash() {
    const QString file = chosen();
    if (!QFile::moveToTrash(file)) m_hint->setText(tr("%1 cannot be moved to the trash; delete it with your file manager.").arg(QDir::toNativeSeparators(file)));
    showCopies();
}

QString CopiesDialog::chosen() const {
    const QList<QTreeWidgetItem*> rows = m_copies->selectedItems();
    return rows.isEmpty() ? QString() : rows.first()->data(0, Qt::UserRole).toString();
}

} // namespace rb::ui
