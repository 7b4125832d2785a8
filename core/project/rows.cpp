#include "core/project/rows.h"

#include "core/project/shape_columns.h"

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

QByteArray bytesOf(const std::vector<float>& values) {
    return {reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(float))};
}

std::vector<float> floatsOf(const QByteArray& bytes) {
    std::vector<float> values(static_cast<std::size_t>(bytes.size()) / sizeof(float));
    if (!values.empty()) std::memcpy(values.data(), bytes.constData(), values.size() * sizeof(float));
    return values;
}

void bindOptional(Statement& s, const std::optional<double>& value) {
    if (value) s.bind(*value);
    else s.bindNull();
}

// The id is bound last, so that inserts and updates share the order of the columns.
Statement& bindColumns(Statement& s, const Media& m) {
    s.bind(m.root).bind(m.path).bind(m.byteSize).bind(m.sha256).bind(qint64{m.width}).bind(qint64{m.height});
    s.bind(qint64{m.exifOrientation}).bind(m.split);
    s.bind(m.kind == MediaKind::Cloud ? QStringLiteral("cloud") : QStringLiteral("image"));
    return s.bind(m.pointCount).bind(m.sourceId).bind(m.extra).bind(m.id);
}

Statement& bindColumns(Statement& s, const Region& r) {
    const geometry::Box2 bounds = r.box();
    s.bind(r.media).bind(bounds.x).bind(bounds.y).bind(bounds.width).bind(bounds.height).bind(r.label).bind(r.order);
    s.bind(qint64{r.hidden}).bind(qint64{r.locked}).bind(shapeName(r)).bind(shapeBytes(r));
    bindOptional(s, r.score);
    return s.bind(r.sourceId).bind(r.extra).bind(r.id);
}

Statement& bindColumns(Statement& s, const Caption& c) {
    s.bind(c.media);
    if (c.region) s.bind(c.region);
    else s.bindNull();
    s.bind(c.text).bind(nameOf(c.state));
    s.bind(c.source == CaptionSource::Model ? QStringLiteral("model") : QStringLiteral("human")).bind(qint64{c.rank});
    s.bind(c.model).bind(c.adapter).bind(QString::fromUtf8(QJsonDocument(c.options).toJson(QJsonDocument::Compact)));
    bindOptional(s, c.score);
    s.bind(bytesOf(c.tokenScores)).bind(c.editedFrom).bind(c.author);
    return s.bind(c.createdAt.toMSecsSinceEpoch()).bind(c.changedAt.toMSecsSinceEpoch()).bind(c.prompt).bind(c.id);
}

template <typename Record>
Status write(Statements& statements, const char* sql, const Record& record) {
    return bindColumns(statements.get(sql), record).run();
}

Media mediaFrom(const Statement& s) {
    return {s.integer(0), s.text(1), s.text(2), s.integer(3), s.blob(4), static_cast<int>(s.integer(5)),
            static_cast<int>(s.integer(6)), static_cast<int>(s.integer(7)), s.text(8),
            s.text(9) == QLatin1String("cloud") ? MediaKind::Cloud : MediaKind::Image, s.integer(10), s.text(11), s.text(12)};
}

Region regionFrom(const Statement& s) {
    const geometry::Box2 bounds{s.real(2), s.real(3), s.real(4), s.real(5)};
    Region r;
    r.id = s.integer(0);
    r.media = s.integer(1);
    setShape(r, s.text(10), s.blob(11), bounds);
    r.label = s.text(6);
    r.order = s.integer(7);
    r.hidden = s.integer(8) != 0;
    r.locked = s.integer(9) != 0;
    r.sourceId = s.text(13);
    r.extra = s.text(14);
    if (!s.isNull(12)) r.score = s.real(12);
    return r;
}

Caption captionFrom(const Statement& s) {
    Caption c;
    c.id = s.integer(0);
    c.media = s.integer(1);
    c.region = s.integer(2);
    c.text = s.text(3);
    c.state = stateNamed(s.text(4));
    c.source = sourceNamed(s.text(5));
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
    c.prompt = s.text(16);
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

CaptionState stateNamed(const QString& name) {
    if (name == QLatin1String("accepted")) return CaptionState::Accepted;
    return name == QLatin1String("rejected") ? CaptionState::Rejected : CaptionState::Draft;
}

CaptionSource sourceNamed(const QString& name) { return name == QLatin1String("model") ? CaptionSource::Model : CaptionSource::Human; }

Status insertRow(Statements& statements, const Media& media) {
    return write(statements, "INSERT INTO media(root, path, byte_size, sha256, width, height, exif_orientation, split, kind, "
                     "point_count, source_id, extra, id) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)", media);
}

Status insertRow(Statements& statements, const Region& region) {
    return write(statements, "INSERT INTO region(media, x, y, width, height, label, position, hidden, locked, shape, "
                     "geometry, score, source_id, extra, id) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", region);
}

Status insertRow(Statements& statements, const Caption& caption) {
    return write(statements, "INSERT INTO caption(media, region, text, state, source, rank, model, adapter, options, score, "
                     "token_scores, edited_from, author, created_at, changed_at, prompt, id) "
                     "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", caption);
}

Status updateRow(Statements& statements, const Media& media) {
    return write(statements, "UPDATE media SET root=?, path=?, byte_size=?, sha256=?, width=?, height=?, exif_orientation=?, "
                     "split=?, kind=?, point_count=?, source_id=?, extra=? WHERE id=?", media);
}

Status updateRow(Statements& statements, const Region& region) {
    return write(statements, "UPDATE region SET media=?, x=?, y=?, width=?, height=?, label=?, position=?, hidden=?, locked=?, "
                     "shape=?, geometry=?, score=?, source_id=?, extra=? WHERE id=?", region);
}

Status updateRow(Statements& statements, const Caption& caption) {
    return write(statements, "UPDATE caption SET media=?, region=?, text=?, state=?, source=?, rank=?, model=?, adapter=?, "
                     "options=?, score=?, token_scores=?, edited_from=?, author=?, created_at=?, changed_at=?, "
                     "prompt=? WHERE id=?",
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
