#include "core/runs/votes.h"

#include "core/base/durable_file.h"
#include "core/base/splitmix64.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rb::runs {

static constexpr qint64 kLargestFile = 64 << 20;

Ballot::Ballot(std::vector<CaptionPair> pairs, quint64 seed) : m_pairs(std::move(pairs)), m_seed(seed) {
    quint64 state = seed;
    const auto random = [&state] { return splitMixed(state += kSplitMixStep); };
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        if (m_pairs[i].texts[0] == m_pairs[i].texts[1]) ++m_same;
        else m_order.push_back({i, (random() >> 63) != 0});
    }
    for (std::size_t i = m_order.size(); i > 1; --i) std::swap(m_order[i - 1], m_order[random() % i]);
}

void Ballot::vote(Side better) {
    if (finished()) return;
    if (better == Side::Neither) return m_votes.push_back(Vote::Tie);
    m_votes.push_back((better == Side::Left) == aIsLeft(done()) ? Vote::A : Vote::B);
}

bool Ballot::undo() {
    if (m_votes.empty()) return false;
    m_votes.pop_back();
    return true;
}

/// P(at most `fewer` of `n` fair coins) twice, by logarithms of factorials.
static double signTest(int fewer, int n) {
    double sum = 0;
    for (int k = 0; k <= fewer; ++k) sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) - n * std::log(2.0));
    return std::min(1.0, 2 * sum);
}

Ballot::Count Ballot::count() const {
    Count count;
    count.ties = m_same;
    for (const Vote vote : m_votes) ++(vote == Vote::A ? count.a : vote == Vote::B ? count.b : count.ties);
    count.chance = signTest(std::min(count.a, count.b), count.a + count.b);
    return count;
}

Status appendVotes(const Ballot& ballot, const QString& nameOfA, const QString& nameOfB, const QString& path) {
    QFile file(path);
    QJsonArray all;
    if (file.open(QIODevice::ReadOnly)) all = QJsonDocument::fromJson(file.read(kLargestFile)).array();
    QJsonArray votes;
    const QString names[] = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("tie")};
    for (int i = 0; i < ballot.done(); ++i)
        votes << QJsonObject{{QStringLiteral("id"), ballot.pair(i).id}, {QStringLiteral("vote"), names[static_cast<int>(ballot.votes()[static_cast<std::size_t>(i)])]}};
    all << QJsonObject{{QStringLiteral("a"), nameOfA},
                       {QStringLiteral("b"), nameOfB},
                       {QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                       {QStringLiteral("seed"), QString::number(ballot.seed())},
                       {QStringLiteral("same"), ballot.same()},
                       {QStringLiteral("votes"), votes}};
    return replaceFile(path.toStdString(), QJsonDocument(all).toJson().toStdString());
}

} // namespace rb::runs
