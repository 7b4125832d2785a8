#pragma once

#include <QString>

#include <vector>

namespace rb::ui {

/// One bar of a plot.
struct Bar {
    QString name;     ///< beside or below it; short
    QString meaning;  ///< where the name alone does not say it: "5 to 8 words"
    qint64 count = 0;
    QString query;    ///< finds what the bar counts; empty: it cannot be chosen
};

/// What a plot shows.
struct Plot {
    enum class Kind {
        List,    ///< values of no order: rows with a name, a bar and a number
        Columns, ///< neighbouring ranges: upright bars side by side
    };
    Kind kind = Kind::List;
    QString title;
    QString summary;       ///< shown while no bar is looked at: "8.2 on average"
    std::vector<Bar> bars; ///< none: there is nothing to show
    qint64 whole = 0;      ///< what 100 % is
};

} // namespace rb::ui
