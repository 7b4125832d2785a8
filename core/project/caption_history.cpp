#include "core/project/caption_history.h"

#include "core/project/changeset_format.h"
#include "core/project/rows.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <map>

#include <sqlite3.h>

namespace rb::project {
namespace {

// Columns of the table `caption`.
enum Column { kId = 0, kMedia = 1, kRegion = 2, kText = 3, kState = 4, kSource = 5, kRank = 6, kModel = 7, kAdapter = 8 };

/// A number as a changeset holds it.
QByteArray storedForm(Id id) {
    QByteArray bytes(sizeof(id), Qt::Uninitialized);
    qToBigEndian(id, bytes.data());
    return bytes;
}

QString textOf(sqlite3_value* value) {
    return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_value_text(value)), sqlite3_value_bytes(value));
}

/// The captions of one place as edits make, change and remove them.
class Place {
public:
    Place(Id media, Id region) : m_media(media), m_region(region) {}

    /// Whether a changeset can be about this place; most are not.
    bool mayBeIn(const QByteArray& changeset) const {
        const auto holds = [&](Id id) { return changeset.contains(storedForm(id)); };
        return holds(m_region ? m_region : m_media) || std::any_of(m_rows.begin(), m_rows.end(), [&](const auto& row) { return holds(row.first); });
    }

    Status apply(QByteArray changeset) {
        if (Status whole = checkChangeset(changeset); !whole.ok()) return whole;
        sqlite3_changeset_iter* iterator = nullptr;
        if (sqlite3changeset_start(&iterator, static_cast<int>(changeset.size()), changeset.data()) != SQLITE_OK)
            return Error{ErrorCode::TooLarge, "There is not enough memory to read the project's history."};
        while (sqlite3changeset_next(iterator) == SQLITE_ROW) take(iterator);
        sqlite3changeset_finalize(iterator);
        return {};
    }

    /// Rank 0, or nothing.
    CaptionVersion shown() const {
        for (const auto& [id, row] : m_rows)
            if (row.rank == 0) return row.version;
        return {};
    }

private:
    struct Row {
        CaptionVersion version;
        qint64 rank = 0;
    };

    void take(sqlite3_changeset_iter* iterator) {
        const char* table = nullptr;
        int columns = 0, operation = 0;
        sqlite3changeset_op(iterator, &table, &columns, &operation, nullptr);
        if (std::strcmp(table, "caption") != 0) return;
        sqlite3_value* id = nullptr;
        (operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old)(iterator, kId, &id);
        const Id caption = sqlite3_value_int64(id);
        if (operation == SQLITE_DELETE) m_rows.erase(caption);
        else if (operation == SQLITE_INSERT ? isHere(iterator) : m_rows.contains(caption)) update(m_rows[caption], iterator);
    }

    bool isHere(sqlite3_changeset_iter* iterator) const {
        sqlite3_value *media = nullptr, *region = nullptr;
        sqlite3changeset_new(iterator, kMedia, &media);
        sqlite3changeset_new(iterator, kRegion, &region);
        return sqlite3_value_int64(media) == m_media && sqlite3_value_int64(region) == m_region;
    }

    /// Columns that an edit left alone are not in its changeset.
    static void update(Row& row, sqlite3_changeset_iter* iterator) {
        for (const int column : {kText, kState, kSource, kRank, kModel, kAdapter}) {
            sqlite3_value* value = nullptr;
            sqlite3changeset_new(iterator, column, &value);
            if (value) set(row, column, value);
        }
    }

    static void set(Row& row, int column, sqlite3_value* value) {
        switch (column) {
        case kText: row.version.text = textOf(value); break;
        case kState: row.version.state = stateNamed(textOf(value)); break;
        case kSource: row.version.source = sourceNamed(textOf(value)); break;
        case kRank: row.rank = sqlite3_value_int64(value); break;
        case kModel: row.version.model = textOf(value); break;
        case kAdapter: row.version.adapter = textOf(value); break;
        default: break;
        }
    }

    Id m_media, m_region;
    std::map<Id, Row> m_rows;
};

bool isSame(const CaptionVersion& a, const CaptionVersion& b) { return a.text == b.text && a.state == b.state && a.source == b.source; }

} // namespace

Result<std::vector<CaptionVersion>> captionHistory(const Database& database, Id media, Id region) {
    std::vector<CaptionVersion> history;
    Place place(media, region);
    Statement journal(database.handle(), "SELECT name, time, changeset FROM journal WHERE undone=0 ORDER BY id");
    while (journal.next()) {
        const QByteArray changeset = journal.blob(2);
        if (!place.mayBeIn(changeset)) continue;
        if (Status applied = place.apply(changeset); !applied.ok()) return applied.error();
        CaptionVersion now = place.shown();
        if (isSame(now, history.empty() ? CaptionVersion() : history.back())) continue;
        now.edit = journal.text(0);
        now.time = QDateTime::fromMSecsSinceEpoch(journal.integer(1), Qt::UTC);
        history.push_back(std::move(now));
    }
    if (!journal.status().ok()) return journal.status().error();
    return history;
}

} // namespace rb::project
