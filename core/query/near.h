#pragma once

#include "core/query/query.h"

#include <QHash>

#include <functional>

namespace rb::query {

/// The terms of a query that ask for what is near: their key is of kind Meaning or Like.
std::vector<Term> nearTerms(const Query& query);

/// What is near a term's text or region, the nearest first. This folder knows no model: whoever has one finds it.
using FindNear = std::function<Result<std::vector<Near>>(const Term& term)>;

/// The query with everything found that its terms ask for; only such a one can be used. The first failure is the answer.
Result<Query> withNear(Query query, const FindNear& find);

/// By medium and region, the highest similarity that a term of the query, not turned round, has for it.
QHash<std::pair<qint64, qint64>, double> similaritiesOf(const Query& query);

} // namespace rb::query
