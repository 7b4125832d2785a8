#include "ui/curation/data_card_dialog.h"

#include "core/base/durable_file.h"
#include "ui/curation/markdown_preview.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/error_text.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rb::ui {

DataCardDialog::DataCardDialog(Workspace& workspace, UserDialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_dialogs(dialogs),
      m_title(new QLineEdit(QFileInfo(workspace.project()->path()).completeBaseName())), m_licence(new QLineEdit), m_notes(new QPlainTextEdit), m_preview(new MarkdownPreview), m_outcome(new QLabel) {
    setWindowTitle(tr("Data card"));
    layOut();
    connect(m_title, &QLineEdit::textChanged, this, &DataCardDialog::showCard);
    connect(m_licence, &QLineEdit::textChanged, this, &DataCardDialog::showCard);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &DataCardDialog::showCard);
    connect(&workspace, &Workspace::projectClosing, this, &QDialog::reject);
    count();
}

Result<DataCardDialog::Counted> DataCardDialog::countIn(const project::Database& database) {
    auto statistics = query::statisticsOf(database);
    if (!statistics.ok()) return statistics.error();
    auto leaks = query::findLeaks(database);
    if (!leaks.ok()) return leaks.error();
    return Counted{std::move(*statistics), std::move(*leaks)};
}

void DataCardDialog::count() {
    tell(tr("Counting…"));
    m_workspace.reader().ask(this, countIn, [this](Result<Counted> counted) {
        if (!counted.ok()) return tell(errorText(counted.error()));
        m_counted = std::move(*counted);
        m_outcome->hide();
        for (QPushButton* button : m_uses) button->setEnabled(true);
        showCard();
    });
}

void DataCardDialog::layOut() {
    m_licence->setPlaceholderText(tr("not stated, such as CC BY 4.0"));
    m_notes->setPlaceholderText(tr("What else a reader should know, in Markdown"));
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(m_notes->fontMetrics().lineSpacing() * 3 + 12);
    m_preview->setAccessibleName(tr("Data card"));
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    auto* form = new QFormLayout;
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Licence"), m_licence);
    form->addRow(tr("&Notes"), m_notes);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(makeButtons());
    resize(760, 720);
}

QDialogButtonBox* DataCardDialog::makeButtons() {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copyText = buttons->addButton(tr("Copy as Markdown"), QDialogButtonBox::ActionRole);
    auto* saveFile = buttons->addButton(tr("Save…"), QDialogButtonBox::ActionRole);
    saveFile->setProperty("primary", true);
    saveFile->setDefault(true);
    copyText->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_uses = {copyText, saveFile};
    for (QPushButton* button : m_uses) button->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copyText, &QPushButton::clicked, this, &DataCardDialog::copy);
    connect(saveFile, &QPushButton::clicked, this, &DataCardDialog::save);
    return buttons;
}

QString DataCardDialog::markdown() const {
    if (!m_counted) return {};
    query::DataCardText text;
    text.title = m_title->text();
    text.date = QDate::currentDate();
    text.licence = m_licence->text().trimmed();
    text.notes = m_notes->toPlainText().trimmed();
    return query::dataCard(m_counted->statistics, m_counted->leaks, text);
}

void DataCardDialog::showCard() { m_preview->showMarkdown(markdown()); }

void DataCardDialog::copy() {
    QGuiApplication::clipboard()->setText(markdown());
    tell(tr("Copied."));
}

void DataCardDialog::save() {
    const QString suggestion = QDir(m_workspace.project()->folder()).filePath(QStringLiteral("data-card.md"));
    const QString path = m_dialogs.chooseNewFile(this, tr("Save data card"), suggestion, tr("Markdown (*.md)"));
    if (path.isEmpty()) return;
    const QByteArray text = markdown().toUtf8();
    const std::string_view bytes(text.constData(), static_cast<std::size_t>(text.size()));
    const Status written = replaceFile(QFile::encodeName(path).toStdString(), bytes);
    tell(written.ok() ? tr("Saved as %1.").arg(QDir::toNativeSeparators(path)) : errorText(written.error()));
}

void DataCardDialog::tell(const QString& outcome) {
    m_outcome->setText(outcome);
    m_outcome->show();
}

} // namespace rb::ui
