#include "ui/gallery/gallery_panel.h"

#include "ui/counted_text.h"
#include "ui/gallery/thumbnail_delegate.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace rb::ui {

GalleryPanel::GalleryPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_model(workspace), m_filter(new QLineEdit), m_list(new QListView), m_counts(new QLabel) {
    m_filtered.setSourceModel(&m_model);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter pictures by name"));
    m_list->setModel(&m_filtered);
    m_list->setItemDelegate(new ThumbnailDelegate(m_list));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Pictures of the project"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_counts);

    connect(m_filter, &QLineEdit::textChanged, this, &GalleryPanel::filterBy);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && !m_filtering) m_workspace.setCurrentMedia(index.data(GalleryModel::IdRole).toLongLong());
    });
    connect(&workspace, &Workspace::currentMediaChanged, this, &GalleryPanel::showCurrent);
    connect(&workspace, &Workspace::projectChanged, this, &GalleryPanel::showCounts);
    connect(&workspace, &Workspace::changed, this, &GalleryPanel::showCounts);
}

void GalleryPanel::showCurrent() {
    const QModelIndex index = m_filtered.mapFromSource(m_model.indexOf(m_workspace.currentMedia()));
    if (index == m_list->currentIndex()) return;
    m_list->setCurrentIndex(index);
    if (index.isValid()) m_list->scrollTo(index);
}

void GalleryPanel::filterBy(const QString& text) {
    m_filtering = true;
    m_filtered.setFilterFixedString(text);
    m_filtering = false;
    showCounts();
}

void GalleryPanel::showCounts() {
    if (!m_workspace.project()) return;
    const project::Project::Counts counts = m_workspace.project()->counts();
    const QStringList parts{m_filter->text().isEmpty() ? counted(counts.media, tr("%1 picture"), tr("%1 pictures"))
                                                       : tr("%1 of %2 pictures").arg(m_filtered.rowCount()).arg(counts.media),
                            counted(counts.regions, tr("%1 region"), tr("%1 regions")),
                            counted(counts.drafts, tr("%1 draft"), tr("%1 drafts"))};
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    showCurrent();
}

} // namespace rb::ui
