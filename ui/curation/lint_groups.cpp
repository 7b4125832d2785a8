#include "ui/curation/lint_groups.h"

#include <QCoreApplication>
#include <QLocale>

#include <map>

namespace rb::ui {
namespace {

using query::Lint;

QString tr(const char* text) { return QCoreApplication::translate("LintGroups", text); }

QString titleOf(Lint kind) {
    switch (kind) {
    case Lint::Empty: return tr("No words");
    case Lint::Repetition: return tr("Says it again and again");
    case Lint::Long: return tr("More than %1 words").arg(query::kLongCaption);
    case Lint::ContradictsLabel: return tr("Names another label");
    case Lint::OddCharacters: return tr("Odd characters");
    case Lint::UnbalancedQuotes: return tr("A lone quotation mark");
    case Lint::Unfinished: return tr("Ends too early");
    }
    return {};
}

void add(FindingGroup& group, project::Id caption, const QString& detail) {
    ++group.count;
    if (group.rows.size() < kMostListed) group.rows.push_back({caption, detail});
}

} // namespace

Result<std::vector<FindingGroup>> lintGroups(const project::Database& database) {
    std::map<Lint, FindingGroup> byKind;
    const Status looked = query::lint(database, {}, [&](const query::LintFinding& finding) {
        add(byKind[finding.kind], finding.caption, finding.detail);
        return true;
    });
    if (!looked.ok()) return looked.error();
    std::vector<FindingGroup> groups;
    for (const Lint kind : query::allLints()) {
        const auto found = byKind.find(kind);
        if (found == byKind.end()) continue;
        found->second.title = titleOf(kind);
        // Rejected captions are not looked at, so the query leaves them out, too.
        found->second.query = QStringLiteral("lint:") + query::nameOf(kind) + QStringLiteral(" -state:rejected");
        groups.push_back(std::move(found->second));
    }
    return groups;
}

Result<FindingGroup> nearDuplicateGroup(const project::Database& database, const query::NearDuplicateOptions& options) {
    const auto found = query::nearDuplicates(database, options);
    if (!found.ok()) return found.error();
    FindingGroup group;
    group.title = tr("Nearly the same as others");
    for (const query::CaptionGroup& alike : *found) {
        const QString detail = tr("%1 like “%2”").arg(QLocale().toString(qint64(alike.captions.size())), alike.text);
        for (const project::Id caption : alike.captions) add(group, caption, detail);
    }
    return group;
}

} // namespace rb::ui
