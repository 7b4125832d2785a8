#pragma once

#include "core/project/database.h"
#include "core/project/records.h"

namespace rb::query {

struct NearDuplicateOptions {
    /// Two captions are nearly equal when (edits of words) ≤ (1 − similarity) · (words of the longer).
    /// At 0.85 captions up to six words must have the same words, where one other word says something
    /// else ("a red car", "a blue car"); from seven words on one may differ, from fourteen on two.
    double similarity = 0.85;
    bool equalToo = true;     ///< also captions that differ only in case, punctuation and spaces
};

/// Captions that say nearly the same: all are nearly equal to the first, which has the lowest id.
struct CaptionGroup {
    std::vector<project::Id> captions; ///< two or more, by id
    QString text;                      ///< of the first
};

/// The largest captioned project that nearDuplicates() takes.
inline constexpr qint64 kMostCompared = 8'000'000;

/// Groups of the shown captions that are not rejected, the largest first. Candidates come from MinHash
/// of words (16 bands of 3: a pair with one of seven words changed is missed once in 2,000 times), and
/// each is then compared word by word. Needs about 100 bytes a caption; refuses more than kMostCompared.
Result<std::vector<CaptionGroup>> nearDuplicates(const project::Database& database, const NearDuplicateOptions& options = {});

} // namespace rb::query
