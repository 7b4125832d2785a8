#include "core/query/near.h"

#include <algorithm>

namespace rb::query {
namespace {

bool isNear(const Term& term) {
    return term.kind == Term::Kind::Field && (term.key->kind == KeyKind::Meaning || term.key->kind == KeyKind::Like);
}

void collect(const Term& term, std::vector<Term>& found) {
    if (isNear(term)) found.push_back(term);
    for (const Term& part : term.parts) collect(part, found);
}

Status fill(Term& term, const FindNear& find) {
    if (isNear(term)) {
        auto found = find(term);
        if (!found.ok()) return found.error();
        term.near = std::make_shared<const std::vector<Near>>(std::move(*found));
    }
    for (Term& part : term.parts)
        if (Status filled = fill(part, find); !filled.ok()) return filled;
    return {};
}

void gather(const Term& term, QHash<std::pair<qint64, qint64>, double>& similarities) {
    if (term.kind == Term::Kind::Not) return;
    for (const Term& part : term.parts) gather(part, similarities);
    if (!term.near) return;
    for (const Near& near : *term.near) {
        const std::pair place(near.media, near.region);
        similarities[place] = std::max(near.similarity, similarities.value(place, near.similarity));
    }
}

} // namespace

std::vector<Term> nearTerms(const Query& query) {
    std::vector<Term> found;
    collect(query.root, found);
    return found;
}

Result<Query> withNear(Query query, const FindNear& find) {
    if (Status filled = fill(query.root, find); !filled.ok()) return filled.error();
    return query;
}

QHash<std::pair<qint64, qint64>, double> similaritiesOf(const Query& query) {
    QHash<std::pair<qint64, qint64>, double> similarities;
    gather(query.root, similarities);
    return similarities;
}

} // namespace rb::query
