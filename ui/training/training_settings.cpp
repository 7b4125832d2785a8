#include "ui/training/training_settings.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

#include <cmath>

namespace rb::ui {
namespace {

enum Unit { Epochs, Minutes };

/// Learning rates span powers of ten: so do the steps of their field.
class RateBox final : public QDoubleSpinBox {
public:
    RateBox() {
        setDecimals(7);
        setRange(1e-7, 1);
    }
    void stepBy(int steps) override { setValue(value() * std::pow(10.0, steps / 5.0)); }
    QString textFromValue(double value) const override { return QString::number(value, 'g', 3); }
};

QSpinBox* number(int low, int high, int value) {
    auto* box = new QSpinBox;
    box->setRange(low, high);
    box->setValue(value);
    return box;
}

void choose(QComboBox* box, const QString& data) { box->setCurrentIndex(std::max(0, box->findData(data))); }

} // namespace

TrainingSettings::TrainingSettings(std::vector<BaseModel> models, QWidget* parent)
    : QWidget(parent), m_models(std::move(models)), m_model(new QComboBox), m_preset(new QComboBox), m_rank(number(0, 1024, 16)),
      m_length(new QDoubleSpinBox), m_unit(new QComboBox), m_precision(new QComboBox), m_device(new QComboBox), m_rate(new RateBox),
      m_dropout(new QDoubleSpinBox), m_batch(number(1, 4096, 16)), m_heldOut(number(0, 100'000, 200)), m_seed(number(1, 1'000'000'000, 1)),
      m_fold(new QToolButton) {
    for (const BaseModel& model : m_models) m_model->addItem(model.name, model.folder);
    m_preset->addItem(tr("LoRA: wording and names, from a few hundred captions"), QStringLiteral("lora"));
    m_preset->addItem(tr("RegionBLIP: all that the paper trains, from many thousand"), QStringLiteral("regionblip"));
    m_rank->setSpecialValueText(tr("as the model"));
    m_rank->setToolTip(tr("Size of the LoRA pairs: more learn more, and forget more."));
    m_precision->addItem(tr("float32"), QStringLiteral("fp32"));
    m_precision->addItem(tr("bfloat16, where the processor is fast at it"), QStringLiteral("bf16"));
    m_device->addItem(tr("graphics card, if there is one"), QStringLiteral("auto"));
    m_device->addItem(tr("processor"), QStringLiteral("cpu"));
    m_device->addItem(tr("graphics card (CUDA)"), QStringLiteral("cuda"));
    m_dropout->setRange(0, 0.9);
    m_dropout->setSingleStep(0.05);

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Model"), m_model);
    form->addRow(tr("&Preset"), m_preset);
    auto* howLong = new QLabel(tr("&How long"));
    howLong->setBuddy(m_length);
    form->addRow(howLong, makeLength());
    form->addRow(makeMore());
    setSettings({});
    m_lengthIsChosen = false;
    suitModel();
    connect(m_model, &QComboBox::currentIndexChanged, this, &TrainingSettings::suitModel);
    for (QComboBox* box : {m_model, m_preset, m_unit, m_precision, m_device}) connect(box, &QComboBox::currentIndexChanged, this, &TrainingSettings::changed);
    for (QSpinBox* box : {m_rank, m_batch, m_heldOut, m_seed}) connect(box, &QSpinBox::valueChanged, this, &TrainingSettings::changed);
    for (QDoubleSpinBox* box : {m_length, m_rate, m_dropout}) connect(box, &QDoubleSpinBox::valueChanged, this, &TrainingSettings::changed);
    connect(m_length, &QDoubleSpinBox::valueChanged, this, [this] { m_lengthIsChosen = true; });
}

QLayout* TrainingSettings::makeLength() {
    m_unit->addItem(tr("times through the captions"));
    m_unit->addItem(tr("minutes"));
    m_unit->setAccessibleName(tr("Unit of the length"));
    m_length->setAccessibleName(tr("Length of the training"));
    m_length->setRange(0.1, 100'000);
    m_length->setDecimals(1);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &TrainingSettings::suitLength);
    auto* line = new QHBoxLayout;
    line->addWidget(m_length);
    line->addWidget(m_unit, 1);
    return line;
}

QWidget* TrainingSettings::makeMore() {
    auto* more = new QWidget;
    auto* form = new QFormLayout(more);
    form->setContentsMargins(16, 0, 0, 0);
    form->addRow(tr("&Rank"), m_rank);
    form->addRow(tr("&Learning rate"), m_rate);
    form->addRow(tr("&Dropout"), m_dropout);
    form->addRow(tr("Captions a &batch"), m_batch);
    form->addRow(tr("Pre&cision"), m_precision);
    form->addRow(tr("De&vice"), m_device);
    form->addRow(tr("Captions that are sco&red"), m_heldOut);
    form->addRow(tr("S&eed"), m_seed);
    more->hide();
    m_fold->setText(tr("More settings"));
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    connect(m_fold, &QToolButton::toggled, this, [this, more](bool open) {
        more->setVisible(open);
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    auto* whole = new QWidget;
    auto* layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fold);
    layout->addWidget(more);
    return whole;
}

void TrainingSettings::suitModel() {
    const int chosen = m_model->currentIndex();
    if (chosen >= 0) m_rate->setValue(m_models[static_cast<std::size_t>(chosen)].learningRate);
}

void TrainingSettings::suitRate(double learningRate) {
    if (m_models.empty()) return;
    double& known = m_models.front().learningRate;
    const bool isUntouched = m_model->currentIndex() == 0 && m_rate->value() == known;
    known = learningRate;
    if (isUntouched) suitModel();
}

/// A number that is good in one unit is nonsense in the other.
void TrainingSettings::suitLength() {
    m_length->setValue(m_unit->currentIndex() == Minutes ? 10 : runs::startingEpochs(m_captions, m_batch->value()));
    m_lengthIsChosen = false;
}

void TrainingSettings::suitCaptions(qint64 captions) {
    m_captions = captions;
    if (!m_lengthIsChosen) suitLength();
}

runs::RunSettings TrainingSettings::settings() const {
    runs::RunSettings s;
    s.model = m_model->currentData().toString();
    s.modelName = m_model->currentText();
    s.preset = m_preset->currentData().toString();
    s.rank = m_rank->value();
    s.epochs = m_unit->currentIndex() == Epochs ? m_length->value() : 0;
    s.minutes = m_unit->currentIndex() == Minutes ? m_length->value() : 0;
    s.precision = m_precision->currentData().toString();
    s.device = m_device->currentData().toString();
    s.learningRate = m_rate->value();
    s.dropout = m_dropout->value();
    s.batch = m_batch->value();
    s.heldOut = m_heldOut->value();
    s.seed = m_seed->value();
    return s;
}

void TrainingSettings::setSettings(const runs::RunSettings& s) {
    choose(m_model, s.model);
    choose(m_preset, s.preset);
    m_rank->setValue(s.rank);
    m_unit->setCurrentIndex(s.minutes > 0 ? Minutes : Epochs);
    m_length->setValue(s.minutes > 0 ? s.minutes : s.epochs);
    m_lengthIsChosen = true;
    choose(m_precision, s.precision);
    choose(m_device, s.device);
    m_rate->setValue(s.learningRate);
    m_dropout->setValue(s.dropout);
    m_batch->setValue(s.batch);
    m_heldOut->setValue(s.heldOut);
    m_seed->setValue(static_cast<int>(s.seed));
}

} // namespace rb::ui
