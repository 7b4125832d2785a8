#include "core/query/find_replace.h"

#include "core/project/database.h"
#include "core/project/edit_parts.h"
#include "core/query/select.h"
#include "core/query/text_replacer.h"

#include <QCoreApplication>

#include <algorithm>

namespace rb::query {
namespace {

using project::Caption;
using project::CaptionSource;
using project::Edit;
using project::Id;
using project::Project;

// Each part is one transaction, and its changeset is kept in memory while it is made.
constexpr std::size_t kPart = 5'000;

/// The ids of the shown captions that a query finds, each once.
Result<std::vector<Id>> shownCaptions(const project::Database& database, const Query& query) {
    std::vector<Id> ids;
    const Status read = forEachRow(database, query, [&](const Row& row) {
        if (row.caption) ids.push_back(row.caption);
        return true;
    });
    if (!read.ok()) return read.error();
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

Caption rewritten(Caption caption, const QString& text) {
    if (caption.source == CaptionSource::Model) caption.editedFrom = caption.text;
    caption.text = text;
    caption.source = CaptionSource::Human;
    caption.tokenScores.clear();
    return caption;
}

void applyPart(const Project& project, Edit& edit, std::span<const Replacement> part, ReplaceOutcome& outcome) {
    for (const Replacement& change : part) {
        const std::optional<Caption> caption = project.caption(change.caption);
        if (!caption || caption->text != change.before) {
            outcome.skipped.push_back(change.caption);
            continue;
        }
        edit.update(rewritten(*caption, change.after));
        ++outcome.replaced;
    }
}

} // namespace

Result<ReplacePlan> planReplace(const project::Database& database, const Query& query, const QString& find, const QString& replace,
                                const FindOptions& options) {
    const auto replacer = TextReplacer::make(find, replace, options);
    if (!replacer.ok()) return replacer.error();
    const auto captions = shownCaptions(database, query);
    if (!captions.ok()) return captions.error();
    ReplacePlan plan;
    project::Statement read(database.handle(), "SELECT text, source='model' FROM caption WHERE id=?");
    for (const Id id : *captions) {
        read.restart();
        if (!read.bind(id).next()) continue;
        const QString before = read.text(0);
        const auto after = replacer->replaced(before);
        if (!after.ok()) return after.error();
        if (*after == before) continue;
        plan.changes.push_back({id, before, *after});
        ++(read.integer(1) ? plan.machine : plan.human);
    }
    if (Status status = read.status(); !status.ok()) return status.error();
    return plan;
}

Result<ReplaceOutcome> applyReplace(Project& project, const ReplacePlan& plan) {
    ReplaceOutcome outcome;
    if (plan.changes.empty()) return outcome;
    project::EditParts parts(project, QCoreApplication::translate("Edits", "Replace in captions"));
    const std::span<const Replacement> all(plan.changes);
    for (std::size_t at = 0; at < all.size(); at += kPart) {
        const auto part = all.subspan(at, std::min(kPart, all.size() - at));
        const Status made = parts.edit([&](Edit& edit) { applyPart(project, edit, part, outcome); });
        if (!made.ok()) return made.error();
    }
    if (Status finished = parts.finish(); !finished.ok()) return finished.error();
    return outcome;
}

} // namespace rb::query
