#include "ui/training/caption_rows.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace rb::ui {

std::vector<runs::CaptionPair> pairsOf(const jobs::TrainingCaptions& a, const jobs::TrainingCaptions& b) {
    QHash<QString, const jobs::TrainingCaption*> ofB;
    for (const jobs::TrainingCaption& item : b.items) ofB[item.id] = &item;
    std::vector<runs::CaptionPair> pairs;
    for (const jobs::TrainingCaption& item : a.items)
        if (const auto* other = ofB.value(item.id))
            pairs.push_back({item.id, {item.caption, other->caption}, {item.cider, other->cider}, item.references.join(QStringLiteral(" / "))});
    return pairs;
}

void sortPairs(std::vector<runs::CaptionPair>& pairs, PairOrder order) {
    if (order == PairOrder::Region) return;
    const auto rank = [order](const runs::CaptionPair& pair) {
        const double gain = pair.scores[1] - pair.scores[0];
        return order == PairOrder::Gain ? gain : order == PairOrder::Loss ? -gain : std::abs(gain);
    };
    std::stable_sort(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) { return rank(a) > rank(b); });
}

} // namespace rb::ui
