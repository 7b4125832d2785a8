#include "core/project/changeset.h"
#include "core/project/edit_writer.h"
#include "core/project/journal_step.h"
#include "core/project/project_private.h"
#include "core/project/text_index.h"

namespace rb::project {

// Some thousand regions with captions: a third of a second.
static constexpr qint64 kLongBytes = 2'000'000;

void ChangeSummary::add(const ChangeSummary& other) {
    media.unite(other.media);
    regions.unite(other.regions);
    captions.unite(other.captions);
    touchedMedia.unite(other.touchedMedia);
}

Status Project::Private::readOnlyError() const {
    const std::string why = lock->holder().isEmpty() ? "its lock file could not be written."
                                                     : lock->holder().toStdString() + " has it open.";
    return Error{ErrorCode::Locked, path.toStdString() + " is open for reading only: " + why};
}

/// What both kinds of edit end with; `changeset` is what was done.
Status Project::Private::enter(const QString& name, const ChangeRecorder& recorder, QByteArray& changeset, Id partOf, bool mustFinish) {
    const Result<QByteArray> recorded = recorder.changeset();
    if (!recorded.ok()) return recorded.error();
    changeset = *recorded;
    if (changeset.isEmpty()) return {};
    if (Status indexed = indexChanges(database->handle(), changeset); !indexed.ok()) return indexed;
    if (Status cut = journal().forgetUndone(); !cut.ok()) return cut;
    if (mustFinish)
        if (Status begun = writeSetting(QLatin1String(kUnfinishedKey), QString::number(partOf)); !begun.ok()) return begun;
    return journal().add(name, changeset, partOf);
}

Result<ChangeSummary> Project::Private::edit(const QString& name, const std::function<void(Edit&)>& change, Id partOf, bool mustFinish) {
    if (access == Access::ReadOnly) return readOnlyError().error();
    QByteArray changeset;
    const Status status = database->transaction([&]() -> Status {
        const ChangeRecorder recorder(database->handle());
        Edit::Writer writer(database->handle(), ids);
        Edit edit(writer);
        change(edit);
        return writer.failed() ? writer.status() : enter(name, recorder, changeset, partOf, mustFinish);
    });
    if (!status.ok()) return status.error();
    return changeset.isEmpty() ? ChangeSummary() : summaryOf(database->handle(), changeset, name);
}

Result<ChangeSummary> Project::Private::recorded(const QString& name, const std::function<Status()>& work) {
    QByteArray changeset;
    const Status status = database->transactionWithoutForeignKeys([&]() -> Status {
        const ChangeRecorder recorder(database->handle());
        const Status done = work();
        return done.ok() ? enter(name, recorder, changeset) : done;
    });
    if (!status.ok()) return status.error();
    return changeset.isEmpty() ? ChangeSummary() : summaryOf(database->handle(), changeset, name);
}

Status Project::Private::takeBackUnfinished() {
    Statement open(database->handle(), "SELECT value FROM setting WHERE key=?");
    const Id number = open.bind(QLatin1String(kUnfinishedKey)).next() ? open.text(0).toLongLong() : 0;
    if (!number) return {};
    if (const auto parts = journal().unfinished(number)) {
        if (const auto back = applyStep(*database, *parts, true); !back.ok()) return back.error();
        for (const Id entry : parts->entries)
            if (Status removed = journal().remove(entry); !removed.ok()) return removed;
    }
    return writeSetting(QLatin1String(kUnfinishedKey), {});
}

Id Project::newGroup() { return m_d->ids.next(); }

Status Project::edit(const QString& name, const std::function<void(Edit&)>& change, Id group) {
    const Result<ChangeSummary> made = m_d->edit(name, change, group, false);
    if (!made.ok()) return made.error();
    if (!made->isEmpty()) Q_EMIT changed(*made);
    return {};
}

bool Project::canUndo() const { return m_d->access == Access::ReadWrite && m_d->journal().next(false).has_value(); }
bool Project::canRedo() const { return m_d->access == Access::ReadWrite && m_d->journal().next(true).has_value(); }

static QString nameOf(const std::optional<JournalStep>& step) { return step ? step->name : QString(); }

QString Project::undoName() const { return nameOf(m_d->journal().next(false)); }
QString Project::redoName() const { return nameOf(m_d->journal().next(true)); }

Status Project::undo() { return step(true); }
Status Project::redo() { return step(false); }

Status Project::step(bool undone) {
    if (m_d->access == Access::ReadOnly) return m_d->readOnlyError();
    const auto found = m_d->journal().next(!undone);
    if (!found) return {};
    const Result<ChangeSummary> applied = applyStep(*m_d->database, *found, undone);
    if (!applied.ok()) return applied.error();
    Q_EMIT changed(*applied);
    return {};
}

std::vector<EditLine> Project::latestEdits(int most) const {
    std::vector<EditLine> lines;
    for (const Journal::Line& line : m_d->journal().latest(most)) lines.push_back({line.entry, line.name, line.time, line.undone});
    return lines;
}

std::optional<bool> Project::wayTo(Id entry) const {
    const auto undo = m_d->journal().next(false), redo = m_d->journal().next(true);
    const Id last = undo ? undo->entries.back() : 0;
    if (last == entry) return std::nullopt;
    const bool back = last > entry;
    return back || redo ? std::optional(back) : std::nullopt;
}

Status Project::goTo(Id entry) {
    std::optional<bool> direction;
    while (const auto back = wayTo(entry)) {
        if (direction.value_or(*back) != *back) return {}; // there is no such entry
        direction = back;
        if (Status moved = step(*back); !moved.ok()) return moved;
    }
    return {};
}

std::optional<LongStep> Project::longStep(bool back) const {
    if (m_d->access == Access::ReadOnly) return std::nullopt;
    auto found = m_d->journal().next(!back);
    if (!found) return std::nullopt;
    qint64 bytes = 0;
    for (const Id entry : found->entries) bytes += m_d->journal().bytesOf(entry);
    if (bytes < kLongBytes) return std::nullopt;
    return LongStep{m_d->path, std::move(*found), back};
}

void Project::tell(const ChangeSummary& summary) { Q_EMIT changed(summary); }

} // namespace rb::project
