#include "core/query/leaks.h"

#include "core/project/database.h"
#include "core/query/sql_functions.h"

#include <algorithm>

namespace rb::query {
namespace {

using project::Statement;

constexpr std::size_t kMostFindings = 1'000, kMostMedia = 8;

/// Rows of one kind: medium, split, what to show, then the columns that make two rows the same; sorted
/// by these. SQLite sorts on disk, so memory does not grow with the project.
struct Search {
    Leak kind;
    qint64 LeakReport::*total;
    int keyColumns;
    const char* sql;
};

constexpr Search kSearches[] = {
    {Leak::SameContent, &LeakReport::content, 1,
     "SELECT id, split, path, hex(sha256) FROM media WHERE split<>'' AND length(sha256)>0 ORDER BY 4, id"},
    {Leak::SameCaptionAndBox, &LeakReport::captions, 5,
     "SELECT m.id, m.split, c.text, c.text, r.x, r.y, r.width, r.height FROM region r JOIN media m ON m.id=r.media "
     "JOIN caption c ON c.region=r.id AND c.rank=0 WHERE m.split<>'' AND c.text<>'' AND c.state<>'rejected' ORDER BY 4, 5, 6, 7, "
     "8, m.id"},
    {Leak::SameFileName, &LeakReport::names, 1,
     "SELECT id, split, rb_file_name(path), rb_file_name(path) FROM media WHERE split<>'' ORDER BY 4, id"},
};

class Collector {
public:
    Collector(const Search& search, LeakReport& report) : m_search(search), m_report(report) {}

    void take(const Statement& row) {
        QStringList key;
        for (int i = 0; i < m_search.keyColumns; ++i) key.append(row.text(3 + i));
        if (key != m_key) finish();
        m_key = key;
        m_finding.what = m_finding.what.isEmpty() ? row.text(2) : m_finding.what;
        if (const QString split = row.text(1); !m_finding.splits.contains(split)) m_finding.splits.append(split);
        if (row.integer(0) == m_last) return;
        m_last = row.integer(0);
        ++m_finding.mediaCount;
        if (m_finding.media.size() < kMostMedia) m_finding.media.push_back(m_last);
    }

    void finish() {
        if (m_finding.splits.size() > 1) {
            ++(m_report.*m_search.total);
            m_finding.kind = m_search.kind;
            m_finding.splits.sort();
            if (static_cast<std::size_t>(m_report.*m_search.total) <= kMostFindings) m_report.findings.push_back(m_finding);
        }
        m_finding = {};
        m_last = 0;
    }

private:
    const Search& m_search;
    LeakReport& m_report;
    LeakFinding m_finding;
    QStringList m_key;
    project::Id m_last = 0;
};

} // namespace

Result<LeakReport> findLeaks(const project::Database& database) {
    sqlite3* db = database.handle();
    if (Status added = addFunctions(db); !added.ok()) return added.error();
    LeakReport report;
    for (const Search& search : kSearches) {
        Statement statement(db, search.sql);
        Collector collector(search, report);
        while (statement.next()) collector.take(statement);
        if (Status status = statement.status(); !status.ok()) return status.error();
        collector.finish();
    }
    return report;
}

} // namespace rb::query
