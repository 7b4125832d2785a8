#pragma once

#include "ui/gallery/gallery_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace rb::ui {

/// Thumbnails of the project's pictures with a filter by name; chooses the current picture.
class GalleryPanel : public QWidget {
    Q_OBJECT

public:
    explicit GalleryPanel(Workspace& workspace, QWidget* parent = nullptr);

private:
    void showCurrent();
    void showCounts();
    void filterBy(const QString& text);

    Workspace& m_workspace;
    GalleryModel m_model;
    QSortFilterProxyModel m_filtered;
    QLineEdit* m_filter;
    QListView* m_list;
    QLabel* m_counts;
    bool m_filtering = false; ///< rows come and go without anyone having chosen another
};

} // namespace rb::ui
