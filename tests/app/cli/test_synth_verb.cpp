#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using nlohmann::json;

struct Outcome {
    int code = -1;
    QByteArray out, err;
};

static Outcome regionblip(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(RB_PROGRAMS "/regionblip"), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

static QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Made-up scenes go all the way: written, learnt, captioned with the adapter, scored.
class SynthVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenesAreLearntAndScored_data();
    void scenesAreLearntAndScored();
    void aFullFolderIsRefused();
    void anUnknownStyleIsRefused();

private:
    const QTemporaryDir m_folder;
};

void SynthVerbTest::scenesAreLearntAndScored_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("rooms") << QStringLiteral("rooms") << QStringLiteral("scanrefer.json") << QByteArray("what is next to the");
    QTest::newRow("objects") << QStringLiteral("objects") << QStringLiteral("captions.csv") << QByteArray("what is this? a");
}

void SynthVerbTest::scenesAreLearntAndScored() {
    QFETCH(const QString, kind);
    QFETCH(const QString, list);
    QFETCH(const QByteArray, words);
    const QString data = m_folder.filePath(kind), run = m_folder.filePath(kind + QStringLiteral("-run"));
    const Outcome made = regionblip({QStringLiteral("synth"), QStringLiteral("--kind"), kind, QStringLiteral("--images"), QStringLiteral("10"),
                                     QStringLiteral("--style"), QStringLiteral("question"), QStringLiteral("--output"), data});
    QVERIFY2(made.code == 0, made.err.constData());
    QVERIFY(contentOf(data + QStringLiteral("/train/") + list).contains(words));

    const Outcome trained = regionblip({QStringLiteral("train"), QStringLiteral("--data"), data, QStringLiteral("--steps"), QStringLiteral("2"),
                                        QStringLiteral("--batch"), QStringLiteral("4"), QStringLiteral("--output"), run});
    QVERIFY2(trained.code == 0, trained.err.constData());
    const QString adapter = run + QStringLiteral("/adapter.safetensors");
    QVERIFY(QFile::exists(adapter));
    QCOMPARE(regionblip({QStringLiteral("adapter"), QStringLiteral("verify"), adapter}).code, 0);

    const Outcome scored = regionblip({QStringLiteral("evaluate"), QStringLiteral("--data"), data, QStringLiteral("--split"),
                                       QStringLiteral("test"), QStringLiteral("--adapter"), adapter, QStringLiteral("--beams"),
                                       QStringLiteral("1"), QStringLiteral("--json")});
    QVERIFY2(scored.code == 0, scored.err.constData());
    const json report = json::parse(scored.out.toStdString(), nullptr, false);
    QVERIFY(report.is_object() && !report.at("items").empty());
    QVERIFY(report.at("corpus").contains("cider") && report.at("name_accuracy").is_number());
    for (const json& item : report.at("items")) QVERIFY(!item.at("candidate").get<std::string>().empty());
}

void SynthVerbTest::aFullFolderIsRefused() {
    const QString folder = m_folder.filePath(QStringLiteral("full"));
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/something")));
    const Outcome refused = regionblip({QStringLiteral("synth"), QStringLiteral("--kind"), QStringLiteral("rooms"), QStringLiteral("--output"), folder});
    QCOMPARE(refused.code, 2);
    QVERIFY(refused.err.contains("not empty"));
}

void SynthVerbTest::anUnknownStyleIsRefused() {
    const Outcome refused = regionblip({QStringLiteral("synth"), QStringLiteral("--style"), QStringLiteral("magic"), QStringLiteral("--output"),
                                        m_folder.filePath(QStringLiteral("none"))});
    QCOMPARE(refused.code, 2);
    QVERIFY(refused.err.contains("plain, question or statement"));
}

QTEST_GUILESS_MAIN(SynthVerbTest)
#include "test_synth_verb.moc"
