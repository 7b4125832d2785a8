#include "ui/dialogs/import_dialog.h"

#include "core/exchange/format_table.h"
#include "ui/dialogs/loss_table.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/error_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rb::ui {

static std::filesystem::path nativePath(const QString& path) { return QFile::encodeName(path).toStdString(); }

static QString mendText(formats::Correction correction) {
    switch (correction) {
    case formats::Correction::XyxyAsXywh: return ImportDialog::tr("Read the last two numbers as a corner");
    case formats::Correction::XywhAsXyxy: return ImportDialog::tr("Read the last two numbers as a size");
    case formats::Correction::Normalised: return ImportDialog::tr("Multiply by the picture's size");
    case formats::Correction::OneBased: return ImportDialog::tr("Count pixels from 0");
    case formats::Correction::OtherSize: return ImportDialog::tr("Scale the boxes to the pictures on disk");
    case formats::Correction::ExifTurned: break;
    }
    return ImportDialog::tr("Turn the boxes with their pictures");
}

ImportDialog::ImportDialog(const QString& path, UserDialogs& dialogs, QWidget* parent)
    : QDialog(parent), m_path(path), m_dialogs(dialogs), m_format(new QComboBox), m_media(new QLineEdit), m_state(new QComboBox), m_split(new QComboBox),
      m_summary(new QLabel), m_findings(new QVBoxLayout), m_losses(new LossTable) {
    setWindowTitle(tr("Import %1").arg(QFileInfo(path).fileName()));
    m_format->addItem(tr("Choose a format"), QString());
    for (const formats::Format* each : exchange::allFormats())
        if (each->read) m_format->addItem(QString::fromUtf8(each->title), QString::fromLatin1(each->name));
    m_format->insertSeparator(m_format->count());
    for (const exchange::CloudFormat& each : exchange::cloudFormats())
        if (each.read) m_format->addItem(tr("%1 (point clouds)").arg(QString::fromUtf8(each.title)), QString::fromLatin1(each.name));
    if (const auto* clouds = exchange::cloudFormatOf(nativePath(path))) m_format->setCurrentIndex(m_format->findData(QString::fromLatin1(clouds->name)));
    else if (const auto found = exchange::formatOf(nativePath(path)); found.ok()) m_format->setCurrentIndex(m_format->findData(QString::fromLatin1((*found)->name)));
    m_media->setPlaceholderText(tr("where the format's habit puts them"));
    m_media->setAccessibleName(tr("Folder of the pictures"));
    m_state->addItems({tr("Accepted: people wrote them"), tr("Drafts: they are to be reviewed")});
    m_split->addItem(tr("None"), QString());
    for (const char* split : {"train", "val", "test"}) m_split->addItem(QString::fromLatin1(split), QString::fromLatin1(split));
    m_summary->setWordWrap(true);

    auto* browse = new QPushButton(tr("Choose…"));
    auto* media = new QHBoxLayout;
    media->addWidget(m_media, 1);
    media->addWidget(browse);
    auto* form = new QFormLayout;
    form->addRow(tr("&Format"), m_format);
    auto* where = new QLabel(tr("&Pictures in"));
    where->setBuddy(m_media);
    form->addRow(where, media);
    form->addRow(tr("&Captions are"), m_state);
    form->addRow(tr("&Split of pictures without one"), m_split);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setProperty("primary", true);
    m_import->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_summary);
    layout->addLayout(m_findings);
    layout->addWidget(m_losses, 1);
    layout->addWidget(buttons);
    resize(820, 620);

    connect(browse, &QPushButton::clicked, this, &ImportDialog::chooseMedia);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ImportDialog::check);
    connect(m_media, &QLineEdit::editingFinished, this, &ImportDialog::check);
    check();
}

const formats::Format* ImportDialog::format() const {
    const auto named = exchange::formatNamed(m_format->currentData().toString().toStdString());
    return named.ok() ? *named : nullptr;
}

const exchange::CloudFormat* ImportDialog::cloudFormat() const { return exchange::cloudFormatNamed(m_format->currentData().toString().toStdString()); }

exchange::ImportOptions ImportDialog::options() const {
    exchange::ImportOptions options;
    options.reading.media = nativePath(m_media->text());
    for (const auto& [box, correction] : m_mends)
        if (box->isChecked()) options.corrections.push_back(correction);
    options.captionState = m_state->currentIndex() == 0 ? project::CaptionState::Accepted : project::CaptionState::Draft;
    options.split = m_split->currentData().toString();
    return options;
}

void ImportDialog::chooseMedia() {
    const QString folder = m_dialogs.chooseFolder(this, tr("Folder of the pictures"));
    if (folder.isEmpty()) return;
    m_media->setText(folder);
    check();
}

void ImportDialog::check() {
    showFindings({});
    m_losses->show({});
    m_import->setEnabled(false);
    if (!format() && !cloudFormat()) {
        m_summary->setText(tr("The format of this file was not recognised; choose it if you know it."));
        return;
    }
    m_summary->setText(tr("Looking at the file…"));
    m_checker = std::jthread([this, number = ++m_checks, format = format(), clouds = cloudFormat(), path = nativePath(m_path), options = options()](std::stop_token stop) {
        const auto report = clouds ? exchange::checkClouds(*clouds, path, options) : exchange::checkFile(*format, path, options, {}, stop);
        if (stop.stop_requested()) return;
        QMetaObject::invokeMethod(this, [this, number, report] { if (number == m_checks) showReport(report); }, Qt::QueuedConnection);
    });
}

void ImportDialog::showReport(const Result<exchange::ImportReport>& report) {
    if (!report.ok()) {
        m_summary->setText(errorText(report.error()));
        return;
    }
    QString text = tr("%1 pictures, %2 regions, %3 captions of regions, %4 of whole pictures.")
                       .arg(report->pictures).arg(report->regions).arg(report->captions).arg(report->pictureCaptions);
    if (report->missing)
        text += tr(" %1 pictures are not there, such as %2; they keep their regions and can be found again later.").arg(report->missing).arg(report->firstMissing.value(0));
    m_summary->setText(text);
    showFindings(report->findings);
    m_losses->show(report->losses);
    m_import->setEnabled(true);
}

void ImportDialog::showFindings(const std::vector<formats::Finding>& findings) {
    m_mends.clear();
    while (QLayoutItem* item = m_findings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const formats::Finding& finding : findings) {
        auto* sentence = new QLabel((finding.kind == formats::Finding::Kind::Suspicious ? QStringLiteral("⚠ ") : QString()) + QString::fromStdString(finding.sentence));
        sentence->setWordWrap(true);
        m_findings->addWidget(sentence);
        for (const formats::Correction correction : finding.mends) {
            auto* box = new QCheckBox(mendText(correction));
            m_findings->addWidget(box);
            m_mends.emplace_back(box, correction);
        }
    }
}

} // namespace rb::ui
