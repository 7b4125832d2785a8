#include "core/synthetic/captions.h"

#include <QTest>

using namespace rb;
using namespace rb::synthetic;

class CaptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void articlesFollowTheSound_data();
    void articlesFollowTheSound();
    void everyStyleStatesTheSameFacts_data();
    void everyStyleStatesTheSameFacts();
    void picturesAreListed();
    void stylesHaveNames();
};

void CaptionsTest::articlesFollowTheSound_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("adjective");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* adjective, Number number, const char* words) {
        QTest::newRow(words) << QString::fromLatin1(name) << QString::fromLatin1(adjective)
                             << static_cast<int>(number) << QString::fromLatin1(words);
    };
    row("dog", "", Number::One, "a dog");
    row("apple", "", Number::One, "an apple");
    row("apple", "small", Number::One, "a small apple");
    row("unicorn", "", Number::One, "a unicorn");
    row("umbrella", "", Number::One, "an umbrella");
    row("hourglass", "", Number::One, "an hourglass");
    row("grapes", "large", Number::Many, "some large grapes");
    row("bread", "", Number::Mass, "some bread");
}

void CaptionsTest::articlesFollowTheSound() {
    QFETCH(QString, name);
    QFETCH(QString, adjective);
    QFETCH(int, number);
    QFETCH(QString, words);
    QCOMPARE(QString::fromStdString(
                 withArticle({name.toStdString(), adjective.toStdString(), static_cast<Number>(number)})),
             words);
}

void CaptionsTest::everyStyleStatesTheSameFacts_data() {
    QTest::addColumn<QString>("style");
    QTest::addColumn<QString>("related");
    QTest::addColumn<QString>("alone");
    QTest::addColumn<QString>("inRoom");
    QTest::addColumn<QString>("object");
    const auto row = [](const char* style, const char* related, const char* alone, const char* inRoom,
                        const char* object) {
        QTest::newRow(style) << QString::fromLatin1(style) << QString::fromLatin1(related)
                             << QString::fromLatin1(alone) << QString::fromLatin1(inRoom)
                             << QString::fromLatin1(object);
    };
    row("plain", "a small dog to the left of some grapes", "a small dog on a red background",
        "a small dog in an empty room", "a small dog");
    row("question", "what is to the left of the grapes? a small dog",
        "what is on the red background? a small dog", "what is in the empty room? a small dog",
        "what is this? a small dog");
    row("statement", "there is a small dog, and some grapes are to the right of it",
        "there is a small dog, and the background is red", "there is a small dog, and the room is empty",
        "this is a small dog");
}

void CaptionsTest::everyStyleStatesTheSameFacts() {
    QFETCH(QString, style);
    const Noun dog{"dog", "small"}, grapes{"grapes", "large", Number::Many};
    const CaptionStyle named = *captionStyleNamed(style.toStdString());
    QTEST(QString::fromStdString(relationCaption(named, dog, Relation::LeftOf, grapes)), "related");
    QTEST(QString::fromStdString(loneCaption(named, dog, "red")), "alone");
    QTEST(QString::fromStdString(emptyRoomCaption(named, dog)), "inRoom");
    QTEST(QString::fromStdString(objectCaption(named, dog)), "object");
}

void CaptionsTest::picturesAreListed() {
    const std::vector<Noun> nouns{{"dog", "small"}, {"apple"}, {"grapes", "", Number::Many}};
    QCOMPARE(pictureCaption(CaptionStyle::Plain, nouns, "blue"),
             std::string("a dog, an apple and some grapes on a blue background"));
    QCOMPARE(pictureCaption(CaptionStyle::Question, {nouns[0]}, "blue"),
             std::string("what is on the blue background? a dog"));
    QCOMPARE(pictureCaption(CaptionStyle::Statement, {nouns[2]}, "blue"),
             std::string("there are some grapes, and the background is blue"));
    QCOMPARE(pictureCaption(CaptionStyle::Statement, {nouns[0], nouns[1]}, "blue"),
             std::string("there are a dog and an apple, and the background is blue"));
}

void CaptionsTest::stylesHaveNames() {
    for (const CaptionStyle style : {CaptionStyle::Plain, CaptionStyle::Question, CaptionStyle::Statement})
        QVERIFY(*captionStyleNamed(nameOf(style)) == style);
    const auto unknown = captionStyleNamed("rhyme");
    QVERIFY(!unknown.ok());
    QVERIFY(unknown.error().message.find("plain, question or statement") != std::string::npos);
}

QTEST_GUILESS_MAIN(CaptionsTest)
#include "test_captions.moc"
