#include "cloud_workspace/mark_dialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace rb::cloud_workspace {

/// A row; what the cloud lacks can be read there, and not changed.
static void addRow(QFormLayout& form, const QString& name, QWidget& field, const QString& tip, bool possible = true) {
    form.addRow(name, &field);
    field.setAccessibleName(QString(name).remove(u'&'));
    field.setToolTip(tip);
    field.setEnabled(possible);
}

static QDoubleSpinBox* length(double least, double value) {
    auto* box = new QDoubleSpinBox;
    box->setRange(least, 1e6);
    box->setDecimals(3);
    box->setSingleStep(0.05);
    box->setValue(value);
    return box;
}

static QSpinBox* limit(int most, const QString& suffix, int value) {
    auto* box = new QSpinBox;
    box->setRange(0, most);
    box->setSuffix(suffix);
    box->setValue(value);
    box->setSpecialValueText(MarkDialog::tr("any"));
    return box;
}

MarkDialog::MarkDialog(const MarkOptions& options, const clouds::Cloud& cloud, const spatial::DepthBounds& shown, QWidget* parent)
    : QDialog(parent), m_options(options), m_distance(length(0, options.growDistance)),
      m_nearest(length(-1e6, std::isfinite(options.depth.near) ? options.depth.near : shown.near)),
      m_farthest(length(-1e6, std::isfinite(options.depth.far) ? options.depth.far : shown.far)), m_color(limit(255, {}, options.growColor)),
      m_angle(limit(180, tr("°"), options.growAngle)) {
    setWindowTitle(tr("How points are marked"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeGrowing(cloud));
    column->addWidget(m_depths = makeDepths(shown));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] {
        const MarkOptions fresh;
        m_distance->setValue(fresh.growDistance);
        m_color->setValue(fresh.growColor);
        m_angle->setValue(fresh.growAngle);
        m_depths->setChecked(false);
    });
}

QGroupBox* MarkDialog::makeGrowing(const clouds::Cloud& cloud) {
    auto* group = new QGroupBox(tr("Growing from a point"));
    auto* form = new QFormLayout(group);
    m_distance->setSpecialValueText(tr("as the cloud is dense"));
    addRow(*form, tr("&Gap between neighbours"), *m_distance, tr("A point farther from all others of the region does not belong to it; in the cloud's units"));
    addRow(*form, tr("&Difference of colour"), *m_color, tr("From the colour of the point that was clicked, of 255"), !cloud.colors.empty());
    addRow(*form, tr("&Bend of the surface"), *m_angle, tr("Between the normals of neighbours"), !cloud.normals.empty());
    if (cloud.normals.empty()) m_angle->setToolTip(tr("This cloud has no normals"));
    if (cloud.colors.empty()) m_color->setToolTip(tr("This cloud has no colours"));
    return group;
}

QGroupBox* MarkDialog::makeDepths(const spatial::DepthBounds& shown) {
    auto* group = new QGroupBox(tr("&Mark only between two depths"));
    group->setCheckable(true);
    group->setChecked(std::isfinite(m_options.depth.near) || std::isfinite(m_options.depth.far));
    group->setToolTip(tr("For lasso, polygon, brush and the fitted box: distances from where you look"));
    auto* form = new QFormLayout(group);
    addRow(*form, tr("&Nearest"), *m_nearest, group->toolTip());
    addRow(*form, tr("&Farthest"), *m_farthest, group->toolTip());
    const QLocale locale;
    auto* hint = new QLabel(tr("As you see it now, the cloud lies between %1 and %2.").arg(locale.toString(shown.near, 'f', 2), locale.toString(shown.far, 'f', 2)));
    hint->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(hint);
    return group;
}

MarkOptions MarkDialog::options() const {
    MarkOptions options = m_options;
    options.growDistance = m_distance->value();
    options.growColor = m_color->value();
    options.growAngle = m_angle->value();
    options.depth = {};
    if (m_depths->isChecked()) options.depth = {std::min(m_nearest->value(), m_farthest->value()), std::max(m_nearest->value(), m_farthest->value())};
    return options;
}

} // namespace rb::cloud_workspace
