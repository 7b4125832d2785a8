#pragma once

#include "core/base/result.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace rb::runs {

/// Two captions of one held-out region, of models A (the base, say) and B.
struct CaptionPair {
    QString id;                   ///< of the region, as in a training's messages
    std::array<QString, 2> texts; ///< of A and B
    std::array<double, 2> scores{}; ///< CIDEr of each
    QString human;
};

enum class Vote { A, B, Tie };

/// A blind comparison: a person sees two captions left and right, in an order that follows from a seed, and says which is
/// better. Pairs whose captions are the same words are ties beforehand and are not asked.
class Ballot {
public:
    Ballot(std::vector<CaptionPair> pairs, quint64 seed);

    /// Those that are asked, in their shuffled order.
    int size() const { return static_cast<int>(m_order.size()); }
    int done() const { return static_cast<int>(m_votes.size()); }
    bool finished() const { return done() == size(); }
    int same() const { return m_same; } ///< pairs that were not asked

    const CaptionPair& pair(int number) const { return m_pairs[m_order[static_cast<std::size_t>(number)].pair]; }
    /// A stands at the left.
    bool aIsLeft(int number) const { return m_order[static_cast<std::size_t>(number)].aIsLeft; }

    enum class Side { Left, Right, Neither };
    /// On the next one.
    void vote(Side better);
    /// Takes the last vote back; false: there is none.
    bool undo();

    struct Count {
        int a = 0, b = 0, ties = 0;
        /// Two-sided sign test over the votes that are no ties: how likely so uneven a result is when neither is better.
        double chance = 1;
    };
    Count count() const;
    const std::vector<Vote>& votes() const { return m_votes; } ///< of pair(0), pair(1), …
    quint64 seed() const { return m_seed; }

private:
    struct Place {
        std::size_t pair = 0;
        bool aIsLeft = true;
    };
    std::vector<CaptionPair> m_pairs;
    quint64 m_seed;
    std::vector<Place> m_order;
    std::vector<Vote> m_votes;
    int m_same = 0;
};

/// `{"a", "b", "seed", "same", "votes": [{"id", "vote": "a" | "b" | "tie"}]}` in `<run>/votes.json`; a list, newest last.
Status appendVotes(const Ballot& ballot, const QString& nameOfA, const QString& nameOfB, const QString& file);

} // namespace rb::runs
