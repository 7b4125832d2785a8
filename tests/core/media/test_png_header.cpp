#include "core/media/png_header.h"

#include <QFile>
#include <QTest>

using namespace rb::media;

class TestPngHeader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodPicturesAndOtherFilesPass();
    void everyKindOfColourPasses();
    void faultsAreTold_data();
    void faultsAreTold();
};

/// Of 300 by 200 pixels.
static std::string header(int depth, int colorType) {
    std::string start("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x2c\0\0\0\xc8", 24);
    start += static_cast<char>(depth);
    start += static_cast<char>(colorType);
    return start + std::string(7, '\0');
}

void TestPngHeader::goodPicturesAndOtherFilesPass() {
    QVERIFY(!faultOfPngHeader(header(8, 2)));
    QVERIFY(!faultOfPngHeader("\xff\xd8\xff\xe0 a JPEG"));
    QVERIFY(!faultOfPngHeader(""));
}

void TestPngHeader::everyKindOfColourPasses() {
    int allowed = 0;
    for (int depth = 0; depth <= 32; ++depth)
        for (int type = 0; type <= 8; ++type) allowed += faultOfPngHeader(header(depth, type)) ? 0 : 1;
    QCOMPARE(allowed, 15); // the rows of the standard's table 11.1
}

void TestPngHeader::faultsAreTold_data() {
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("fault");
    const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
    QTest::newRow("bit depth 7") << bytes(header(7, 2)) << QStringLiteral("bit depth 7");
    QTest::newRow("cut off") << bytes(header(8, 2).substr(0, 20)) << QStringLiteral("damaged");
    std::string wide = header(8, 2), none = header(8, 2), other = header(8, 2);
    wide[16] = '\x7f';
    none[18] = none[19] = '\0';
    other[12] = 'X';
    QTest::newRow("too wide") << bytes(wide) << QStringLiteral("a million");
    QTest::newRow("of no width") << bytes(none) << QStringLiteral("no size");
    QTest::newRow("another chunk first") << bytes(other) << QStringLiteral("damaged");
}

void TestPngHeader::faultsAreTold() {
    QFETCH(const QByteArray, start);
    QFETCH(const QString, fault);
    const auto told = faultOfPngHeader({start.constData(), static_cast<std::size_t>(start.size())});
    QVERIFY(told);
    QVERIFY2(QString::fromStdString(*told).contains(fault), told->c_str());
}

QTEST_GUILESS_MAIN(TestPngHeader)
#include "test_png_header.moc"
