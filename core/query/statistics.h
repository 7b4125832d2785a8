#pragma once

#include "core/project/database.h"
#include "core/project/records.h"
#include "core/query/histogram.h"

namespace rb::query {

/// How often each value occurs.
struct ValueCount {
    QString value;
    qint64 count = 0;
    friend bool operator==(const ValueCount&, const ValueCount&) = default;
};

/// The most frequent values, most frequent first.
struct Frequencies {
    std::vector<ValueCount> top;
    qint64 distinct = 0;
    /// There were more distinct values than are kept apart; the rarest may be missing.
    bool atLeast = false;
};

struct StatisticsOptions {
    int mostLabels = 50;
    int mostWords = 50;
    /// More time than this between two changes is a break.
    qint64 breakSeconds = 300;
};

/// What is in a project. Captions are the shown ones, unless it says otherwise.
struct Statistics {
    qint64 pictures = 0, clouds = 0, regions = 0;
    qint64 captions = 0, alternatives = 0, wholePictureCaptions = 0;
    std::vector<ValueCount> states, sources;           ///< of captions
    std::vector<ValueCount> models, adapters, authors; ///< of captions that name one
    std::vector<ValueCount> mediaSplits, regionSplits; ///< "" is none
    Frequencies labels;

    Histogram words;   ///< words of a caption, not of rejected ones; as is the vocabulary
    Frequencies vocabulary;
    Histogram regionsPerMedium;
    Histogram boxSize;   ///< the share of the picture's area, in powers of 4; pictures with a size
    Histogram boxAspect; ///< width / height, in half powers of 2

    qint64 acceptedByModel = 0;   ///< accepted captions that a model began
    qint64 acceptedUntouched = 0; ///< of them, with the model's very words
    qint64 edited = 0;            ///< captions that a person made of a model's
    double meanEditDistance = 0;  ///< of these: words inserted, deleted or replaced

    /// Work by hand: captions that a person wrote, edited or accepted by the time of their last change.
    /// Of one second only one counts, so that a change of many at once is not speed.
    qint64 workSessions = 0;
    double workHours = 0;
    double regionsPerHour = 0; ///< 0 when there are fewer than two
};

/// Reads each table once; memory is bounded (at most 300,000 different words are kept apart).
Result<Statistics> statisticsOf(const project::Database& database, const StatisticsOptions& options = {});

} // namespace rb::query
