#include "ui/dialogs/adjust_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSlider>

#include <cmath>

namespace rb::ui {

static constexpr int kSteps = 100; // to each side
static constexpr double kGammaReach = 3; // at the ends of its slider: 1/3 and 3

QSlider* AdjustDialog::slider(const QString& name, double share) {
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setRange(-kSteps, kSteps);
    slider->setValue(static_cast<int>(std::lround(share * kSteps)));
    slider->setMinimumWidth(260);
    slider->setAccessibleName(name);
    connect(slider, &QSlider::valueChanged, this, [this] { Q_EMIT changed(adjustment()); });
    return slider;
}

AdjustDialog::AdjustDialog(const PictureAdjustment& present, QWidget* parent)
    : QDialog(parent), m_brightness(slider(tr("Brightness"), present.brightness)), m_contrast(slider(tr("Contrast"), present.contrast)),
      m_gamma(slider(tr("Gamma"), std::log(present.gamma) / std::log(kGammaReach))) {
    setWindowTitle(tr("How the picture is shown"));
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Brightness"), m_brightness);
    form->addRow(tr("&Contrast"), m_contrast);
    form->addRow(tr("&Gamma"), m_gamma);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Reset | QDialogButtonBox::Close);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    connect(buttons->button(QDialogButtonBox::Reset), &QPushButton::clicked, this, [this] {
        for (QSlider* each : {m_brightness, m_contrast, m_gamma}) each->setValue(0);
    });
}

PictureAdjustment AdjustDialog::adjustment() const {
    return {double(m_brightness->value()) / kSteps, double(m_contrast->value()) / kSteps, std::pow(kGammaReach, double(m_gamma->value()) / kSteps)};
}

} // namespace rb::ui
