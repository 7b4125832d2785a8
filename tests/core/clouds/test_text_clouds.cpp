#include "tests/core/clouds/cloud_files.h"

using namespace rb::clouds;
using namespace rb::clouds::testing;

class TextCloudsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsRead_data();
    void textIsRead();
    void columnsMeanWhatTheirNamesSay_data();
    void columnsMeanWhatTheirNamesSay();
    void namelessColumnsAreTakenByTheirCount_data();
    void namelessColumnsAreTakenByTheirCount();
    void unitVectorsInPlaceOfColorsAreNormals();
    void realColorsBecomeBytes();
    void linesAcrossBlocksStayWhole();
    void badTextNamesItsLine_data();
    void badTextNamesItsLine();

private:
    CloudFiles m_files;
};

void TextCloudsTest::textIsRead_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("spaces") << QByteArray("0 1 2\n3 4 5\n");
    QTest::newRow("no line feed at the end") << QByteArray("0 1 2\n3 4 5");
    QTest::newRow("carriage returns") << QByteArray("0 1 2\r\n3 4 5\r\n");
    QTest::newRow("commas and tabs") << QByteArray("0,1,2\n3,\t4,\t5\n");
    QTest::newRow("semicolons") << QByteArray("0;1;2\n3;4;5\n");
    QTest::newRow("comments and empty lines") << QByteArray("# x y z\n\n0 1 2\n  \n// more\n3 4 5\n\n");
    QTest::newRow("exponents and signs") << QByteArray("0 1.0 20e-1\n +3.0e0 4 5E+0\n");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf" "0 1 2\n3 4 5\n");
    QTest::newRow("header line") << QByteArray("x,y,z\n0,1,2\n3,4,5\n");
    QTest::newRow("header line in quotes and capitals") << QByteArray("\"X\";\"Y\";\"Z\"\n0;1;2\n3;4;5\n");
    QTest::newRow("names in another order") << QByteArray("id z y x\n7 2 1 0\n8 5 4 3\n");
    QTest::newRow("words in columns of no meaning") << QByteArray("name,x,y,z\na,0,1,2\nb c,3,4,5\n").replace("b c", "bc");
}

void TextCloudsTest::textIsRead() {
    QFETCH(const QByteArray, text);
    for (const char* name : {"cloud.xyz", "cloud.txt", "cloud.csv", "cloud.ASC"}) {
        const auto cloud = m_files.read(QLatin1String(name), text);
        QVERIFY2(cloud.ok(), textOf(cloud));
        QVERIFY(cloud->positions == (std::vector<float>{0, 1, 2, 3, 4, 5}));
        QVERIFY(cloud->colors.empty());
    }
}

void TextCloudsTest::columnsMeanWhatTheirNamesSay_data() {
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("header line") << QByteArray("x y z intensity red green blue label instance_id\n");
    QTest::newRow("CloudCompare") << QByteArray("//X Y Z Intensity R G B scalar_Label object_id\n");
    QTest::newRow("comment") << QByteArray("# by a test\n# x y z reflectance r g b class instance\n");
}

void TextCloudsTest::columnsMeanWhatTheirNamesSay() {
    QFETCH(const QByteArray, names);
    const auto cloud = m_files.read(QStringLiteral("named.txt"), names + "1 2 3 0.5 10 20 255 7 42\n");
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->positions == (std::vector<float>{1, 2, 3}));
    QVERIFY(cloud->colors == (std::vector<std::uint8_t>{10, 20, 255}));
    QVERIFY(cloud->intensity == std::vector<float>{0.5F});
    QVERIFY(cloud->classes == std::vector<std::int32_t>{7});
    QVERIFY(cloud->instances == std::vector<std::int32_t>{42});
}

void TextCloudsTest::namelessColumnsAreTakenByTheirCount_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("colored");
    QTest::addColumn<float>("intensity");
    QTest::newRow("3") << QByteArray("1 2 3") << false << -1.0F;
    QTest::newRow("4") << QByteArray("1 2 3 9") << false << 9.0F;
    QTest::newRow("5") << QByteArray("1 2 3 9 8") << false << -1.0F;
    QTest::newRow("6") << QByteArray("1 2 3 300 -4 60") << true << -1.0F;
    QTest::newRow("7") << QByteArray("1 2 3 300 -4 60 0.25") << true << 0.25F;
    QTest::newRow("8") << QByteArray("1 2 3 300 -4 60 1 2") << true << -1.0F;
}

void TextCloudsTest::namelessColumnsAreTakenByTheirCount() {
    QFETCH(const QByteArray, line);
    QFETCH(const bool, colored);
    QFETCH(const float, intensity);
    const auto cloud = m_files.read(QStringLiteral("nameless.xyz"), line + "\n");
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->positions == (std::vector<float>{1, 2, 3}));
    QVERIFY(cloud->colors == (colored ? std::vector<std::uint8_t>{255, 0, 60} : std::vector<std::uint8_t>{}));
    QVERIFY(cloud->intensity == (intensity < 0 ? std::vector<float>{} : std::vector<float>{intensity}));
}

void TextCloudsTest::unitVectorsInPlaceOfColorsAreNormals() {
    const auto cloud = m_files.read(QStringLiteral("modelnet.txt"), "0.1,0.2,0.3,0,0,-1\n0.4,0.5,0.6,0.6,0,0.8\n");
    QVERIFY2(cloud.ok(), textOf(cloud));
    QVERIFY(cloud->normals == (std::vector<float>{0, 0, -1, 0.6F, 0, 0.8F}));
    QVERIFY(cloud->colors.empty());
}

void TextCloudsTest::realColorsBecomeBytes() {
    const auto real = m_files.read(QStringLiteral("real.xyz"), "1 2 3 0 0.5 1\n4 5 6 1 0.2 0\n");
    QVERIFY(real->colors == (std::vector<std::uint8_t>{0, 128, 255, 255, 51, 0}));
    const auto dark = m_files.read(QStringLiteral("dark.xyz"), "1 2 3 0 0 1\n4 5 6 1 0 0\n");
    QVERIFY(dark->colors == (std::vector<std::uint8_t>{0, 0, 1, 1, 0, 0}));
}

void TextCloudsTest::linesAcrossBlocksStayWhole() {
    // More than two blocks of four megabytes, with lines of many lengths.
    constexpr int kPoints = 400'000;
    QByteArray text;
    for (int i = 0; i < kPoints; ++i)
        text += QByteArray::number(i) + QByteArray(i % 23 + 1, ' ') + QByteArray::number(i * 0.25, 'f', i % 5 + 2) + "\t-" + QByteArray::number(i) + (i % 7 == 0 ? "\r\n\n" : "\n");
    QVERIFY(text.size() > 9 << 20);
    const auto cloud = m_files.read(QStringLiteral("long.xyz"), text);
    QVERIFY2(cloud.ok(), textOf(cloud));
    QCOMPARE(cloud->size(), static_cast<std::size_t>(kPoints));
    std::size_t good = 0;
    for (std::size_t i = 0; i < kPoints; ++i) {
        const auto place = placeOf(*cloud, i);
        const auto expected = static_cast<double>(i);
        good += place[0] == expected && place[1] == expected / 4 && place[2] == -expected;
    }
    QCOMPARE(good, cloud->size());
}

void TextCloudsTest::badTextNamesItsLine_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("words") << QByteArray("# points\n0 1 2\nnot a point\n") << QStringLiteral("line 3");
    QTest::newRow("words at the begin") << QByteArray("these are words\n0 1 2\n") << QStringLiteral("line 1");
    QTest::newRow("two numbers") << QByteArray("0 1\n") << QStringLiteral("line 1");
    QTest::newRow("fewer numbers than the first line") << QByteArray("0 1 2 10 20 30\n3 4 5\n") << QStringLiteral("line 2");
    QTest::newRow("not a number") << QByteArray("0 1 2\nnan 1 2\n") << QStringLiteral("line 2");
    QTest::newRow("infinity") << QByteArray("0 1 inf\n") << QStringLiteral("line 1");
    QTest::newRow("beyond float32") << QByteArray("0 1 1e300\n") << QStringLiteral("line 1");
    QTest::newRow("beyond double") << QByteArray("0 1 1e999\n") << QStringLiteral("line 1");
    QTest::newRow("numbers that run into words") << QByteArray("0 1 2m\n") << QStringLiteral("line 1");
    QTest::newRow("behind a header") << QByteArray("x y z\n\n0 1 2\n3 4\n") << QStringLiteral("line 4");
    QTest::newRow("comments only") << QByteArray("# nothing\n") << QStringLiteral("no points");
    QTest::newRow("header only") << QByteArray("x,y,z\n") << QStringLiteral("no points");
    QTest::newRow("binary") << QByteArray("\x00\x01\x02\xff", 4) << QStringLiteral("line 1");
    QTest::newRow("a line without end") << "0 1 2 " + QByteArray(12 << 20, '1') << QStringLiteral("megabyte");
}

void TextCloudsTest::badTextNamesItsLine() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, part);
    const auto cloud = m_files.read(QStringLiteral("bad.xyz"), text);
    QVERIFY(!cloud.ok());
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QStringLiteral("bad.xyz")), cloud.error().message.c_str());
    QVERIFY2(QString::fromStdString(cloud.error().message).contains(part), cloud.error().message.c_str());
}

QTEST_GUILESS_MAIN(TextCloudsTest)
#include "test_text_clouds.moc"
