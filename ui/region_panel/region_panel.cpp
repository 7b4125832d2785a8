#include "ui/region_panel/region_panel.h"

#include "ui/counted_text.h"
#include "ui/region_panel/region_delegate.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace rb::ui {

RegionPanel::RegionPanel(Workspace& workspace, CaptionFlow& flow, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_model(workspace, flow), m_list(new QListView), m_counts(new QLabel) {
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RegionDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Regions of the picture"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setContentsMargins(8, 0, 8, 0);
    m_counts->setWordWrap(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(8);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_counts);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) m_workspace.setCurrentRegion(index.data(RegionModel::IdRole).toLongLong());
    });
    connect(&workspace, &Workspace::currentRegionChanged, this, &RegionPanel::showCurrent);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RegionPanel::showCurrent);
}

void RegionPanel::showCurrent() {
    const int count = m_model.rowCount();
    m_counts->setText(count ? counted(count, tr("%1 region"), tr("%1 regions")) : tr("No region yet: press R and draw a box"));
    const QModelIndex index = m_model.indexOf(m_workspace.currentRegion());
    if (index.isValid()) m_list->setCurrentIndex(index);
    else m_list->selectionModel()->clear();
}

} // namespace rb::ui
