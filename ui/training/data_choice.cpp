#include "ui/training/data_choice.h"

#include "ui/counted_text.h"
#include "ui/error_text.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rb::ui {

static constexpr int kPause = 250; // ms

DataChoice::DataChoice(DataSource source, QLineEdit* field, QWidget* parent)
    : QWidget(parent), m_source(std::move(source)), m_field(field ? field : new QLineEdit), m_text(new QLabel), m_findings(new QLabel),
      m_splits(new QPushButton(tr("Splits…"))) {
    m_field->setPlaceholderText(tr("All accepted captions"));
    m_field->setAccessibleName(tr("Which captions are learnt"));
    m_field->setClearButtonEnabled(true);
    m_text->setWordWrap(true);
    m_findings->setWordWrap(true);
    m_findings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_findings->hide();
    auto* line = new QHBoxLayout;
    line->addWidget(m_field, 1);
    line->addWidget(m_splits);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLabel(tr("&Captions"));
    name->setBuddy(m_field);
    form->addRow(name, line);
    form->addRow(QString(), m_text);
    form->addRow(QString(), m_findings);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(m_field, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &DataChoice::refresh);
    connect(m_splits, &QPushButton::clicked, this, &DataChoice::splitsRequested);
    refresh();
}

QString DataChoice::query() const { return m_field->text().trimmed(); }

void DataChoice::setQuery(const QString& query) {
    m_field->setText(query);
    refresh();
}

void DataChoice::setFindings(const QString& text) {
    m_findings->setText(text);
    m_findings->setVisible(!text.isEmpty());
}

void DataChoice::refresh() {
    m_pause.stop();
    if (m_source.count) m_source.count(this, query(), [this](const Result<DataCounts>& counted) { take(counted); });
    else take(DataCounts{});
}

void DataChoice::take(const Result<DataCounts>& counted) {
    m_counts = counted.ok() ? *counted : DataCounts{};
    setFindings({});
    if (counted.ok()) showCounts(m_counts);
    else m_text->setText(errorText(counted.error()));
    Q_EMIT changed();
}

static QString mediaText(const DataCounts& counts) {
    const QString pictures = counted(counts.pictures, DataChoice::tr("%1 picture"), DataChoice::tr("%1 pictures"));
    const QString clouds = counted(counts.clouds, DataChoice::tr("%1 point cloud"), DataChoice::tr("%1 point clouds"));
    if (counts.clouds == 0) return pictures;
    return counts.pictures == 0 ? clouds : DataChoice::tr("%1 and %2").arg(pictures, clouds);
}

void DataChoice::showCounts(const DataCounts& counts) {
    if (counts.train == 0) {
        m_text->setText(query().isEmpty() ? tr("No caption is accepted yet. Accept some with Ctrl+Enter: only accepted captions are learnt.")
                                          : tr("The query finds no accepted caption to learn from."));
        return;
    }
    QString text = tr("%1 from %2. ").arg(counted(counts.train, tr("%1 caption is learnt"), tr("%1 captions are learnt")), mediaText(counts));
    if (counts.val > 0) text += tr("%1 for measuring.").arg(counted(counts.val, tr("%1 is held out"), tr("%1 are held out")));
    else if (counts.pictures >= 3 || counts.clouds >= 3) text += tr("Nothing is held out in the split “val”: every tenth picture and cloud will be kept for measuring.");
    else text += tr("Nothing can be held out of so few pictures and clouds: the training will not be measured.");
    m_text->setText(text);
}

} // namespace rb::ui
