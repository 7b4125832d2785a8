#pragma once

#include <QStringView>

#include <vector>

namespace rb::ui {

struct TextSpan {
    qsizetype from = 0, length = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// What of two texts is not in the other, in whole words and single characters between them.
struct TextDifference {
    std::vector<TextSpan> removed; ///< of the text before
    std::vector<TextSpan> added;   ///< of the text after
};

TextDifference differenceOf(QStringView before, QStringView after);

} // namespace rb::ui
