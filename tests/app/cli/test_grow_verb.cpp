#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <nlohmann/json.hpp>

using nlohmann::json;

/// `regionblip grow` over boxes of a detection set that came without captions.
class GrowVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDryRunTellsAndWritesNothing();
    void boxesWithoutCaptionsGetDrafts();
    void thresholdsAreKept();
    void newBoxesAreMade();
    void aQueryChooses();
    void wrongValuesAreUsageErrors_data();
    void wrongValuesAreUsageErrors();
    void helpTeaches();

private:
    struct Outcome {
        int code = -1;
        QByteArray out, err;
    };
    static Outcome regionblip(const QStringList& arguments);
    Outcome grow(const QStringList& more) const {
        return regionblip(QStringList{QStringLiteral("grow"), QStringLiteral("--project"), m_project, QStringLiteral("--beams"), QStringLiteral("1")} + more);
    }
    json info() const { return json::parse(regionblip({QStringLiteral("project"), QStringLiteral("info"), m_project, QStringLiteral("--json")}).out.toStdString(), nullptr, false); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

static const QStringList kAny{QStringLiteral("--min-itm"), QStringLiteral("0"), QStringLiteral("--min-itc"), QStringLiteral("-1")};

GrowVerbTest::Outcome GrowVerbTest::regionblip(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(RB_PROGRAMS "/regionblip"), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(180000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Three pictures with seven boxes, as VOC has them: labels, no captions.
void GrowVerbTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = m_folder->filePath(QStringLiteral("a.rbproject"));
    const Outcome imported = regionblip({QStringLiteral("import"), QStringLiteral(RB_TEST_DATA "/formats/voc/Annotations"), QStringLiteral("--media"),
                                         QStringLiteral(RB_TEST_DATA "/formats/images"), QStringLiteral("--project"), m_project});
    QVERIFY2(imported.code == 0, imported.err.constData());
}

void GrowVerbTest::aDryRunTellsAndWritesNothing() {
    const Outcome told = grow(QStringList{QStringLiteral("--dry-run")} + kAny);
    QVERIFY2(told.code == 0, told.err.constData());
    QVERIFY2(told.out.startsWith("3 pictures, 7 boxes to caption; 0 regions have a caption"), told.out.constData());
    QCOMPARE(told.out.count("  kept   ITM "), 7);
    QVERIFY2(told.out.contains("The whole: about 7 captions, of which 7 would be kept, in about"), told.out.constData());
    QCOMPARE(info().at("drafts").get<int>(), 0);
}

void GrowVerbTest::boxesWithoutCaptionsGetDrafts() {
    for (const char* view : {"crop", "region"}) {
        init();
        const Outcome grown = grow(QStringList{QStringLiteral("--caption"), QLatin1String(view)} + kAny);
        QVERIFY2(grown.code == 0 && grown.out.contains("7 drafts written"), (grown.out + grown.err).constData());
        const json after = info();
        QCOMPARE(after.at("drafts").get<int>(), 7);
        QCOMPARE(after.at("regions").get<int>(), 7);
        QCOMPARE(after.at("undo").get<std::string>(), std::string("Grow data set"));
        const Outcome again = grow(kAny);
        QVERIFY2(again.code == 0 && again.out.startsWith("0 pictures, 0 boxes to caption; 7 regions have a caption"), again.out.constData());
    }
}

void GrowVerbTest::thresholdsAreKept() {
    const Outcome grown = grow({QStringLiteral("--min-itc"), QStringLiteral("1")});
    QVERIFY2(grown.code == 0 && grown.out.contains("7 captioned: 0 good enough, 7 below a threshold"), (grown.out + grown.err).constData());
    QCOMPARE(info().at("drafts").get<int>(), 0);
}

void GrowVerbTest::newBoxesAreMade() {
    const Outcome grown = grow(QStringList{QStringLiteral("--proposals"), QStringLiteral("edges"), QStringLiteral("--boxes"), QStringLiteral("4"), QStringLiteral("--per-picture"),
                                           QStringLiteral("2")} + kAny);
    QVERIFY2(grown.code == 0 && grown.out.startsWith("3 pictures, up to 12 boxes to caption"), (grown.out + grown.err).constData());
    const json after = info();
    const int drafts = after.at("drafts").get<int>();
    QVERIFY(drafts > 0 && drafts <= 6);
    QCOMPARE(after.at("regions").get<int>(), 7 + drafts);
}

void GrowVerbTest::aQueryChooses() {
    const Outcome told = grow(QStringList{QStringLiteral("--query"), QStringLiteral("label:nothing"), QStringLiteral("--dry-run")});
    QVERIFY2(told.code == 0 && told.out.startsWith("0 pictures, 0 boxes to caption"), (told.out + told.err).constData());
}

void GrowVerbTest::wrongValuesAreUsageErrors_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("proposals") << QStringList{QStringLiteral("--proposals"), QStringLiteral("luck")};
    QTest::newRow("caption") << QStringList{QStringLiteral("--caption"), QStringLiteral("poem")};
    QTest::newRow("itm") << QStringList{QStringLiteral("--min-itm"), QStringLiteral("2")};
    QTest::newRow("query") << QStringList{QStringLiteral("--query"), QStringLiteral("label:")};
}

void GrowVerbTest::wrongValuesAreUsageErrors() {
    QFETCH(const QStringList, arguments);
    const Outcome refused = grow(arguments);
    QCOMPARE(refused.code, 2);
    QVERIFY(!refused.err.isEmpty());
}

void GrowVerbTest::helpTeaches() {
    const Outcome help = regionblip({QStringLiteral("grow"), QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    for (const char* word : {"ITM", "ITC", "--proposals", "--dry-run", "Examples:", "one step of undo"}) QVERIFY2(help.out.contains(word), word);
}

QTEST_GUILESS_MAIN(GrowVerbTest)
#include "test_grow_verb.moc"
