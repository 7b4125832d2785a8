#include "core/project/database.h"
#include "core/query/near_duplicates.h"
#include "core/query/words.h"
#include "tests/core/query/query_project.h"

#include <random>

using namespace rb::project;
using namespace rb::project::test;
using namespace rb::query;
using rb::query::test::QueryProject;

class TestNearDuplicates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupsAreWhatIsNearlyEqual();
    void shortCaptionsMustHaveTheSameWords();
    void wordingsAloneAreShownWhenAsked();
    void rejectedAndAlternativeCaptionsDoNotCount();
    void plantedPairsAreFoundAndNothingElse();
};

/// Fills one picture with a region for each caption; the groups name their captions' texts.
static QStringList groupsIn(const QStringList& texts, const NearDuplicateOptions& options = {}) {
    QueryProject project;
    for (const QString& text : texts) project.region(QStringLiteral("a.png"), QString(), text);
    const auto groups = nearDuplicates(project->database(), options);
    if (!groups.ok()) return {QString::fromStdString(groups.error().message)};
    QStringList found;
    for (const CaptionGroup& group : *groups) {
        QStringList members;
        for (const Id id : group.captions) members.append(project->caption(id)->text);
        if (group.text != members.first()) members.append(QStringLiteral("text differs"));
        found.append(members.join(u'|'));
    }
    return found;
}

void TestNearDuplicates::groupsAreWhatIsNearlyEqual() {
    const QString seven = QStringLiteral("a man in a red shirt smiles"), other = QStringLiteral("a man in a blue shirt smiles");
    const QString longer = QStringLiteral("A man, in a red shirt, smiles broadly"),
                  two = QStringLiteral("the man in a blue shirt smiles");
    QCOMPARE(groupsIn({seven, other, longer, QStringLiteral("two dogs play on the wet beach"), two}),
             QStringList({seven + u'|' + other + u'|' + longer}));
}

void TestNearDuplicates::shortCaptionsMustHaveTheSameWords() {
    QCOMPARE(groupsIn({QStringLiteral("a red car"), QStringLiteral("a blue car"), QStringLiteral("A red  car!"),
                       QStringLiteral("car red a")}),
             QStringList({QStringLiteral("a red car|A red  car!")}));
    QCOMPARE(groupsIn({QStringLiteral("…"), QStringLiteral("!"), QString()}), QStringList());
}

void TestNearDuplicates::wordingsAloneAreShownWhenAsked() {
    const QString seven = QStringLiteral("a man in a red shirt smiles"), other = QStringLiteral("a man in a blue shirt smiles");
    NearDuplicateOptions options;
    options.equalToo = false;
    QCOMPARE(groupsIn({seven, seven, other, other, QStringLiteral("dog"), QStringLiteral("dog")}, options),
             QStringList({seven + u'|' + other}));
}

void TestNearDuplicates::rejectedAndAlternativeCaptionsDoNotCount() {
    QueryProject project;
    const Id media = project.add(picture(QStringLiteral("a.png")));
    project.add(words(media, 0, QStringLiteral("dog")));
    project.add(words(media, project.add(box(media, 1)), QStringLiteral("dog"), CaptionState::Rejected));
    project.add(words(media, 0, QStringLiteral("dog"), CaptionState::Draft, 1));
    QVERIFY(nearDuplicates(project->database())->empty());
}

void TestNearDuplicates::plantedPairsAreFoundAndNothingElse() {
    QueryProject project;
    const Id media = project.add(picture(QStringLiteral("a.png")));
    std::mt19937 random(7);
    const auto word = [&] { return QStringLiteral("w%1").arg(random() % 5000); };
    constexpr int kPairs = 1000;
    QVERIFY(project->edit(QStringLiteral("Fill"), [&](Edit& edit) {
                       for (int i = 0; i < kPairs; ++i) {
                           QStringList text;
                           for (int w = 0; w < 7 + i % 8; ++w) text.append(word());
                           edit.insert(words(media, edit.insert(box(media, i)), text.join(u' ')));
                           text[i % text.size()] = QStringLiteral("changed");
                           edit.insert(words(media, edit.insert(box(media, i)), text.join(u' ')));
                       }
                   }).ok());
    const auto groups = nearDuplicates(project->database());
    QVERIFY(groups.ok());
    // A pair is missed once in about 2,000 times; see the header.
    QVERIFY2(groups->size() >= kPairs - 5, qPrintable(QString::number(groups->size())));
    for (const CaptionGroup& group : *groups) {
        QCOMPARE(group.captions.size(), 2U);
        QCOMPARE(wordDistance(project->caption(group.captions[0])->text, project->caption(group.captions[1])->text), 1U);
    }
}

QTEST_GUILESS_MAIN(TestNearDuplicates)
#include "test_near_duplicates.moc"
