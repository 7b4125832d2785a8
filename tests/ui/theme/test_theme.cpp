#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QPainter>
#include <QPalette>
#include <QSet>
#include <QStyle>
#include <QTest>

#include <cmath>

using namespace rb::ui;

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void signsAreVisible_data() { textIsReadable_data(); }
    void signsAreVisible();
    void contrastIsThatOfTheStandard();
    void themeIsRecognisedByItsPalette_data() { textIsReadable_data(); }
    void themeIsRecognisedByItsPalette();
    void applyingSetsStyleAndPalette();
    void boxesToTickAreSeen_data() { textIsReadable_data(); }
    void boxesToTickAreSeen();
    void systemChoiceIsTheSameAfterADarkTheme();
    void regionColorsAreEightAndWrap();
    void everyIconIsDrawnInItsColor();
    void iconIsSharpAtRatioTwo();
    void unknownIconIsNull();
};

void TestTheme::textIsReadable_data() {
    QTest::addColumn<int>("choice");
    QTest::newRow("dark") << int(ThemeChoice::Dark);
    QTest::newRow("light") << int(ThemeChoice::Light);
}

void TestTheme::textIsReadable() {
    QFETCH(int, choice);
    const Theme theme = Theme::of(ThemeChoice(choice));
    for (const QColor& ground : {theme.window, theme.surface, theme.canvas}) {
        QVERIFY(contrastRatio(theme.text, ground) >= 4.5);
        QVERIFY(contrastRatio(theme.muted, ground) >= 4.5);
    }
    const QPalette palette = theme.palette();
    QVERIFY(contrastRatio(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >=
            4.5);
    QVERIFY(contrastRatio(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
}

void TestTheme::signsAreVisible() {
    QFETCH(int, choice);
    const Theme theme = Theme::of(ThemeChoice(choice));
    for (const QColor& color : {theme.accent, theme.good, theme.warn, theme.bad})
        QVERIFY2(contrastRatio(color, theme.surface) >= 3, qPrintable(color.name()));
}

void TestTheme::contrastIsThatOfTheStandard() {
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(std::abs(contrastRatio(QColor(0x767676), Qt::white) - 4.54) < 0.01);
}

void TestTheme::themeIsRecognisedByItsPalette() {
    QFETCH(int, choice);
    const Theme theme = Theme::of(ThemeChoice(choice));
    const Theme found = Theme::matching(theme.palette());
    QCOMPARE(found.dark, theme.dark);
    QCOMPARE(found.accent, theme.accent);
}

void TestTheme::applyingSetsStyleAndPalette() {
    const Theme theme = Theme::of(ThemeChoice::Dark);
    theme.apply(*qApp);
    QCOMPARE(qApp->palette().color(QPalette::Window), theme.window);
    QVERIFY(!qApp->styleSheet().contains(u'@'));
    QVERIFY(qApp->font().pointSizeF() >= 10);
}

void TestTheme::boxesToTickAreSeen() {
    QFETCH(int, choice);
    const Theme theme = Theme::of(ThemeChoice(choice));
    theme.apply(*qApp);
    QCheckBox box;
    box.resize(40, 24);
    const QImage shown = box.grab().toImage();
    double most = 1;
    for (int x = 0; x < 20; ++x) most = std::max(most, contrastRatio(shown.pixelColor(x, shown.height() / 2), theme.window));
    QVERIFY2(most >= 3, qPrintable(QString::number(most))); // as the standard asks of controls
}

void TestTheme::systemChoiceIsTheSameAfterADarkTheme() {
    const bool dark = Theme::of(ThemeChoice::System).dark;
    Theme::of(ThemeChoice::Dark).apply(*qApp);
    QCOMPARE(Theme::of(ThemeChoice::System).dark, dark);
    QCOMPARE(qApp->palette().color(QPalette::Window), Theme::of(ThemeChoice::Dark).window);
}

void TestTheme::regionColorsAreEightAndWrap() {
    QSet<QRgb> colors;
    for (int i = 0; i < 8; ++i)
        colors.insert(regionColor(i).rgb());
    QCOMPARE(colors.size(), 8);
    QCOMPARE(regionColor(8), regionColor(0));
    QCOMPARE(regionColor(-1), regionColor(7));
}

void TestTheme::everyIconIsDrawnInItsColor() {
    QVERIFY(!icon(QStringLiteral("app"), Qt::red).isNull());
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
    QVERIFY(files.size() >= 29);
    for (QString name : files) {
        name.chop(4);
        if (name == QStringLiteral("app")) continue;
        const QImage image = icon(name, Qt::red).pixmap(QSize(32, 32), 1.0).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                inked += pixel.alpha() > 128;
                if (pixel.alpha() > 128) QVERIFY2(pixel.red() > 200 && pixel.green() < 60, qPrintable(name));
            }
        QVERIFY2(inked > 20, qPrintable(name));
    }
}

void TestTheme::iconIsSharpAtRatioTwo() {
    const QPixmap pixmap = icon(QStringLiteral("accept"), Qt::black).pixmap(QSize(20, 20), 2.0);
    QCOMPARE(pixmap.size(), QSize(40, 40));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void TestTheme::unknownIconIsNull() {
    QVERIFY(icon(QStringLiteral("no-such-drawing"), Qt::red).isNull());
}

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
