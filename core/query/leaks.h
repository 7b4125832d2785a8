#pragma once

#include "core/project/database.h"
#include "core/project/records.h"

namespace rb::query {

/// How two splits may know of each other, the surest first.
enum class Leak {
    SameContent,        ///< the same SHA-256
    SameCaptionAndBox,  ///< the same caption text with the same box
    SameFileName,       ///< in different folders: often only numbering, but look
};

struct LeakFinding {
    Leak kind = Leak::SameContent;
    QStringList splits;             ///< two or more, sorted
    std::vector<project::Id> media; ///< the first eight
    qint64 mediaCount = 0;
    QString what;                   ///< the path, file name or caption
};

struct LeakReport {
    std::vector<LeakFinding> findings; ///< at most 1,000 a kind
    qint64 content = 0, captions = 0, names = 0; ///< all
    qint64 all() const { return content + captions + names; }
};

/// Looks for what stands in more than one split. Media without a split, and rejected or empty
/// captions, are left out.
Result<LeakReport> findLeaks(const project::Database& database);

} // namespace rb::query
