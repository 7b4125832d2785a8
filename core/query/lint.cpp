#include "core/query/lint.h"

#include "core/project/database.h"
#include "core/query/project_labels.h"

namespace rb::query {

Status lint(const project::Database& database, const LintOptions& options, const std::function<bool(const LintFinding&)>& each) {
    sqlite3* db = database.handle();
    const LabelWords labels = labelWordsOf(db);
    project::Statement captions(
        db, "SELECT c.id, c.media, c.region, c.text, r.label FROM caption c LEFT JOIN region r ON r.id=c.region "
            "WHERE c.rank=0 AND (?1 OR c.state<>'rejected')");
    captions.bind(qint64{options.rejectedToo});
    while (captions.next()) {
        const QString text = captions.text(3);
        std::vector<TextFinding> findings = findingsIn(text, options.mostWords);
        if (const auto other = labels.contradiction(text, captions.text(4))) findings.push_back({Lint::ContradictsLabel, *other});
        for (TextFinding& found : findings)
            if (!each({captions.integer(0), captions.integer(1), captions.integer(2), found.kind, std::move(found.detail)}))
                return {};
    }
    return captions.status();
}

} // namespace rb::query
