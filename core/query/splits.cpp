#include "core/query/splits.h"

#include "core/project/database.h"
#include "core/project/edit_parts.h"
#include "core/query/media_groups.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <span>

namespace rb::query {
namespace {

using project::Project;

constexpr std::size_t kPart = 5'000;
constexpr const char* kNames[] = {"train", "val", "test"};

std::optional<std::size_t> splitNumber(const QString& name) {
    for (std::size_t i = 0; i < std::size(kNames); ++i)
        if (name == QLatin1String(kNames[i])) return i;
    return std::nullopt;
}

Status checked(const SplitOptions& o) {
    const double shares[] = {o.train, o.val, o.test};
    const bool good =
        std::all_of(std::begin(shares), std::end(shares), [](double share) { return std::isfinite(share) && share >= 0; });
    if (good && o.train + o.val + o.test > 0) return {};
    return Error{ErrorCode::InvalidArgument, "The shares of the splits must be zero or more, and one of them more than zero."};
}

// By path, so that a copy of the project with other ids is split alike.
Result<std::vector<SplitMedium>> readMedia(const project::Database& database) {
    std::vector<SplitMedium> media;
    project::Statement statement(database.handle(),
                                 "SELECT id, root, path, sha256, split FROM media ORDER BY root, path, id");
    while (statement.next())
        media.push_back(
            {statement.integer(0), statement.text(1) + u'/' + statement.text(2), statement.blob(3), statement.text(4)});
    if (Status status = statement.status(); !status.ok()) return status.error();
    return media;
}

class Assignment {
public:
    Assignment(const std::vector<SplitMedium>& media, const SplitOptions& options)
        : m_media(media), m_keeps(options.keepPresent) {
        const double sum = options.train + options.val + options.test, all = static_cast<double>(media.size());
        m_goals = {options.train / sum * all, options.val / sum * all, options.test / sum * all};
    }

    SplitPlan plan(const std::vector<MediaGroup>& groups) {
        m_splits.resize(m_media.size());
        for (const MediaGroup& group : groups) keep(group);
        for (const MediaGroup& group : groups) assign(group);
        SplitPlan plan{{}, m_counts[0], m_counts[1], m_counts[2], static_cast<qint64>(groups.size())};
        for (std::size_t i = 0; i < m_media.size(); ++i)
            if (m_media[i].split != m_splits[i]) plan.changes.push_back({m_media[i].id, m_media[i].split, m_splits[i]});
        return plan;
    }

private:
    void put(std::size_t medium, const QString& split) {
        m_splits[medium] = split;
        if (const auto number = splitNumber(split)) ++m_counts[*number];
    }

    QString presentOf(const MediaGroup& group) const {
        for (const std::size_t i : group.members)
            if (m_keeps && !m_media[i].split.isEmpty()) return m_media[i].split;
        return {};
    }

    void keep(const MediaGroup& group) {
        const QString present = presentOf(group);
        if (present.isEmpty()) return;
        for (const std::size_t i : group.members) put(i, m_media[i].split.isEmpty() ? present : m_media[i].split);
    }

    void assign(const MediaGroup& group) {
        if (!presentOf(group).isEmpty()) return;
        const QString split = QLatin1String(kNames[mostMissing()]);
        for (const std::size_t i : group.members) put(i, split);
    }

    std::size_t mostMissing() const {
        const auto missing = [this](std::size_t i) { return m_goals[i] - static_cast<double>(m_counts[i]); };
        std::size_t best = m_goals[0] > 0 ? 0 : m_goals[1] > 0 ? 1 : 2;
        for (std::size_t i = 0; i < m_goals.size(); ++i)
            if (m_goals[i] > 0 && missing(i) > missing(best)) best = i;
        return best;
    }

    const std::vector<SplitMedium>& m_media;
    bool m_keeps;
    std::array<double, 3> m_goals{};
    std::array<qint64, 3> m_counts{};
    std::vector<QString> m_splits;
};

void applyPart(const Project& project, project::Edit& edit, std::span<const SplitChange> part) {
    for (const SplitChange& change : part) {
        std::optional<project::Media> media = project.media(change.media);
        if (!media || media->split != change.before) continue;
        media->split = change.after;
        edit.update(*media);
    }
}

} // namespace

Result<SplitPlan> planSplits(const project::Database& database, const SplitOptions& options) {
    if (Status good = checked(options); !good.ok()) return good.error();
    const auto media = readMedia(database);
    if (!media.ok()) return media.error();
    return Assignment(*media, options).plan(groupsOf(*media, options.together, options.seed));
}

Status applySplits(Project& project, const SplitPlan& plan) {
    if (plan.changes.empty()) return {};
    project::EditParts parts(project, QCoreApplication::translate("Edits", "Assign splits"));
    const std::span<const SplitChange> all(plan.changes);
    for (std::size_t at = 0; at < all.size(); at += kPart) {
        const auto part = all.subspan(at, std::min(kPart, all.size() - at));
        if (Status made = parts.edit([&](project::Edit& edit) { applyPart(project, edit, part); }); !made.ok()) return made;
    }
    return parts.finish();
}

} // namespace rb::query
