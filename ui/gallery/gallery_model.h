#pragma once

#include "ui/gallery/thumbnail_store.h"
#include "ui/workspace/workspace.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QSet>

#include <optional>

namespace rb::ui {

/// The project's pictures and clouds: name, thumbnail, and how far their captions are. What is not looked at is not
/// read: a hundred thousand pictures cost their rows in the project alone.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// Detail: one line of size, split and counts. Unreadable: there will be no thumbnail, the file is gone or broken.
    enum Role { IdRole = Qt::UserRole, RegionCountRole, DraftCountRole, AcceptedCountRole, DetailRole, UnreadableRole };

    /// `thumbnails` outlives this.
    GalleryModel(Workspace& workspace, ThumbnailStore& thumbnails, QObject* parent = nullptr);

    /// Only these pictures; nothing: all.
    void showOnly(std::optional<QSet<project::Id>> media);
    int all() const { return m_all; } ///< pictures of the project

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QModelIndex indexOf(project::Id media) const;

private:
    struct Counts {
        int regions = 0, drafts = 0, accepted = 0;
    };
    const Counts& countsOf(project::Id media) const;
    QString describe(const project::Media& media) const;
    void reload();
    void refresh(const project::ChangeSummary& summary);

    Workspace& m_workspace;
    ThumbnailStore& m_thumbnails;
    std::vector<project::Media> m_media;
    std::optional<QSet<project::Id>> m_only;
    int m_all = 0;
    QHash<project::Id, int> m_rowOfMedia;
    mutable QHash<QString, int> m_rowOfFile; ///< of pictures that were looked at
    mutable QCache<project::Id, Counts> m_counts;
};

} // namespace rb::ui
