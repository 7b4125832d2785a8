#include "ui/help/translations.h"

#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace rb::ui;

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { installTranslations(*qApp, QStringLiteral("en")); }
    void programSpeaksTheChosenLanguage();
    void countryIsNoObstacle();
    void englishNeedsNoFile();
    void languageWithoutAFileIsSaid();
    void nextLanguageTakesThePlaceOfTheLast();

private:
    static QString quit() { return QCoreApplication::translate("rb::ui::MainActions", "&Quit"); }
    bool speak(const char* language) { return installTranslations(*qApp, QString::fromLatin1(language), m_folder.path()); }

    QTemporaryDir m_folder;
};

void TestTranslations::initTestCase() {
    // What lrelease makes of one message: "&Quit" of MainActions is "&Beenden".
    const QByteArray message = QByteArray::fromHex(
        "3cb86418caef9c95cd211cbf60a1bddd4200000008002b8c0400000000690000003d0300000010002600420065006500"
        "6e00640065006e080000000006000000052651756974070000001372623a3a75693a3a4d61696e416374696f6e7301");
    QFile file(m_folder.filePath(QStringLiteral("regionblip_de.qm")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(message) == message.size());
}

void TestTranslations::programSpeaksTheChosenLanguage() {
    QVERIFY(speak("de"));
    QCOMPARE(quit(), QStringLiteral("&Beenden"));
}

void TestTranslations::countryIsNoObstacle() {
    QVERIFY(speak("de_AT"));
    QCOMPARE(quit(), QStringLiteral("&Beenden"));
}

void TestTranslations::englishNeedsNoFile() {
    QVERIFY(speak("en"));
    QCOMPARE(quit(), QStringLiteral("&Quit"));
}

void TestTranslations::languageWithoutAFileIsSaid() {
    QVERIFY(!speak("fi"));
    QCOMPARE(quit(), QStringLiteral("&Quit"));
}

void TestTranslations::nextLanguageTakesThePlaceOfTheLast() {
    QVERIFY(speak("de"));
    QVERIFY(speak("en"));
    QCOMPARE(quit(), QStringLiteral("&Quit"));
}

QTEST_MAIN(TestTranslations)
#include "test_translations.moc"
