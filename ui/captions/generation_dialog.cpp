#include "ui/captions/generation_dialog.h"

#include "ui/counted_text.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace rb::ui {

static constexpr int kMostBeams = 16, kMostCaptions = 9, kMostTokens = 256; // nine: one for each digit key

QSpinBox* GenerationDialog::whole(QFormLayout& form, const QString& name, int value, int least, int most, const QString& tip) {
    auto* box = new QSpinBox;
    box->setRange(least, most);
    box->setValue(value);
    box->setToolTip(tip);
    form.addRow(name, box);
    return box;
}

QDoubleSpinBox* GenerationDialog::real(QFormLayout& form, const QString& name, double value, double least, double most, const QString& tip) {
    auto* box = new QDoubleSpinBox;
    box->setRange(least, most);
    box->setSingleStep(0.1);
    box->setValue(value);
    box->setToolTip(tip);
    form.addRow(name, box);
    return box;
}

GenerationDialog::GenerationDialog(const vlm::GenerationOptions& present, int places, QWidget* parent)
    : QDialog(parent), m_present(present), m_search(new QRadioButton(tr("&Beam search: the likeliest words, always the same"))),
      m_sample(new QRadioButton(tr("&Sampling: different words for every seed"))), m_searchPart(searchPart(present)),
      m_samplePart(samplePart(present)), m_keep(new QCheckBox(tr("&Write all captions like this from now on"))) {
    setWindowTitle(tr("Write captions with options"));
    auto* common = new QFormLayout;
    m_captions = whole(*common, tr("&Captions to choose from"), std::max(1, present.numCaptions), 1, kMostCaptions, tr("The best is shown, the others stand below it as alternatives"));
    m_shortest = whole(*common, tr("&At least"), present.minNewTokens, 0, kMostTokens, tr("A caption does not end before it has so many tokens"));
    m_longest = whole(*common, tr("At &most"), present.maxNewTokens, 1, kMostTokens, tr("A caption ends after so many tokens"));
    for (QSpinBox* box : {m_shortest, m_longest}) box->setSuffix(tr(" tokens"));
    m_repetitionPenalty = real(*common, tr("&Repetition penalty"), present.repetitionPenalty, 1, 5, tr("Above 1 words that were said already become less likely"));
    m_noRepeat = whole(*common, tr("&Never repeat"), present.noRepeatNgram, 0, 10, tr("No run of so many tokens occurs twice; 0 allows it"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* write = buttons->addButton(counted(places, tr("Write %1 caption"), tr("Write %1 captions")), QDialogButtonBox::AcceptRole);
    write->setProperty("primary", true);
    write->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    for (QWidget* part : std::initializer_list<QWidget*>{m_search, m_searchPart, m_sample, m_samplePart}) layout->addWidget(part);
    layout->addLayout(common);
    layout->addWidget(m_keep);
    layout->addWidget(new QLabel(tr("What people wrote or accepted stays; new captions become alternatives there.")));
    layout->addWidget(buttons);
    (present.sample ? m_sample : m_search)->setChecked(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QRadioButton::toggled, this, &GenerationDialog::showMode);
    connect(m_shortest, &QSpinBox::valueChanged, m_longest, &QSpinBox::setMinimum);
    showMode();
}

QWidget* GenerationDialog::searchPart(const vlm::GenerationOptions& present) {
    auto* part = new QWidget;
    auto* form = new QFormLayout(part);
    form->setContentsMargins(24, 0, 0, 0);
    m_beams = whole(*form, tr("B&eams"), present.numBeams, 1, kMostBeams, tr("So many captions grow side by side; more find likelier ones and take longer"));
    m_lengthPenalty = real(*form, tr("&Length penalty"), present.lengthPenalty, -5, 5, tr("Above 1 prefers long captions, below 1 short ones"));
    return part;
}

QWidget* GenerationDialog::samplePart(const vlm::GenerationOptions& present) {
    auto* part = new QWidget;
    auto* form = new QFormLayout(part);
    form->setContentsMargins(24, 0, 0, 0);
    m_topP = real(*form, tr("Likeliest &part"), present.topP, 0.05, 1, tr("Words are drawn from the likeliest ones that make up this part of all probability"));
    m_topP->setSingleStep(0.05);
    m_temperature = real(*form, tr("&Temperature"), present.temperature, 0, 5, tr("Above 1 bolder, below 1 tamer"));
    m_seed = whole(*form, tr("Se&ed"), static_cast<int>(std::min<std::uint64_t>(present.seed, std::numeric_limits<int>::max())), 0,
                   std::numeric_limits<int>::max(), tr("The same seed gives the same words"));
    return part;
}

void GenerationDialog::showMode() {
    m_searchPart->setEnabled(m_search->isChecked());
    m_samplePart->setEnabled(!m_search->isChecked());
}

vlm::GenerationOptions GenerationDialog::options() const {
    vlm::GenerationOptions options = m_present;
    options.sample = m_sample->isChecked();
    options.numCaptions = m_captions->value();
    // Beam search has no more captions than beams.
    options.numBeams = options.sample ? m_present.numBeams : std::max(m_beams->value(), options.numCaptions);
    options.minNewTokens = m_shortest->value();
    options.maxNewTokens = m_longest->value();
    options.lengthPenalty = m_lengthPenalty->value();
    options.repetitionPenalty = m_repetitionPenalty->value();
    options.noRepeatNgram = m_noRepeat->value();
    options.topP = m_topP->value();
    options.temperature = m_temperature->value();
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    return options;
}

bool GenerationDialog::isKept() const { return m_keep->isChecked(); }

} // namespace rb::ui
