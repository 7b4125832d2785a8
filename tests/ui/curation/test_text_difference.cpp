#include "ui/curation/text_difference.h"

#include <QTest>

using namespace rb::ui;

class TestTextDifference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsThatGoAndComeAreMarked_data();
    void wordsThatGoAndComeAreMarked();
    void longTextsAreComparedWithoutTheirEqualEnds();
};

static QStringList pieces(const QString& text, const std::vector<TextSpan>& spans) {
    QStringList found;
    for (const TextSpan& span : spans) found << text.sliced(span.from, span.length);
    return found;
}

void TestTextDifference::wordsThatGoAndComeAreMarked_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<QStringList>("added");
    const auto row = [](const char* name, const char* before, const char* after, const QStringList& removed,
                        const QStringList& added) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after) << removed << added;
    };
    row("one word", "a red dog", "a blue dog", {QStringLiteral("red")}, {QStringLiteral("blue")});
    row("whole word", "a grayish dog", "a greyish dog", {QStringLiteral("grayish")}, {QStringLiteral("greyish")});
    row("twice", "red car and red bus", "blue car and blue bus",
        {QStringLiteral("red"), QStringLiteral("red")}, {QStringLiteral("blue"), QStringLiteral("blue")});
    row("more words, twice", "a red car, reddish", "a dark blue car, dark bluish",
        {QStringLiteral("red"), QStringLiteral("reddish")}, {QStringLiteral("dark blue"), QStringLiteral("dark bluish")});
    row("only gone", "a  dog", "a dog", {QStringLiteral(" ")}, {});
    row("only new", "dog", "dog.", {}, {QStringLiteral(".")});
    row("neighbours are one", "a big red dog", "a dog", {QStringLiteral("big red ")}, {});
    row("equal", "a dog", "a dog", {}, {});
    row("all gone", "a dog", "", {QStringLiteral("a dog")}, {});
    row("beyond the first plane", "a 𝒹og 🐕", "a cat 🐕", {QStringLiteral("𝒹og")}, {QStringLiteral("cat")});
}

void TestTextDifference::wordsThatGoAndComeAreMarked() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    const TextDifference difference = differenceOf(before, after);
    QTEST(pieces(before, difference.removed), "removed");
    QTEST(pieces(after, difference.added), "added");
}

void TestTextDifference::longTextsAreComparedWithoutTheirEqualEnds() {
    QString before, after;
    for (int i = 0; i < 4000; ++i) {
        before += QStringLiteral("w%1 ").arg(i);
        after += i > 10 && i < 3990 ? QStringLiteral("v%1 ").arg(i) : QStringLiteral("w%1 ").arg(i);
    }
    const TextDifference difference = differenceOf(before, after);
    QCOMPARE(difference.removed.size(), std::size_t(1));
    QVERIFY(pieces(before, difference.removed).first().startsWith(QStringLiteral("w11 ")));
    QVERIFY(pieces(after, difference.added).first().endsWith(QStringLiteral(" v3989")));
}

QTEST_MAIN(TestTextDifference)
#include "test_text_difference.moc"
