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
    : QWidget(parent), m_workspace(workspace), m_model(workspace, thumbnails), m_filter(new QueryEdit(workspace)), m_list(new QListView),
      m_delegate(new ThumbnailDelegate(m_list)), m_counts(new QLabel) {
    m_filter->setPlaceholderText(tr("Filter by name, words or split:train"));
    m_filter->setAccessibleName(tr("Filter pictures"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    setList(false);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Pictures of the project"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setWordWrap(true); // many clouds and drafts make no panel wider

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
    connect(&workspace, &Workspace::projectChanged, this, &GalleryPanel::count);
    connect(&workspace, &Workspace::changed, this, &GalleryPanel::count);
}

void GalleryPanel::setList(bool list) {
    m_delegate->setForm(list ? ThumbnailDelegate::Form::Line : ThumbnailDelegate::Form::Thumbnail);
    m_list->setViewMode(list ? QListView::ListMode : QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust); // the mode has set it otherwise
    m_list->setMovement(QListView::Static);
    if (m_list->currentIndex().isValid()) m_list->scrollTo(m_list->currentIndex());
}

void GalleryPanel::showCurrent() {
    const QModelIndex index = m_model.indexOf(m_workspace.currentMedia());
    if (index == m_list->currentIndex()) return;
    m_list->setCurrentIndex(index);
    if (index.isValid()) m_list->scrollTo(index);
}

/// Pictures of which a row is found, or whose path holds `text`: a part of a file's name is what most people type first.
static Result<QSet<project::Id>> picturesWith(const project::Database& database, const query::Query& query, const QString& text) {
    QSet<project::Id> found;
    const Status status = query::forEachRow(database, query, [&](const query::Row& row) {
        found.insert(row.media);
        return true;
    });
    if (!status.ok()) return status.error();
    project::Statement media(database.handle(), "SELECT id, path FROM media");
    while (media.next())
        if (media.text(1).contains(text, Qt::CaseInsensitive)) found.insert(media.integer(0));
    if (!media.status().ok()) return media.status().error();
    return found;
}

void GalleryPanel::filter() {
    if (!m_workspace.project()) return;
    if (m_filter->query().isEmpty()) {
        m_workspace.reader().forget(this);
        return showOnly(std::nullopt);
    }
    const auto read = [query = m_filter->query(), text = m_filter->text()](const project::Database& database) {
        return picturesWith(database, query, text);
    };
    m_workspace.reader().ask(this, read, [this](Result<QSet<project::Id>> found) {
        if (found.ok()) showOnly(std::move(*found));
        else m_workspace.report(found.error());
    });
}

void GalleryPanel::showOnly(std::optional<QSet<project::Id>> found) {
    m_filtering = true;
    m_model.showOnly(std::move(found));
    m_filtering = false;
    count();
}

void GalleryPanel::count() {
    if (!m_workspace.project()) return;
    m_workspace.reader().ask(
        m_counts, [](const project::Database& database) { return Result(project::Project::countsIn(database)); },
        [this](const Result<project::Project::Counts>& counts) {
            if (counts.ok()) showCounts(*counts);
        });
    showCurrent();
}

void GalleryPanel::showCounts(const project::Project::Counts& counts) {
    QStringList parts;
    if (!m_filter->text().isEmpty()) parts << tr("%1 of %2").arg(m_model.rowCount()).arg(counts.media);
    else {
        parts << counted(counts.media - counts.clouds, tr("%1 picture"), tr("%1 pictures"));
        if (counts.clouds > 0) parts << counted(counts.clouds, tr("%1 cloud"), tr("%1 clouds"));
    }
    parts << counted(counts.regions, tr("%1 region"), tr("%1 regions")) << counted(counts.drafts, tr("%1 draft"), tr("%1 drafts"));
    m_counts->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace rb::ui
