#include "core/project/database.h"
#include "core/project/project.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace rb;

/// A project is captioned in parts by several processes, some of which are killed, and comes together again.
class ShardsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRegionHasOneCaptionAlthoughShardsAreKilled();
    void twoProcessesCannotTakeTheSamePart();
    void wrongPartsAreOneSentence_data();
    void wrongPartsAreOneSentence();

private:
    static constexpr int kPictures = 8, kBoxes = 30;
    QString project() const { return m_folder->filePath(QStringLiteral("many.rbproject")); }
    QString copy(int number) const { return m_folder->filePath(QStringLiteral("many.shard-%1-of-3.rbproject").arg(number)); }
    QStringList captioning(const QString& shard) const {
        return {QStringLiteral("caption"), QStringLiteral("--project"), project(), QStringLiteral("--beams"), QStringLiteral("1"), QStringLiteral("--shard"), shard};
    }
    void start(QProcess& process, const QStringList& arguments) const {
        process.start(QStringLiteral(RB_PROGRAMS "/regionblip"), arguments);
        process.closeWriteChannel();
    }
    int run(const QStringList& arguments) const {
        QProcess process;
        start(process, arguments);
        return process.waitForFinished(120000) ? process.exitCode() : -1;
    }
    static qint64 number(const QString& file, const char* sql) {
        const auto database = project::Database::open(file, false);
        return database.ok() ? (*database)->number(sql).value_or(-1) : -1;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ShardsTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    auto made = project::Project::create(project());
    QVERIFY(made.ok());
    QVERIFY((*made)->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        for (int i = 0; i < kPictures; ++i) {
            const QString name = QStringLiteral("scene%1.jpg").arg(i, 2, 10, QLatin1Char('0'));
            QFile::copy(QStringLiteral(RB_RESOURCES "/models/regionblip-mini/samples/") + name, m_folder->filePath(name));
            project::Media media;
            media.path = name;
            media.width = 672;
            media.height = 504;
            project::Region region;
            region.media = edit.insert(media);
            for (int k = 0; k < kBoxes; ++k) {
                region.shape = geometry::boxShape({10 + 15.0 * k, 8.0 * k, 120, 140});
                edit.insert(region);
            }
        }
    }).ok());
}

void ShardsTest::everyRegionHasOneCaptionAlthoughShardsAreKilled() {
    int killed = 0;
    for (int shard = 1; shard <= 3; ++shard) {
        QProcess process;
        start(process, captioning(QStringLiteral("%1/3").arg(shard)));
        QElapsedTimer time;
        time.start();
        // Some at their first caption, one before.
        while (process.state() != QProcess::NotRunning && time.elapsed() < 60000) {
            process.waitForFinished(20);
            if (shard == 3 ? time.elapsed() > 150 : QFile::exists(copy(shard)) && number(copy(shard), "SELECT count(*) FROM caption") > 0) break;
        }
        killed += process.state() == QProcess::Running;
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished();
        if (shard == 1) QCOMPARE(run({QStringLiteral("project"), QStringLiteral("merge"), project(), copy(1)}), 0); // what is there, and later the rest
    }
    QVERIFY(killed > 0);
    for (int shard = 1; shard <= 3; ++shard) QCOMPARE(run(captioning(QStringLiteral("%1/3").arg(shard))), 0);
    QCOMPARE(run({QStringLiteral("project"), QStringLiteral("merge"), project(), copy(1), copy(2), copy(3)}), 0);

    const qint64 regions = kPictures * kBoxes;
    QCOMPARE(number(project(), "SELECT count(*) FROM region"), regions);
    QCOMPARE(number(project(), "SELECT count(*) FROM caption WHERE rank=0 AND region IS NOT NULL"), regions);
    QCOMPARE(number(project(), "SELECT count(DISTINCT region) FROM caption WHERE rank=0"), regions);
    for (int shard = 1; shard <= 3; ++shard) QVERIFY(number(copy(shard), "SELECT count(*) FROM caption WHERE rank=0") < regions);
}

void ShardsTest::twoProcessesCannotTakeTheSamePart() {
    QCOMPARE(run(captioning(QStringLiteral("1/3"))), 0);
    const auto held = project::Project::open(copy(1)); // as another process would
    QVERIFY(held.ok());
    QProcess second;
    start(second, captioning(QStringLiteral("1/3")));
    QVERIFY(second.waitForFinished(60000));
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().contains("is being captioned by"));
}

void ShardsTest::wrongPartsAreOneSentence_data() {
    QTest::addColumn<QString>("shard");
    for (const char* wrong : {"0/3", "4/3", "2", "a/b", "1/0", "-1/3", "1/2/3"}) QTest::newRow(wrong) << QString::fromLatin1(wrong);
}

void ShardsTest::wrongPartsAreOneSentence() {
    QFETCH(QString, shard);
    QProcess process;
    start(process, captioning(shard));
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), 2);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.count('\n') == 1 && said.contains("write 2/4"), said.constData());
}

QTEST_GUILESS_MAIN(ShardsTest)
#include "test_shards.moc"
