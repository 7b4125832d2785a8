#include "core/query/condition.h"

#include "core/project/database.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace rb::query {
namespace {

QString escaped(const QString& text) {
    QString out;
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\') out += u'\\';
        out += c;
    }
    return out;
}

QString withWildcards(const QString& text) { return escaped(text).replace(u'*', u'%'); }

/// FTS5's own language is kept out: every word is a quoted string of it.
QString phrase(const Term& words) {
    return u'"' + QString(words.text).remove(u'"').remove(QChar(u'\0')) + u'"' + (words.prefix ? QStringLiteral("*") : QString());
}

// Labels are few, so they are walked by jumps in the index region_by_label, and the regions of those
// that fit are found by the same index; comparing every region's label would read every region.
constexpr const char* kLabels =
    "r.label IN (WITH RECURSIVE known(v) AS (SELECT min(label) FROM region UNION ALL "
    "SELECT (SELECT min(label) FROM region WHERE label>known.v) FROM known WHERE known.v IS NOT NULL) "
    "SELECT v FROM known WHERE v LIKE %1 ESCAPE '\\')";

QByteArray usedBy(const Term& field) { return field.choice ? field.choice->condition : field.key->column; }

// Comparisons with NULL are never true, so a field of a table needs a row of it, unless it says otherwise.
bool ofCaption(const Term& term) {
    if (term.kind == Term::Kind::Words) return true;
    const QByteArray used = usedBy(term);
    return used.contains("c.") && !used.contains("EXISTS");
}

bool ofRegion(const Term& term) {
    if (term.kind == Term::Kind::Words) return false;
    if (term.near) return std::none_of(term.near->begin(), term.near->end(), [](const Near& near) { return near.region == 0; });
    const QByteArray used = usedBy(term);
    return used.contains("r.") && !used.contains("EXISTS") && !used.contains("m.") && !used.contains("r.id IS NULL");
}

bool ofPicture(const Term& term) { return term.kind == Term::Kind::Field && usedBy(term) == "r.id IS NULL"; }

/// Whether a row must be `of` something to fulfil the term.
bool needs(const Term& term, bool (*of)(const Term&)) {
    const auto part = [of](const Term& one) { return needs(one, of); };
    switch (term.kind) {
    case Term::Kind::All: return std::any_of(term.parts.begin(), term.parts.end(), part);
    case Term::Kind::Any: return std::all_of(term.parts.begin(), term.parts.end(), part);
    case Term::Kind::Not: return false;
    default: return of(term);
    }
}

class Compiler {
public:
    Condition compiled(const Query& query) {
        m_condition.needsCaption = needs(query.root, ofCaption);
        m_condition.needsRegion = needs(query.root, ofRegion);
        m_condition.needsPicture = needs(query.root, ofPicture);
        m_condition.sql = sql(query.root);
        m_condition.needsLabels = m_condition.sql.contains("rb_contradicts");
        return std::move(m_condition);
    }

private:
    template <typename Value>
    QByteArray bound(Value value) {
        m_condition.values.emplace_back(std::move(value));
        return "?" + QByteArray::number(m_condition.values.size());
    }

    QByteArray sql(const Term& term) {
        switch (term.kind) {
        case Term::Kind::All: return allOf(term.parts);
        case Term::Kind::Any: return joined(term.parts, " OR ");
        // NOT would leave NULL where there is nothing to compare, and the row would be in neither answer.
        case Term::Kind::Not: return "(" + sql(term.parts.front()) + ") IS NOT TRUE";
        case Term::Kind::Words: return matching(phrase(term));
        case Term::Kind::Field: return field(term);
        }
        return "1";
    }

    QByteArray joined(const std::vector<Term>& parts, const char* with) {
        QByteArrayList pieces;
        for (const Term& part : parts) pieces.append("(" + sql(part) + ")");
        return pieces.join(with);
    }

    /// All words side by side are one search: the index intersects them without listing each.
    QByteArray allOf(const std::vector<Term>& parts) {
        QStringList phrases;
        QByteArrayList pieces;
        for (const Term& part : parts) {
            if (part.kind == Term::Kind::Words) phrases.append(phrase(part));
            else pieces.append("(" + sql(part) + ")");
        }
        if (!phrases.isEmpty()) pieces.prepend(matching(phrases.join(QLatin1String(" AND "))));
        return pieces.isEmpty() ? QByteArray("1") : pieces.join(" AND ");
    }

    QByteArray matching(const QString& expression) {
        return "c.id IN (SELECT rowid FROM caption_words WHERE caption_words MATCH " + bound(expression) + ")";
    }

    QByteArray field(const Term& term) {
        const QByteArray column(term.key->column);
        switch (term.key->kind) {
        case KeyKind::Choice: return term.choice->condition;
        case KeyKind::Number:
        case KeyKind::Date: return inRange(column, term.range);
        case KeyKind::Exact: return exactly(column, withWildcards(term.text));
        case KeyKind::Part: return like(column, u'%' + withWildcards(term.text) + u'%');
        case KeyKind::Folder:
            return like("(" + column + ")", QStringLiteral("%/") + withWildcards(term.text) + QStringLiteral("/%"));
        case KeyKind::Meaning:
        case KeyKind::Like: return near(term);
        }
        return "1";
    }

    /// Ids are no doubles: as numbers of JSON they would lose their last digits, so each is a text.
    QByteArray near(const Term& term) {
        m_condition.needsNear = m_condition.needsNear || !term.near;
        if (!term.near) return "0";
        QJsonArray regions, pictures;
        for (const Near& each : *term.near) (each.region ? regions : pictures).append(QString::number(each.region ? each.region : each.media));
        const auto among = [this](const char* id, const QJsonArray& ids) {
            const QString list = QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact));
            return QByteArray(id) + " IN (SELECT CAST(value AS INTEGER) FROM json_each(" + bound(list) + "))";
        };
        const QByteArray region = among("r.id", regions);
        return pictures.isEmpty() ? region : region + " OR (r.id IS NULL AND " + among("m.id", pictures) + ")";
    }

    QByteArray like(const QByteArray& column, const QString& pattern) {
        return column + " LIKE " + bound(pattern) + " ESCAPE '\\'";
    }

    QByteArray exactly(const QByteArray& column, const QString& pattern) {
        if (column != "r.label") return like(column, pattern);
        return QByteArray(kLabels).replace("%1", bound(pattern));
    }

    QByteArray inRange(const QByteArray& column, const Range& range) {
        QByteArrayList bounds;
        if (range.low) bounds.append("(" + column + (range.lowOpen ? ")>" : ")>=") + bound(*range.low));
        if (range.high) bounds.append("(" + column + (range.highOpen ? ")<" : ")<=") + bound(*range.high));
        return bounds.join(" AND ");
    }

    Condition m_condition;
};

} // namespace

Condition conditionOf(const Query& query) { return Compiler().compiled(query); }

void bindValues(project::Statement& statement, const Condition& condition) {
    for (const auto& value : condition.values) std::visit([&](const auto& v) { statement.bind(v); }, value);
}

} // namespace rb::query
