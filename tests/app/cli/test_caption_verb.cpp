#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include <nlohmann/json.hpp>

using nlohmann::json;

static const QString kSamples = QStringLiteral(RB_RESOURCES "/models/regionblip-mini/samples/");

struct Outcome {
    int code = -1;
    QByteArray out, err;
    json line() const { return json::parse(out.toStdString(), nullptr, false); }
};

static Outcome regionblip(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(RB_PROGRAMS "/regionblip"), arguments);
    if (!process.waitForFinished(120000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

static bool isOneSentence(const QByteArray& text) {
    return text.startsWith("regionblip: ") && text.endsWith(".\n") && text.count('\n') == 1;
}

class CaptionVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sampleCaptionsAreThoseOfTheModelsMaking_data();
    void sampleCaptionsAreThoseOfTheModelsMaking();
    void failuresAreOneSentence_data();
    void failuresAreOneSentence();
    void anInputThatFailsLetsTheOthersGoOn();
    void numbersMayBeNegative();
    void severalCaptionsComeBestFirst();
    void samplingRepeatsWithItsSeed();
    void aWrongCommandLineIsCode2();
    void inspectTellsPointsBoundsAndFieldsOfEveryCloudFormat_data();
    void inspectTellsPointsBoundsAndFieldsOfEveryCloudFormat();
};

void CaptionVerbTest::sampleCaptionsAreThoseOfTheModelsMaking_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("boxes");
    QTest::addColumn<QByteArray>("expected");
    std::ifstream in(kSamples.toStdString() + "captions.json"), samplesIn(kSamples.toStdString() + "samples.json");
    const json written = json::parse(in), samples = json::parse(samplesIn);
    const auto row = [](const std::string& file, const char* what, const QStringList& boxes, const json& captions) {
        json tokens = json::array();
        for (const json& caption : captions) tokens.push_back(caption.at("token_ids"));
        QTest::addRow("%s %s", file.c_str(), what) << QString::fromStdString(file) << boxes << QByteArray::fromStdString(tokens.dump());
    };
    const auto argument = [](const json& values) {
        QStringList numbers;
        for (const json& value : values) numbers << QString::number(value.get<double>(), 'g', 17);
        return numbers.join(QLatin1Char(','));
    };
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const json& picture = written.at("pictures").at(i);
        row(picture.at("file"), "whole", {}, json::array({picture.at("whole")}));
        QStringList boxes;
        for (const json& region : samples.at(i).at("regions")) boxes << QStringLiteral("--box") << argument(region.at("bbox"));
        row(picture.at("file"), "regions", boxes, picture.at("regions"));
    }
    for (const json& cloud : written.at("clouds")) {
        QStringList boxes;
        for (const json& region : cloud.value("regions", json::array())) boxes << QStringLiteral("--box3") << argument(region.at("box3"));
        row(cloud.at("file"), boxes.empty() ? "object" : "room", boxes, boxes.empty() ? json::array({cloud}) : cloud.at("regions"));
    }
}

void CaptionVerbTest::sampleCaptionsAreThoseOfTheModelsMaking() {
    QFETCH(QString, file);
    QFETCH(QStringList, boxes);
    QFETCH(QByteArray, expected);
    const Outcome outcome = regionblip(QStringList{QStringLiteral("caption"), kSamples + file, QStringLiteral("--json")} + boxes);
    QCOMPARE(outcome.code, 0);
    const json line = outcome.line();
    json found = json::array();
    for (const json& region : line.at("regions")) found.push_back(region.at("captions").at(0).at("token_ids"));
    QCOMPARE(QByteArray::fromStdString(found.dump()), expected);
}

void CaptionVerbTest::inspectTellsPointsBoundsAndFieldsOfEveryCloudFormat_data() {
    QTest::addColumn<QString>("file");
    for (const char* name : {"cloud_ascii.ply", "cloud_binary_le.ply", "cloud_binary_be.ply", "cloud_ascii.pcd", "cloud_binary.pcd", "cloud_binary_compressed.pcd", "cloud_12.las",
                             "cloud_14.las", "cloud.npy", "cloud.npz", "cloud.xyz", "kitti.bin"})
        QTest::newRow(name) << QStringLiteral(RB_TEST_DATA "/formats/points/") + QLatin1String(name);
}

void CaptionVerbTest::inspectTellsPointsBoundsAndFieldsOfEveryCloudFormat() {
    QFETCH(QString, file);
    const Outcome outcome = regionblip({QStringLiteral("inspect"), file, QStringLiteral("--json")});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const json told = outcome.line();
    QCOMPARE(told.at("kind").get<std::string>(), std::string("cloud"));
    QCOMPARE(told.at("points").get<int>(), 2000);
    QVERIFY(told.at("bounds").at("min").at(0).get<double>() < told.at("bounds").at("max").at(0).get<double>());
    QVERIFY(told.at("fields").size() >= 3);
    QVERIFY(told.at("memory_bytes").get<int>() >= 2000 * 12);
}

void CaptionVerbTest::failuresAreOneSentence_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    const QString picture = kSamples + QStringLiteral("scene00.jpg"), verb = QStringLiteral("caption");
    QTest::newRow("no such file") << QStringList{verb, QStringLiteral("nowhere.png")} << QStringLiteral("nowhere.png");
    QTest::newRow("not a picture") << QStringList{verb, kSamples + QStringLiteral("samples.json")} << QStringLiteral("samples.json");
    QTest::newRow("box outside") << QStringList{verb, picture, QStringLiteral("--box"), QStringLiteral("5000,0,10,10")} << QStringLiteral("5000,0,10,10");
    QTest::newRow("box without size") << QStringList{verb, picture, QStringLiteral("--box"), QStringLiteral("1,1,0,5")} << QStringLiteral("--box");
    QTest::newRow("no such model") << QStringList{verb, picture, QStringLiteral("--model"), QStringLiteral("nowhere")} << QStringLiteral("nowhere");
    QTest::newRow("hostile file") << QStringList{QStringLiteral("inspect"), QStringLiteral(RB_TEST_DATA "/hostile/pth/exec_os_system.pth")} << QStringLiteral("exec_os_system.pth");
    const QDir hostile(QStringLiteral(RB_TEST_DATA "/hostile"));
    for (const auto& [folder, refusedBy] : {std::pair("image", "caption"), std::pair("json", "check"), std::pair("xml", "check"), std::pair("csv", "check")})
        for (const QFileInfo& file : QDir(hostile.filePath(QLatin1String(folder))).entryInfoList(QDir::Files))
            QTest::newRow(qPrintable(QLatin1String(folder) + u'/' + file.fileName())) << QStringList{QLatin1String(refusedBy), file.filePath()} << file.fileName();
}

void CaptionVerbTest::failuresAreOneSentence() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    const Outcome outcome = regionblip(arguments);
    QVERIFY(outcome.code == 1 || outcome.code == 2);
    QVERIFY2(isOneSentence(outcome.err), outcome.err.constData());
    QVERIFY2(outcome.err.contains(names.toUtf8()), outcome.err.constData());
    QVERIFY(outcome.out.isEmpty());
}

void CaptionVerbTest::anInputThatFailsLetsTheOthersGoOn() {
    const Outcome outcome = regionblip({QStringLiteral("caption"), QStringLiteral("nowhere.png"), kSamples + QStringLiteral("scene00.jpg"), QStringLiteral("--json")});
    QCOMPARE(outcome.code, 1);
    const QList<QByteArray> lines = outcome.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(json::parse(lines[0].toStdString()).contains("error"));
    QVERIFY(json::parse(lines[1].toStdString()).contains("regions"));
}

void CaptionVerbTest::numbersMayBeNegative() {
    const Outcome outcome = regionblip({QStringLiteral("caption"), kSamples + QStringLiteral("scene00.jpg"), QStringLiteral("--box"), QStringLiteral("-20,-10,300,200"), QStringLiteral("--length-penalty"), QStringLiteral("-1.0"), QStringLiteral("--json")});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.line().at("regions").at(0).at("box").at(0).get<double>(), -20.0);
}

void CaptionVerbTest::severalCaptionsComeBestFirst() {
    const Outcome outcome = regionblip({QStringLiteral("caption"), kSamples + QStringLiteral("scene00.jpg"), QStringLiteral("--num-captions"), QStringLiteral("3"), QStringLiteral("--json")});
    const json captions = outcome.line().at("regions").at(0).at("captions");
    QCOMPARE(captions.size(), std::size_t{3});
    QVERIFY(captions[0].at("score").get<double>() >= captions[1].at("score").get<double>());
    QVERIFY(captions[0].at("text") != captions[1].at("text"));
}

void CaptionVerbTest::samplingRepeatsWithItsSeed() {
    const QStringList arguments{QStringLiteral("caption"), kSamples + QStringLiteral("scene01.jpg"), QStringLiteral("--top-p"), QStringLiteral("0.9"), QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--json")};
    const json first = regionblip(arguments).line(), second = regionblip(arguments).line();
    QVERIFY(first.at("regions") == second.at("regions"));
}

void CaptionVerbTest::aWrongCommandLineIsCode2() {
    QCOMPARE(regionblip({QStringLiteral("caption")}).code, 2);
    QCOMPARE(regionblip({QStringLiteral("sing")}).code, 2);
    QCOMPARE(regionblip({QStringLiteral("--help")}).code, 0);
}

QTEST_GUILESS_MAIN(CaptionVerbTest)
#include "test_caption_verb.moc"
