#pragma once

#include "core/base/result.h"
#include "core/project/records.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace rb::project {

/// Which rows an edit, an undo or a redo inserted, changed or deleted; read off the changeset.
struct ChangeSummary {
    QString name;               ///< of the edit
    QSet<Id> media;
    QSet<Id> regions;
    QSet<Id> captions;
    /// Media that any of those rows belong to, deleted rows included.
    QSet<Id> touchedMedia;

    bool isEmpty() const { return media.isEmpty() && regions.isEmpty() && captions.isEmpty(); }
    void add(const ChangeSummary& other); ///< keeps the name
};

class Database;
struct MergeReport;
struct LongStep;

/// A line of the history.
struct EditLine {
    Id entry = 0;
    QString name;
    QDateTime time;
    bool undone = false;
};

/// The rows an edit may write. Lives only inside Project::edit(); the first failure is kept, every
/// later call does nothing, and the whole edit is rolled back.
class Edit {
public:
    /// Each insert returns the new id; `id`, `order` (when 0) and times (when invalid) are filled in.
    Id insert(Media media);
    Id insert(Region region);
    Id insert(Caption caption);
    void update(const Media& media);
    void update(const Region& region);
    void update(const Caption& caption);   ///< `changedAt` is set to now
    /// Deleting a medium deletes its regions and captions, deleting a region its captions.
    void removeMedia(Id id);
    void removeRegion(Id id);
    void removeCaption(Id id);
    /// Makes the edit fail with this reason, for checks of the caller.
    void fail(const Error& error);

    class Writer;

private:
    friend class Project;
    explicit Edit(Writer& writer) : m_writer(writer) {}
    Writer& m_writer;
};

/// One project file (`.rbproject`): a SQLite database in which every edit is one named transaction
/// that is on disk when edit() returns and can be undone for ever, also after a restart.
/// Used from one thread, the one that opened it. Every failure leaves the file as it was.
class Project : public QObject {
    Q_OBJECT

public:
    enum class Access { ReadWrite, ReadOnly };

    /// Makes a new project; refuses when `path` exists.
    static Result<std::unique_ptr<Project>> create(const QString& path);
    /// Opens a project, migrating an older schema after a backup. When another program has it open
    /// for writing, opens read-only and lockHolder() says who has it. A file that is not one of
    /// ours, or is damaged, is refused and not touched.
    static Result<std::unique_ptr<Project>> open(const QString& path);
    ~Project() override;

    QString path() const;
    /// Folder of the project file, against which media with an empty root are resolved.
    QString folder() const;
    Access access() const;
    QString lockHolder() const;

    /// Runs `change` in one transaction, records it, and commits. An edit that changes nothing
    /// leaves no entry in the journal. Afterwards what could be redone is gone.
    /// Edits of one `group` that follow each other are undone and redone as one.
    Status edit(const QString& name, const std::function<void(Edit&)>& change, Id group = 0);
    Id newGroup();

    bool canUndo() const;
    bool canRedo() const;
    QString undoName() const;    ///< name of the edit that undo() would take back
    QString redoName() const;
    Status undo();
    Status redo();
    /// The latest edits, newest first; those taken back stand on top.
    std::vector<EditLine> latestEdits(int most) const;
    /// What undo() (`back`) or redo() would do, when that takes longer than a blink: to be carried out on another thread, and
    /// told of here by tell().
    std::optional<LongStep> longStep(bool back) const;
    void tell(const ChangeSummary& summary);
    /// Whether the way to `entry` of latestEdits() goes back; nothing when it is reached, or there is no such way.
    std::optional<bool> wayTo(Id entry) const;
    /// Undoes or redoes until `entry` of latestEdits() is the last that is done; 0: before the first.
    Status goTo(Id entry);

    std::vector<Media> allMedia() const;                 ///< by path
    std::optional<Media> media(Id id) const;
    std::optional<Region> region(Id id) const;
    std::optional<Caption> caption(Id id) const;
    std::vector<Region> regionsOf(Id media) const;       ///< by order
    std::vector<Caption> captionsOf(Id media) const;     ///< all, of its regions too; by region, then rank
    QStringList labels() const;                          ///< in use, most frequent first; at most 500
    /// The absolute path of a medium's file; it may be missing.
    QString filePath(const Media& media) const;
    /// The other way round: `root` and `path` of a medium whose file lies there (absolute). In the project's folder it has no root;
    /// elsewhere that is `root`, or the file's own folder where `root` is empty.
    void setFilePath(Media& media, const QString& file, const QString& root = {}) const;

    /// For folders of core that read by queries of their own.
    const Database& database() const;

    struct Counts {
        qint64 media = 0; ///< pictures and clouds
        qint64 regions = 0, drafts = 0, accepted = 0, clouds = 0;
    };
    Counts counts() const;
    static Counts countsIn(const Database& database);

    /// A small text value kept with the project (last medium shown, …); not an edit, not undoable.
    QString setting(const QString& key, const QString& fallback = {}) const;
    Status setSetting(const QString& key, const QString& value);

Q_SIGNALS:
    /// After every committed change: edit, undo and redo alike. Nothing else notifies.
    void changed(const rb::project::ChangeSummary& summary);

private:
    friend class EditParts;
    friend Result<MergeReport> mergeFrom(Project& project, const QString& otherFile);
    struct Private;
    static Status bringUpToDate(Private& d, const QString& path);
    Status step(bool undone);
    explicit Project(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// Where a medium lies, for whoever has no Project: `projectFolder` is that of its file.
QString filePath(const Media& media, const QString& projectFolder);

} // namespace rb::project
