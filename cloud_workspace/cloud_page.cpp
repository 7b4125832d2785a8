#include "cloud_workspace/cloud_page.h"

#include "ui/theme/theme.h"
#include "viewer3d/cloud_view.h"
#include "viewer3d/side/side_views.h"

#include <QAction>
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
    connect(m_colors, &QComboBox::currentIndexChanged, this, [this] {
        m_wanted = chosenColors();
        chooseColors();
    });
    applyLook();
}

QToolButton* CloudPage::toggle(QAction*& action, const QString& text, const QString& tip, void (CloudView::*set)(bool)) {
    action = new QAction(text, this);
    action->setToolTip(tip);
    action->setCheckable(true);
    connect(action, &QAction::toggled, m_view, [this, set](bool checked) { (m_view->*set)(checked); });
    action->setChecked(true);
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    return button;
}

QLayout* CloudPage::makeBar() {
    m_colors->setAccessibleName(tr("What colours the points"));
    m_colors->setToolTip(m_colors->accessibleName());
    m_colors->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* size = m_look.pointSize = new QSpinBox;
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
    bar->addWidget(toggle(m_look.depthCue, tr("Depth"), tr("Edges stand out from what lies behind them"), &CloudView::setEyeDome));
    bar->addWidget(toggle(m_look.grid, tr("Grid"), tr("Grid and axes"), &CloudView::setGridShown));
    bar->addWidget(toggle(m_look.labels, tr("Labels"), tr("Captions at the regions"), &CloudView::setLabelsShown));
    bar->addStretch(1);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    bar->addWidget(m_counts);
    return bar;
}

void CloudPage::offerColors(const clouds::Cloud& cloud) {
    const std::pair<ColorBy, QString> all[] = {{ColorBy::Rgb, tr("Own colours")}, {ColorBy::Height, tr("Height")}, {ColorBy::Intensity, tr("Intensity")},
                                               {ColorBy::Class, tr("Class")}, {ColorBy::Instance, tr("Instance")}, {ColorBy::Region, tr("Region")}, {ColorBy::Plain, tr("One colour")}};
    const QSignalBlocker blocker(m_colors);
    m_colors->clear();
    for (const auto& [by, name] : all)
        if (viewer3d::has(cloud, by)) m_colors->addItem(name, static_cast<int>(by));
    const ColorBy by = m_wanted && viewer3d::has(cloud, *m_wanted) ? *m_wanted : viewer3d::bestColor(cloud);
    m_colors->setCurrentIndex(std::max(0, m_colors->findData(static_cast<int>(by))));
}

ColorBy CloudPage::chosenColors() const { return static_cast<ColorBy>(m_colors->currentData().toInt()); }

bool CloudPage::showsRegionColors() const { return m_colors->count() > 0 && chosenColors() == ColorBy::Region; }

void CloudPage::setRegionColors(std::vector<std::uint32_t> colors) {
    if (colors == m_regionColors) return;
    m_regionColors = std::move(colors);
    applyColors();
}

void CloudPage::chooseColors() {
    m_regionColors.clear();
    applyColors();
    if (showsRegionColors()) Q_EMIT regionColorsWanted();
}

void CloudPage::applyColors() {
    viewer3d::ColorChoice choice;
    choice.by = chosenColors();
    choice.given = m_regionColors;
    m_view->setColoring(choice);
    m_sides->setColoring(choice);
}

void CloudPage::showCloud(const CloudDocument& document) {
    m_view->setCloud(document.cloud, document.octree);
    m_sides->setCloud(document.cloud, document.octree);
    offerColors(*document.cloud);
    chooseColors();
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
