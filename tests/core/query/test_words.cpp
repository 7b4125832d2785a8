#include "core/query/words.h"

#include <QTest>

using namespace rb::query;

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreRunsOfLettersAndDigits_data();
    void wordsAreRunsOfLettersAndDigits();
    void distancesCountWords();
    void mistypedNamesFindTheirNearest();
};

void TestWords::wordsAreRunsOfLettersAndDigits_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* text, const char* words) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    row("A red  Apple, and 2 pears.", "a|red|apple|and|2|pears");
    row("don't  t-shirt 'quoted' - dash", "don't|t-shirt|quoted|dash");
    row("ein grüner LÖWE 🦁\nzweite", "ein|grüner|löwe|zweite");
    row("traffic_light", "traffic|light");
    row("赤い車 च्", "赤い車|च्");
    row("\xf0\x9d\x94\x98x", "\xf0\x9d\x94\x98x");
    row("…?!", "");
    row("", "");
}

void TestWords::wordsAreRunsOfLettersAndDigits() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    QCOMPARE(wordsOf(text).join(u'|'), words);
    QCOMPARE(wordCount(text), wordsOf(text).size());
}

void TestWords::distancesCountWords() {
    const auto distance = [](const char* a, const char* b) {
        return wordDistance(QString::fromLatin1(a), QString::fromLatin1(b));
    };
    QCOMPARE(distance("a red car", "A red car."), 0U);
    QCOMPARE(distance("a red car", "a blue car"), 1U);
    QCOMPARE(distance("a red car", "a car"), 1U);
    QCOMPARE(distance("a red car", "car red a"), 2U);
    QCOMPARE(distance("", "one two"), 2U);
    QCOMPARE(distance("one two", ""), 2U);
}

void TestWords::mistypedNamesFindTheirNearest() {
    const QStringList names{QStringLiteral("label"), QStringLiteral("state"), QStringLiteral("is")};
    QCOMPARE(nearest(QStringLiteral("lable"), names), QStringLiteral("label"));
    QCOMPARE(nearest(QStringLiteral("stat"), names), QStringLiteral("state"));
    QCOMPARE(nearest(QStringLiteral("http"), names), QString());
    QCOMPARE(nearest(QString(), names), QString());
}

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
