#include "ui/gallery/gallery_panel.h"

#include "core/query/select.h"
#include "ui/counted_text.h"
#include "ui/gallery/thumbnail_delegate.h"
#include "ui/search/query_edit.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace rb::ui {

GalleryPanel::GalleryPanel(Workspace& workspace, ThumbnailStore& thumbnails, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_model(workspace, thumbnails), m_filter(new QueryEdit(workspace)), m_list(new QListView), m_counts(new QLabel) {
    m_filter->setPlaceholderText(tr("Filter by name, words or split:train"));
    m_filter->setAccessibleName(tr("Filter pictures"));
    m_list->setModel(&m_model);
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

    connect(m_filter, &QueryEdit::queryChanged, this, &GalleryPanel::filter);
    connect(m_filter, &QueryEdit::faultChanged, this, [this](const QString& sentence) {
        if (!sentence.isEmpty()) m_counts->setText(sentence);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && !m_filtering) m_workspace.setCurrentMedia(index.data(GalleryModel::IdRole).toLongLong());
    });
    connect(&workspace, &Workspace::currentMediaChanged, this, &GalleryPanel::showCurrent);
    connect(&workspace, &Workspace::projectChanged, this, &GalleryPanel::showCounts);
    connect(&workspace, &Workspace::changed, this, &GalleryPanel::showCounts);
}

void GalleryPanel::showCurrent() {
    const QModelIndex index = m_model.indexOf(m_workspace.currentMedia());
    if (index == m_list->currentIndex()) return;
    m_list->setCurrentIndex(index);
    if (index.isValid()) m_list->scrollTo(index);
}

void GalleryPanel::filter() {
    if (!m_workspace.project()) return;
    std::optional<QSet<project::Id>> found;
    if (!m_filter->query().isEmpty()) {
        found.emplace();
        const Status status = query::forEachRow(*m_workspace.project(), m_filter->query(), [&](const query::Row& row) {
            found->insert(row.media);
            return true;
        });
        m_workspace.report(status);
        // A part of a file's name is what most people type first.
        for (const project::Media& media : m_workspace.project()->allMedia())
            if (media.path.contains(m_filter->text(), Qt::CaseInsensitive)) found->insert(media.id);
    }
    m_filtering = true;
    m_model.showOnly(std::move(found));
    m_filtering = false;
    showCounts();
}

void GalleryPanel::showCounts() {
    if (!m_workspace.project()) return;
    const project::Project::Counts counts = m_workspace.project()->counts();
    const QStringList parts{m_filter->text().isEmpty() ? counted(counts.media, tr("%1 picture"), tr("%1 pictures"))
                                                       : tr("%1 of %2 pictures").arg(m_model.rowCount()).arg(counts.media),
                            counted(counts.regions, tr("%1 region"), tr("%1 regions")),
                            counted(counts.drafts, tr("%1 draft"), tr("%1 drafts"))};
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    showCurrent();
}

} // namespace rb::ui
