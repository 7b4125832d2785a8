#include "ui/batch/grow_dialog.h"

#include "ui/batch/grow_examples.h"
#include "ui/counted_text.h"
#include "ui/error_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace rb::ui {

using jobs::GrowJob;
using jobs::GrowSource;
using jobs::GrowView;

static QDoubleSpinBox* threshold(double least, double value, const QString& tip) {
    auto* box = new QDoubleSpinBox;
    box->setRange(least, 1);
    box->setDecimals(2);
    box->setSingleStep(0.05);
    box->setValue(value);
    box->setSpecialValueText(GrowDialog::tr("any"));
    box->setToolTip(tip);
    return box;
}

GrowDialog::GrowDialog(Sources sources, QWidget* parent)
    : QDialog(parent), m_sources(std::move(sources)), m_source(new QComboBox), m_where(new QComboBox), m_view(new QComboBox), m_boxes(new QSpinBox),
      m_itm(threshold(0, jobs::GrowOptions().minItm, tr("Least probability that caption and region match, as the model reads them word by word"))),
      m_itc(threshold(-1, jobs::GrowOptions().minItc, tr("Least cosine of the features of caption and region"))), m_perPicture(new QSpinBox),
      m_counts(new QLabel), m_estimate(new QLabel), m_examples(new GrowExamples) {
    setWindowTitle(tr("Grow the data set"));
    m_counts->setWordWrap(true);
    m_estimate->setWordWrap(true);
    auto* form = new QFormLayout;
    addChoices(*form);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_counts);
    layout->addWidget(m_estimate);
    layout->addWidget(m_examples, 1);
    layout->addWidget(new QLabel(tr("What is kept becomes drafts. Captions that are there stay as they are. All of it is one step of undo.")));
    addButtons();
    resize(760, 720);
    choose();
}

GrowDialog::~GrowDialog() = default;

void GrowDialog::addChoices(QFormLayout& form) {
    m_source->addItem(tr("Regions without a caption"), int(GrowSource::Regions));
    m_source->addItem(tr("New boxes around contours"), int(GrowSource::Edges));
    m_source->addItem(tr("New boxes in a grid"), int(GrowSource::Grid));
    for (const PlaceChoice& choice : m_sources.choices) m_where->addItem(choice.name);
    const auto& modalities = m_sources.model.modalities;
    if (std::find(modalities.begin(), modalities.end(), "image_region") != modalities.end()) m_view->addItem(tr("The box in its picture"), int(GrowView::Region));
    m_view->addItem(tr("The box cut out, as a picture of its own"), int(GrowView::Crop));
    m_boxes->setRange(1, 100);
    m_boxes->setValue(jobs::GrowOptions().proposals);
    m_perPicture->setRange(0, 1000);
    m_perPicture->setSpecialValueText(tr("all that are good enough"));
    form.addRow(tr("&Boxes"), m_source);
    form.addRow(tr("&Where"), m_where);
    form.addRow(tr("&New boxes a picture"), m_boxes);
    form.addRow(tr("The model &sees"), m_view);
    form.addRow(tr("Least &match (ITM)"), m_itm);
    form.addRow(tr("Least &likeness (ITC)"), m_itc);
    form.addRow(tr("Keep a &picture"), m_perPicture);
    for (QComboBox* box : {m_source, m_where, m_view}) connect(box, &QComboBox::currentIndexChanged, this, &GrowDialog::choose);
    connect(m_boxes, &QSpinBox::valueChanged, this, &GrowDialog::choose);
    for (QDoubleSpinBox* box : {m_itm, m_itc}) connect(box, &QDoubleSpinBox::valueChanged, this, &GrowDialog::weigh);
    connect(m_perPicture, &QSpinBox::valueChanged, this, &GrowDialog::weigh);
}

void GrowDialog::addButtons() {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_try = buttons->addButton(tr("Try on %1 pictures").arg(jobs::kTriedPictures), QDialogButtonBox::ActionRole);
    m_start = buttons->addButton(tr("Grow"), QDialogButtonBox::AcceptRole);
    m_start->setProperty("primary", true);
    m_start->setDefault(true);
    layout()->addWidget(buttons);
    connect(m_try, &QPushButton::clicked, this, &GrowDialog::tryOut);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

jobs::GrowOptions GrowDialog::options() const {
    jobs::GrowOptions options;
    options.source = GrowSource(m_source->currentData().toInt());
    options.view = GrowView(m_view->currentData().toInt());
    options.minItm = m_itm->value();
    options.minItc = m_itc->value();
    options.perPicture = m_perPicture->value();
    options.proposals = m_boxes->value();
    return options;
}

vlm::GenerationOptions GrowDialog::generation() const {
    vlm::GenerationOptions generation = m_sources.model.generation;
    generation.numCaptions = 1;
    return generation;
}

void GrowDialog::choose() {
    m_background.stop(); // of what was chosen before
    m_job.reset();
    m_examples->clearAll();
    m_plan = {};
    m_plan.options = options();
    m_boxes->setEnabled(m_plan.options.source != GrowSource::Regions);
    m_try->setEnabled(false);
    m_start->setEnabled(false);
    m_estimate->clear();
    if (m_where->currentIndex() < 0) return;
    m_counts->setText(tr("Counting…"));
    const auto plan = [targetsOf = m_sources.choices[std::size_t(m_where->currentIndex())].targets,
                       options = m_plan.options](const project::Project& project, const std::stop_token& stop) -> Result<jobs::GrowPlan> {
        return jobs::planGrowth(project, targetsOf(project), options, stop);
    };
    m_background.read(m_sources.project.path(), plan, [this](Result<jobs::GrowPlan> made) { take(std::move(made)); });
}

void GrowDialog::take(Result<jobs::GrowPlan> plan) {
    if (!plan.ok()) return m_counts->setText(errorText(plan.error()));
    m_plan = std::move(*plan);
    m_plan.options = options(); // thresholds may have been moved meanwhile
    m_try->setEnabled(m_plan.places > 0);
    m_start->setEnabled(m_plan.places > 0);
    showCounts();
}

void GrowDialog::weigh() {
    const bool asked = m_plan.options.minItm > 0;
    m_plan.options = options();
    // Without a threshold the probability of a region is not found.
    if (m_plan.options.view == GrowView::Region && asked != (m_plan.options.minItm > 0)) return choose();
    m_examples->judge(m_plan.options);
    if (!m_background.isBusy()) showCounts();
}

void GrowDialog::tryOut() {
    m_examples->clearAll();
    m_try->setEnabled(false);
    const GrowJob::Options how{m_sources.model, generation(), QString(), GrowJob::Keep::Nothing};
    m_job = std::make_unique<GrowJob>(m_sources.project, m_sources.inference, jobs::sampled(m_plan, jobs::kTriedPictures), how);
    connect(m_job.get(), &GrowJob::grown, this, [this](qint64 id, const jobs::GrowAnswer& answer) {
        const auto media = m_sources.project.media(id);
        if (!media) return;
        m_examples->add(m_sources.project.filePath(*media), {media->width, media->height}, answer);
        weigh();
    });
    connect(m_job.get(), &GrowJob::failed, this, [this](const Error& error) { m_estimate->setText(errorText(error)); });
    connect(m_job.get(), &GrowJob::finished, this, [this] { m_try->setEnabled(true); });
    m_estimate->setText(tr("Trying…"));
    m_job->start();
}

static QString duration(double seconds) {
    if (seconds < 90) return GrowDialog::tr("%1 seconds").arg(qRound(seconds));
    if (seconds < 5400) return GrowDialog::tr("%1 minutes").arg(qRound(seconds / 60));
    return GrowDialog::tr("%1 hours").arg(seconds / 3600, 0, 'f', 1);
}

void GrowDialog::showCounts() {
    QString text = counted(qint64(m_plan.pictures.size()), tr("%1 picture, "), tr("%1 pictures, "));
    if (m_plan.options.source == GrowSource::Regions) {
        text += counted(m_plan.places, tr("%1 region without a caption; "), tr("%1 regions without a caption; "));
        text += counted(m_plan.captioned, tr("%1 has one."), tr("%1 have one."));
    } else {
        text += tr("up to %1 new boxes to caption.").arg(m_plan.places);
    }
    if (m_plan.impossible > 0) text += QLatin1Char(' ') + tr("%1 cannot be seen.").arg(m_plan.impossible);
    m_counts->setText(text);
    const jobs::GrowTally tried = m_examples->tally();
    if (tried.captioned == 0) return m_estimate->setText(tr("Try it on a few pictures to see captions, scores, and how long it will take."));
    const jobs::GrowEstimate whole = jobs::estimated(m_plan, tried);
    m_estimate->setText(tr("Tried: %1 of %2 are good enough. The whole: about %3 captions, of which %4 are kept, in about %5.")
                            .arg(tried.kept).arg(tried.captioned).arg(whole.captioned).arg(whole.kept).arg(duration(whole.seconds)));
}

} // namespace rb::ui
