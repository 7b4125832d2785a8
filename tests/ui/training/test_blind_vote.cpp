#include "ui/training/blind_vote.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace rb;
using namespace rb::ui;

class TestBlindVote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysVoteForTheSideThatIsSeen();
    void clicksDoTheSame();
    void nobodySaysWhoseACaptionIs();
    void backspaceTakesBack();
    void resultIsToldInWords();
    void nothingToAskIsTheResultAtOnce();
};

static std::vector<runs::CaptionPair> pairs(int count) {
    std::vector<runs::CaptionPair> all;
    for (int i = 0; i < count; ++i) all.push_back({QStringLiteral("regions:%1").arg(i + 1), {QStringLiteral("of A %1").arg(i), QStringLiteral("of B %1").arg(i)}, {1, 2}, {}});
    return all;
}

static const std::array<QString, 2> kNames{QStringLiteral("Base"), QStringLiteral("Birds")};

static QPushButton* side(const BlindVote& vote, const char* name) {
    for (auto* button : vote.findChildren<QPushButton*>())
        if (button->accessibleName() == QLatin1String(name)) return button;
    return nullptr;
}

static QString caption(const BlindVote& vote, const char* name) { return side(vote, name)->accessibleDescription(); }

void TestBlindVote::keysVoteForTheSideThatIsSeen() {
    BlindVote vote(runs::Ballot(pairs(3), 4), kNames, {});
    vote.show();
    QSignalSpy finished(&vote, &BlindVote::finished);
    const QString first = caption(vote, "Left caption");
    QTest::keyClick(&vote, Qt::Key_1);
    QVERIFY(vote.ballot().votes()[0] == (first.startsWith(QStringLiteral("of A")) ? runs::Vote::A : runs::Vote::B));
    const QString second = caption(vote, "Right caption");
    QTest::keyClick(&vote, Qt::Key_Right);
    QVERIFY(vote.ballot().votes()[1] == (second.startsWith(QStringLiteral("of A")) ? runs::Vote::A : runs::Vote::B));
    QTest::keyClick(&vote, Qt::Key_0);
    QVERIFY(vote.ballot().votes()[2] == runs::Vote::Tie);
    QCOMPARE(finished.count(), 1);
    QTest::keyClick(&vote, Qt::Key_1); // it is over
    QCOMPARE(vote.ballot().done(), 3);
}

void TestBlindVote::clicksDoTheSame() {
    BlindVote vote(runs::Ballot(pairs(2), 4), kNames, {});
    vote.show();
    const QString right = caption(vote, "Right caption");
    QTest::mouseClick(side(vote, "Right caption"), Qt::LeftButton);
    QVERIFY(vote.ballot().votes()[0] == (right.startsWith(QStringLiteral("of A")) ? runs::Vote::A : runs::Vote::B));
}

void TestBlindVote::nobodySaysWhoseACaptionIs() {
    BlindVote vote(runs::Ballot(pairs(3), 4), kNames, {});
    vote.show();
    for (auto* label : vote.findChildren<QLabel*>())
        if (label->isVisible()) QVERIFY(!label->text().contains(kNames[0]) && !label->text().contains(kNames[1]));
}

void TestBlindVote::backspaceTakesBack() {
    BlindVote vote(runs::Ballot(pairs(3), 4), kNames, {});
    vote.show();
    const QString first = caption(vote, "Left caption");
    QTest::keyClick(&vote, Qt::Key_Backspace); // nothing to take back
    QTest::keyClick(&vote, Qt::Key_2);
    QVERIFY(caption(vote, "Left caption") != first);
    QTest::keyClick(&vote, Qt::Key_Backspace);
    QCOMPARE(caption(vote, "Left caption"), first);
    QCOMPARE(vote.ballot().done(), 0);
}

void TestBlindVote::resultIsToldInWords() {
    auto some = pairs(6);
    some[5].texts[1] = some[5].texts[0];
    BlindVote vote(runs::Ballot(some, 4), kNames, {});
    vote.show();
    for (int i = 0; i < 5; ++i) QTest::keyClick(&vote, caption(vote, "Left caption").startsWith(QStringLiteral("of B")) ? Qt::Key_1 : Qt::Key_2);
    QString said;
    for (auto* label : vote.findChildren<QLabel*>())
        if (label->isVisible()) said += label->text();
    QVERIFY2(said.contains(QStringLiteral("“Base” was better 0 times, “Birds” 5 times; 1 tie.")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("6 of 100")), qPrintable(said)); // 2 / 32
}

void TestBlindVote::nothingToAskIsTheResultAtOnce() {
    BlindVote vote(runs::Ballot({}, 4), kNames, {});
    vote.show();
    QTest::keyClick(&vote, Qt::Key_1);
    QVERIFY(vote.ballot().finished());
}

QTEST_MAIN(TestBlindVote)
#include "test_blind_vote.moc"
