#include "cloud_workspace/cloud_page.h"

#include "ui/theme/theme.h"
#include "viewer3d/cloud_view.h"
#include "viewer3d/side/side_views.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QSpinBox>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace rb::cloud_workspace {

using viewer3d::CloudView;
using viewer3d::ColorBy;

CloudPage::CloudPage(QWidget* parent)
    : QWidget(parent), m_view(new CloudView), m_sides(new viewer3d::SideViews), m_stack(new QStackedLayout), m_message(new QLabel),
      m_progress(new QProgressBar), m_colors(new QComboBox), m_counts(new QLabel) {
    m_view->setAccessibleName(tr("Point cloud"));
    m_sides->setAccessibleName(tr("The selected box from three sides"));
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_progress->setMaximumWidth(320);
    m_progress->setAccessibleName(tr("Reading the cloud"));
    auto* notice = new QWidget;
    auto* column = new QVBoxLayout(notice);
    column->addStretch();
    column->addWidget(m_message);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addStretch();
    m_stack->addWidget(m_view);
    m_stack->addWidget(notice);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeBar());
    layout->addLayout(m_stack, 1);
    connect(m_colors, &QComboBox::currentIndexChanged, this, &CloudPage::applyColors);
    applyLook();
}

QToolButton* CloudPage::toggle(const QString& text, const QString& tip, bool on, void (CloudView::*set)(bool)) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    connect(button, &QToolButton::toggled, m_view, [this, set](bool checked) { (m_view->*set)(checked); });
    button->setChecked(on);
    return button;
}

QLayout* CloudPage::makeBar() {
    m_colors->setAccessibleName(tr("What colours the points"));
    m_colors->setToolTip(m_colors->accessibleName());
    m_colors->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* size = new QSpinBox;
    size->setRange(1, 8);
    size->setValue(2);
    size->setPrefix(tr("Points "));
    size->setSuffix(tr(" px"));
    size->setAccessibleName(tr("Size of points"));
    connect(size, &QSpinBox::valueChanged, m_view, &CloudView::setPointSize);
    m_view->setPointSize(size->value());
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->addWidget(m_colors);
    bar->addWidget(size);
    bar->addWidget(toggle(tr("Depth"), tr("Edges stand out from what lies behind them"), true, &CloudView::setEyeDome));
    bar->addWidget(toggle(tr("Grid"), tr("Grid and axes"), true, &CloudView::setGridShown));
    bar->addWidget(toggle(tr("Labels"), tr("Captions at the regions"), true, &CloudView::setLabelsShown));
    bar->addStretch(1);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    bar->addWidget(m_counts);
    return bar;
}

void CloudPage::offerColors(const clouds::Cloud& cloud) {
    const std::pair<ColorBy, QString> all[] = {{ColorBy::Rgb, tr("Own colours")}, {ColorBy::Height, tr("Height")}, {ColorBy::Intensity, tr("Intensity")},
                                               {ColorBy::Class, tr("Class")}, {ColorBy::Instance, tr("Instance")}, {ColorBy::Plain, tr("One colour")}};
    const QSignalBlocker blocker(m_colors);
    m_colors->clear();
    for (const auto& [by, name] : all)
        if (viewer3d::has(cloud, by)) m_colors->addItem(name, static_cast<int>(by));
    m_colors->setCurrentIndex(std::max(0, m_colors->findData(static_cast<int>(viewer3d::bestColor(cloud)))));
}

void CloudPage::applyColors() {
    viewer3d::ColorChoice choice;
    choice.by = static_cast<ColorBy>(m_colors->currentData().toInt());
    m_view->setColoring(choice);
    m_sides->setColoring(choice);
}

void CloudPage::showCloud(const CloudDocument& document) {
    m_view->setCloud(document.cloud, document.octree);
    m_sides->setCloud(document.cloud, document.octree);
    offerColors(*document.cloud);
    applyColors();
    const QLocale locale;
    const auto shown = static_cast<qint64>(document.cloud->size()), all = static_cast<qint64>(document.cloud->pointsInFile);
    m_counts->setText(all > shown ? tr("%1 of %2 points, evenly thinned").arg(locale.toString(shown), locale.toString(all))
                                  : tr("%1 points").arg(locale.toString(shown)));
    m_stack->setCurrentIndex(0);
}

void CloudPage::showLoading(double part) {
    m_message->setText(tr("Reading the cloud…"));
    m_progress->setValue(static_cast<int>(part * 100));
    m_progress->show();
    m_counts->clear();
    m_stack->setCurrentIndex(1);
}

void CloudPage::showMessage(const QString& text) {
    m_view->setCloud(nullptr, nullptr);
    m_sides->setCloud(nullptr, nullptr);
    m_message->setText(text);
    m_progress->hide();
    m_counts->clear();
    m_stack->setCurrentIndex(1);
}

void CloudPage::applyLook() {
    const viewer3d::ViewLook look = ui::Theme::matching(palette()).dark ? viewer3d::ViewLook::dark() : viewer3d::ViewLook::light();
    m_view->setLook(look);
    m_sides->setLook(look);
}

void CloudPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) applyLook();
    QWidget::changeEvent(event);
}

} // namespace rb::cloud_workspace
