#pragma once

#include "ui/gallery/gallery_model.h"

#include <QWidget>

class QLabel;
class QListView;

namespace rb::ui {

class QueryEdit;
class ThumbnailDelegate;

/// Thumbnails of the project's pictures, all or those that a query or a part of a name finds; chooses the
/// current picture.
class GalleryPanel : public QWidget {
    Q_OBJECT

public:
    GalleryPanel(Workspace& workspace, ThumbnailStore& thumbnails, QWidget* parent = nullptr);

    /// A line for each picture instead of thumbnails.
    void setList(bool list);

    QSize sizeHint() const override { return {286, 600}; } ///< two thumbnails side by side

private:
    void showCurrent();
    void count();
    void showCounts(const project::Project::Counts& counts);
    void filter();
    void showOnly(std::optional<QSet<project::Id>> found);

    Workspace& m_workspace;
    GalleryModel m_model;
    QueryEdit* m_filter;
    QListView* m_list;
    ThumbnailDelegate* m_delegate;
    QLabel* m_counts;
    bool m_filtering = false; ///< rows come and go without anyone having chosen another
};

} // namespace rb::ui
