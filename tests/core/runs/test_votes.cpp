#include "core/runs/votes.h"
#include "tests/core/runs/run_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace rb::runs;
using Side = Ballot::Side;

class TestVotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairIsAskedOnceInSeededOrder();
    void aStandsAtBothSides();
    void voteIsForWhoStandsThere();
    void sameWordsAreTiesAndNotAsked();
    void undoTakesTheLastVoteBack();
    void signTestAgreesWithTheTable_data();
    void signTestAgreesWithTheTable();
    void votesAreAppendedToTheFile();
};

static std::vector<CaptionPair> pairs(int count) {
    std::vector<CaptionPair> all;
    for (int i = 0; i < count; ++i) all.push_back({QStringLiteral("regions:%1").arg(i + 1), {QStringLiteral("a %1").arg(i), QStringLiteral("b %1").arg(i)}, {1, 2}, {}});
    return all;
}

static QStringList order(const Ballot& ballot) {
    QStringList ids;
    for (int i = 0; i < ballot.size(); ++i) ids << ballot.pair(i).id + (ballot.aIsLeft(i) ? QStringLiteral("L") : QStringLiteral("R"));
    return ids;
}

void TestVotes::everyPairIsAskedOnceInSeededOrder() {
    const Ballot first(pairs(20), 5), same(pairs(20), 5), other(pairs(20), 6);
    QCOMPARE(order(first), order(same));
    QVERIFY(order(first) != order(other));
    QSet<QString> asked;
    for (int i = 0; i < first.size(); ++i) asked.insert(first.pair(i).id);
    QCOMPARE(asked.size(), 20);
}

void TestVotes::aStandsAtBothSides() {
    const Ballot ballot(pairs(400), 1);
    int left = 0;
    for (int i = 0; i < ballot.size(); ++i) left += ballot.aIsLeft(i) ? 1 : 0;
    QVERIFY2(left > 150 && left < 250, qPrintable(QString::number(left))); // five standard deviations
}

void TestVotes::voteIsForWhoStandsThere() {
    Ballot ballot(pairs(40), 3);
    int a = 0, b = 0;
    for (int i = 0; i < 40; ++i) {
        const bool left = i % 3 == 0;
        (ballot.aIsLeft(i) == left ? a : b) += 1;
        ballot.vote(left ? Side::Left : Side::Right);
    }
    QVERIFY(ballot.finished());
    ballot.vote(Side::Left); // there is nothing left
    QCOMPARE(ballot.count().a, a);
    QCOMPARE(ballot.count().b, b);
    QCOMPARE(ballot.count().ties, 0);
}

void TestVotes::sameWordsAreTiesAndNotAsked() {
    auto some = pairs(5);
    some[2].texts[1] = some[2].texts[0];
    Ballot ballot(some, 1);
    QCOMPARE(ballot.size(), 4);
    QCOMPARE(ballot.same(), 1);
    ballot.vote(Side::Neither);
    QCOMPARE(ballot.count().ties, 2);
}

void TestVotes::undoTakesTheLastVoteBack() {
    Ballot ballot(pairs(3), 1);
    QVERIFY(!ballot.undo());
    ballot.vote(Side::Left);
    ballot.vote(Side::Neither);
    QVERIFY(ballot.undo());
    QCOMPARE(ballot.done(), 1);
    QCOMPARE(ballot.count().ties, 0);
}

void TestVotes::signTestAgreesWithTheTable_data() {
    QTest::addColumn<int>("a");
    QTest::addColumn<int>("b");
    QTest::addColumn<double>("chance");
    QTest::newRow("none") << 0 << 0 << 1.0;
    QTest::newRow("even") << 5 << 5 << 1.0;
    QTest::newRow("5 of 5") << 5 << 0 << 2.0 / 32;
    QTest::newRow("9 of 10") << 1 << 9 << 2.0 * 11 / 1024;
    QTest::newRow("15 of 20") << 15 << 5 << 2.0 * 21700 / 1048576;
}

void TestVotes::signTestAgreesWithTheTable() {
    QFETCH(const int, a);
    QFETCH(const int, b);
    QFETCH(const double, chance);
    Ballot ballot(pairs(a + b), 1);
    for (int i = 0; i < a + b; ++i) ballot.vote((i < a) == ballot.aIsLeft(i) ? Side::Left : Side::Right);
    QVERIFY(std::abs(ballot.count().chance - chance) < 1e-9);
}

void TestVotes::votesAreAppendedToTheFile() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("votes.json"));
    Ballot ballot(pairs(2), 9);
    ballot.vote(ballot.aIsLeft(0) ? Side::Left : Side::Right);
    ballot.vote(Side::Neither);
    QVERIFY(appendVotes(ballot, QStringLiteral("base"), QStringLiteral("birds"), file).ok());
    QVERIFY(appendVotes(Ballot(pairs(1), 1), QStringLiteral("x"), QStringLiteral("y"), file).ok());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonArray all = QJsonDocument::fromJson(written.readAll()).array();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0][QStringLiteral("a")].toString(), QStringLiteral("base"));
    QCOMPARE(all[0][QStringLiteral("votes")].toArray()[0][QStringLiteral("vote")].toString(), QStringLiteral("a"));
    QCOMPARE(all[0][QStringLiteral("votes")].toArray()[1][QStringLiteral("vote")].toString(), QStringLiteral("tie"));
    QCOMPARE(all[0][QStringLiteral("votes")].toArray()[0][QStringLiteral("id")].toString(), ballot.pair(0).id);
}

QTEST_GUILESS_MAIN(TestVotes)
#include "test_votes.moc"
