#include "core/project/rows.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstring>

#include <sqlite3.h>

namespace rb::project {
namespace {

constexpr qint64 kLargestRank = 1'000'000; // of a stranger's file: ranks are counted on from what is there

QString nameOf(CaptionState state) {
    switch (state) {
    case CaptionState::Accepted: return QStringLiteral("accepted");
    case CaptionState::Rejected: return QStringLiteral("rejected");
    case CaptionState::Draft: break;
    }
    return QStringLiteral("draft");
}

CaptionState stateOf(const QString& name) {
    if (name == QLatin1String("accepted")) return CaptionState::Accepted;
    return name == QLatin1String("rejected") ? CaptionState::Rejected : CaptionState::Draft;
}

QByteArray bytesOf(const std::vector<float>& values) {
    return {reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(float))};
}

std::vector<float> floatsOf(const QByteArray& bytes) {
    std::vector<float> values(static_cast<std::size_t>(bytes.size()) / sizeof(float));
    if (!values.empty()) std::memcpy(values.data(), bytes.constData(), values.size() * sizeof(float));
    return values;
}

// The id is bound last, so that inserts and updates share the order of the columns.
Statement& bindColumns(Statement& s, const Media& m) {
    s.bind(m.root).bind(m.path).bind(m.byteSize).bind(m.sha256).bind(qint64{m.width}).bind(qint64{m.height});
    return s.bind(qint64{m.exifOrientation}).bind(m.split).bind(m.id);
}

Statement& bindColumns(Statement& s, const Region& r) {
    s.bind(r.media).bind(r.box.x).bind(r.box.y).bind(r.box.width).bind(r.box.height).bind(r.label).bind(r.order);
    return s.bind(qint64{r.hidden}).bind(qint64{r.locked}).bind(r.id);
}

Statement& bindColumns(Statement& s, const Caption& c) {
    s.bind(c.media);
    if (c.region) s.bind(c.region);
    else s.bindNull();
    s.bind(c.text).bind(nameOf(c.state));
    s.bind(c.source == CaptionSource::Model ? QStringLiteral("model") : QStringLiteral("human")).bind(qint64{c.rank});
    s.bind(c.model).bind(c.adapter).bind(QString::fromUtf8(QJsonDocument(c.options).toJson(QJsonDocument::Compact)));
    if (c.score) s.bind(*c.score);
    else s.bindNull();
    s.bind(bytesOf(c.tokenScores)).bind(c.editedFrom).bind(c.author);
    return s.bind(c.createdAt.toMSecsSinceEpoch()).bind(c.changedAt.toMSecsSinceEpoch()).bind(c.id);
}

template <typename Record>
Status write(sqlite3* db, const char* sql, const Record& record) {
    Statement statement(db, sql);
    return bindColumns(statement, record).run();
}

Media mediaFrom(const Statement& s) {
    return {s.integer(0), s.text(1), s.text(2), s.integer(3), s.blob(4), static_cast<int>(s.integer(5)),
            static_cast<int>(s.integer(6)), static_cast<int>(s.integer(7)), s.text(8)};
}

Region regionFrom(const Statement& s) {
    return {s.integer(0), s.integer(1), {s.real(2), s.real(3), s.real(4), s.real(5)}, s.text(6), s.integer(7),
            s.integer(8) != 0, s.integer(9) != 0};
}

Caption captionFrom(const Statement& s) {
    Caption c;
    c.id = s.integer(0);
    c.media = s.integer(1);
    c.region = s.integer(2);
    c.text = s.text(3);
    c.state = stateOf(s.text(4));
    c.source = s.text(5) == QLatin1String("model") ? CaptionSource::Model : CaptionSource::Human;
    c.rank = static_cast<int>(std::clamp<qint64>(s.integer(6), 0, kLargestRank));
    c.model = s.text(7);
    c.adapter = s.text(8);
    c.options = QJsonDocument::fromJson(s.text(9).toUtf8()).object();
    if (!s.isNull(10)) c.score = s.real(10);
    c.tokenScores = floatsOf(s.blob(11));
    c.editedFrom = s.text(12);
    c.author = s.text(13);
    c.createdAt = QDateTime::fromMSecsSinceEpoch(s.integer(14), Qt::UTC);
    c.changedAt = QDateTime::fromMSecsSinceEpoch(s.integer(15), Qt::UTC);
    return c;
}

template <typename Record>
std::vector<Record> read(sqlite3* db, const QByteArray& sql, std::optional<Id> value, Record (*from)(const Statement&)) {
    Statement statement(db, sql.constData());
    if (value) statement.bind(*value);
    std::vector<Record> records;
    while (statement.next()) records.push_back(from(statement));
    return records;
}

} // namespace

Status insertRow(sqlite3* db, const Media& media) {
    return write(db, "INSERT INTO media(root, path, byte_size, sha256, width, height, exif_orientation, split, id) "
                     "VALUES(?,?,?,?,?,?,?,?,?)", media);
}

Status insertRow(sqlite3* db, const Region& region) {
    return write(db, "INSERT INTO region(media, x, y, width, height, label, position, hidden, locked, id) "
                     "VALUES(?,?,?,?,?,?,?,?,?,?)", region);
}

Status insertRow(sqlite3* db, const Caption& caption) {
    return write(db, "INSERT INTO caption(media, region, text, state, source, rank, model, adapter, options, score, "
                     "token_scores, edited_from, author, created_at, changed_at, id) "
                     "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", caption);
}

Status updateRow(sqlite3* db, const Media& media) {
    return write(db, "UPDATE media SET root=?, path=?, byte_size=?, sha256=?, width=?, height=?, exif_orientation=?, "
                     "split=? WHERE id=?", media);
}

Status updateRow(sqlite3* db, const Region& region) {
    return write(db, "UPDATE region SET media=?, x=?, y=?, width=?, height=?, label=?, position=?, hidden=?, locked=? "
                     "WHERE id=?", region);
}

Status updateRow(sqlite3* db, const Caption& caption) {
    return write(db, "UPDATE caption SET media=?, region=?, text=?, state=?, source=?, rank=?, model=?, adapter=?, "
                     "options=?, score=?, token_scores=?, edited_from=?, author=?, created_at=?, changed_at=? WHERE id=?",
                 caption);
}

std::vector<Media> readMedia(sqlite3* db, const char* condition, std::optional<Id> value) {
    return read(db, QByteArrayLiteral("SELECT * FROM media ") + condition, value, mediaFrom);
}

std::vector<Region> readRegions(sqlite3* db, const char* condition, std::optional<Id> value) {
    return read(db, QByteArrayLiteral("SELECT * FROM region ") + condition, value, regionFrom);
}

std::vector<Caption> readCaptions(sqlite3* db, const char* condition, std::optional<Id> value) {
    return read(db, QByteArrayLiteral("SELECT * FROM caption ") + condition, value, captionFrom);
}

} // namespace rb::project
