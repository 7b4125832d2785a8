#include "ui/image_view/caption_text.h"

#include <QFontMetricsF>
#include <QTest>

#include <cmath>

using namespace rb::ui;

class TestCaptionText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortTextTakesOnlyItsWidth();
    void longTextIsCutToItsLines();
    void lineBreaksAreKept();
    void wordsWithoutSpacesAreBroken();
};

namespace {

bool isLines(const CaptionText& text, int lines) {
    return std::abs(text.size().height() - lines * QFontMetricsF(QFont()).height()) < 1;
}

} // namespace

void TestCaptionText::shortTextTakesOnlyItsWidth() {
    const QString text = QStringLiteral("a dog");
    const CaptionText laidOut(text, QFont(), {280, 2, false});
    QVERIFY(std::abs(laidOut.size().width() - QFontMetricsF(QFont()).horizontalAdvance(text)) < 4);
    QVERIFY(isLines(laidOut, 1));
}

void TestCaptionText::longTextIsCutToItsLines() {
    const QString text = QStringLiteral("several words in a row ").repeated(40);
    for (const bool keepEnd : {false, true}) {
        const CaptionText laidOut(text, QFont(), {200, 3, keepEnd});
        QVERIFY(isLines(laidOut, 3));
        QVERIFY(laidOut.size().width() <= 202);
    }
}

void TestCaptionText::lineBreaksAreKept() {
    const CaptionText laidOut(QStringLiteral("one\ntwo"), QFont(), {280, 4, false});
    QVERIFY(isLines(laidOut, 2));
}

void TestCaptionText::wordsWithoutSpacesAreBroken() {
    const CaptionText laidOut(QStringLiteral("x").repeated(300), QFont(), {120, 2, false});
    QVERIFY(laidOut.size().width() <= 122);
}

QTEST_MAIN(TestCaptionText)
#include "test_caption_text.moc"
