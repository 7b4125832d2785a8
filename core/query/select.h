#pragma once

#include "core/project/database.h"
#include "core/project/records.h"
#include "core/query/query.h"

namespace rb::query {

enum class Order {
    Picture,     ///< by path; the picture as a whole, then its regions in their order
    Uncertainty, ///< by the mean log-probability of the shown caption's tokens, least sure first
    Age,         ///< by the last change of the shown caption, longest ago first
    Model,       ///< by the name of the model that wrote the shown caption
    Similarity,  ///< by how near it is to what `meaning:` or `like:` asks for, the nearest first
};

/// A region, or a picture as a whole. Every region is a row and every medium is one more.
struct Row {
    project::Id region = 0;  ///< 0: the picture as a whole
    project::Id media = 0;
    project::Id caption = 0; ///< the shown one; 0 when there is none

    friend bool operator==(const Row&, const Row&) = default;
};

inline constexpr qint64 kAllRows = -1;

/// The rows from number `offset` on. Where an order has nothing to go by (no token scores, no
/// caption, no model) a row comes last; ties are in the order of pictures. A
/// page takes as long as finding all rows (about 60 bytes each); who scrolls asks for all at once.
Result<std::vector<Row>> select(const project::Database& database, const Query& query, Order order = Order::Picture,
                                qint64 limit = kAllRows, qint64 offset = 0);
Result<qint64> count(const project::Database& database, const Query& query);

/// Calls `each` with every row in no order, in constant memory, until it returns false.
Status forEachRow(const project::Database& database, const Query& query, const std::function<bool(const Row&)>& each);

} // namespace rb::query
