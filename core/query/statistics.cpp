#include "core/query/statistics.h"

#include "core/project/database.h"
#include "core/query/word_counter.h"
#include "core/query/words.h"

#include <cmath>

namespace rb::query {
namespace {

using project::Statement;

std::vector<double> powers(double base, int from, int to) {
    std::vector<double> bounds;
    for (int i = from; i <= to; ++i) bounds.push_back(std::pow(base, i));
    return bounds;
}

/// Fills the statistics table by table and keeps the first failure.
class Reader {
public:
    Reader(sqlite3* db, const StatisticsOptions& options) : m_db(db), m_options(options) {}

    Result<Statistics> all() {
        readTotals();
        readCounts();
        readLabels();
        readCaptions();
        readRegions();
        readWork();
        if (!m_status.ok()) return m_status.error();
        return std::move(m_found);
    }

private:
    template <typename Each>
    void rows(const char* sql, Each each) {
        Statement statement(m_db, sql);
        while (statement.next()) each(statement);
        if (m_status.ok()) m_status = statement.status();
    }

    std::vector<ValueCount> counts(const char* sql) {
        std::vector<ValueCount> values;
        rows(sql, [&](const Statement& row) { values.push_back({row.text(0), row.integer(1)}); });
        return values;
    }

    void readTotals() {
        rows("SELECT count(*), sum(kind='cloud') FROM media", [&](const Statement& row) {
            m_found.clouds = row.integer(1);
            m_found.pictures = row.integer(0) - m_found.clouds;
        });
        rows("SELECT count(*), sum(rank=0), sum(rank=0 AND region IS NULL), "
             "sum(rank=0 AND state='accepted' AND (source='model' OR edited_from<>'')), "
             "sum(rank=0 AND state='accepted' AND source='model') FROM caption",
             [&](const Statement& row) {
                 m_found.captions = row.integer(1);
                 m_found.alternatives = row.integer(0) - m_found.captions;
                 m_found.wholePictureCaptions = row.integer(2);
                 m_found.acceptedByModel = row.integer(3);
                 m_found.acceptedUntouched = row.integer(4);
             });
    }

    void readCounts() {
        m_found.states = counts("SELECT state, count(*) FROM caption WHERE rank=0 GROUP BY state ORDER BY 2 DESC, 1");
        m_found.sources = counts("SELECT source, count(*) FROM caption WHERE rank=0 GROUP BY source ORDER BY 2 DESC, 1");
        m_found.models =
            counts("SELECT model, count(*) FROM caption WHERE rank=0 AND model<>'' GROUP BY model ORDER BY 2 DESC, 1 LIMIT 1000");
        m_found.adapters = counts(
            "SELECT adapter, count(*) FROM caption WHERE rank=0 AND adapter<>'' GROUP BY adapter ORDER BY 2 DESC, 1 LIMIT 1000");
        m_found.authors = counts(
            "SELECT author, count(*) FROM caption WHERE rank=0 AND author<>'' GROUP BY author ORDER BY 2 DESC, 1 LIMIT 1000");
        m_found.mediaSplits = counts("SELECT split, count(*) FROM media GROUP BY split ORDER BY 2 DESC, 1 LIMIT 1000");
        m_found.regionSplits = counts(
            "SELECT m.split, count(*) FROM region r JOIN media m ON m.id=r.media GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1000");
    }

    void readLabels() {
        rows("SELECT count(DISTINCT label) FROM region WHERE label<>''",
             [&](const Statement& row) { m_found.labels.distinct = row.integer(0); });
        Statement statement(m_db, "SELECT label, count(*) FROM region WHERE label<>'' GROUP BY label ORDER BY 2 DESC, 1 LIMIT ?");
        statement.bind(qint64{m_options.mostLabels});
        while (statement.next()) m_found.labels.top.push_back({statement.text(0), statement.integer(1)});
        if (m_status.ok()) m_status = statement.status();
    }

    void readCaptions() {
        m_found.words = Histogram::ofWhole(64);
        WordCounter words;
        double distance = 0;
        rows("SELECT text, edited_from, state FROM caption WHERE rank=0", [&](const Statement& row) {
            const QString text = row.text(0), from = row.text(1);
            if (!from.isEmpty()) {
                ++m_found.edited;
                distance += static_cast<double>(wordDistance(from, text));
            }
            if (row.text(2) != QLatin1String("rejected")) m_found.words.add(static_cast<double>(words.add(text)));
        });
        m_found.vocabulary = words.frequencies(m_options.mostWords);
        if (m_found.edited) m_found.meanEditDistance = distance / static_cast<double>(m_found.edited);
    }

    void readRegions() {
        m_found.regionsPerMedium = Histogram::ofWhole(64);
        m_found.boxSize = Histogram(powers(4, -8, 0));
        m_found.boxAspect = Histogram(powers(std::sqrt(2.0), -8, 8));
        rows("SELECT count(r.id) FROM media m LEFT JOIN region r ON r.media=m.id GROUP BY m.id",
             [&](const Statement& row) { m_found.regionsPerMedium.add(row.real(0)); });
        rows("SELECT r.width, r.height, m.width, m.height FROM region r JOIN media m ON m.id=r.media", [&](const Statement& row) {
            ++m_found.regions;
            const double width = row.real(0), height = row.real(1), whole = row.real(2) * row.real(3);
            if (whole > 0) m_found.boxSize.add(width * height / whole);
            if (height > 0) m_found.boxAspect.add(width / height);
        });
    }

    void readWork() {
        qint64 last = 0, steps = 0, seconds = 0;
        rows("SELECT DISTINCT changed_at/1000 FROM caption WHERE rank=0 AND (source='human' OR state='accepted') ORDER BY 1",
             [&](const Statement& row) {
                 const qint64 now = row.integer(0);
                 const bool goesOn = m_found.workSessions > 0 && now - last <= m_options.breakSeconds;
                 if (goesOn) ++steps, seconds += now - last;
                 else ++m_found.workSessions;
                 last = now;
             });
        m_found.workHours = static_cast<double>(seconds) / 3600;
        if (seconds > 0) m_found.regionsPerHour = static_cast<double>(steps) / m_found.workHours;
    }

    sqlite3* m_db;
    const StatisticsOptions& m_options;
    Statistics m_found;
    Status m_status;
};

} // namespace

Result<Statistics> statisticsOf(const project::Database& database, const StatisticsOptions& options) {
    return Reader(database.handle(), options).all();
}

} // namespace rb::query
