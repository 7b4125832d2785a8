#include "core/project/database.h"
#include "core/project/project.h"
#include "core/runs/adapter_shelf.h"
#include "core/runs/captioning_job.h"
#include "core/runs/training_job.h"
#include "core/vlm/adapter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace rb;

/// Work that is carried to another machine in a folder, done there by its scripts, and brought back.
class JobFoldersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTrainingJobMakesAnAdapterThatIsImported();
    void captionsOfACutOffJobComeBack();
    void aFolderThatIsThereIsNotTouched();

private:
    static constexpr int kPictures = 6, kBoxes = 20;
    static QString model() { return QStringLiteral(RB_RESOURCES "/models/regionblip-mini"); }
    static QString sample(int i) { return model() + QStringLiteral("/samples/scene%1.jpg").arg(i, 2, 10, QLatin1Char('0')); }
    QString at(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    static std::vector<runs::RunItem> items();
    QString makeProject() const;
    static void start(QProcess& process, const QString& program, const QStringList& arguments) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("REGIONBLIP"), QStringLiteral(RB_PROGRAMS "/regionblip"));
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        process.closeWriteChannel();
    }
    static bool run(const QString& program, const QStringList& arguments) {
        QProcess process;
        start(process, program, arguments);
        if (process.waitForFinished(240000) && process.exitCode() == 0) return true;
        qWarning("%s", process.readAllStandardError().constData());
        return false;
    }
    static qint64 number(const QString& file, const char* sql) {
        const auto database = project::Database::open(file, false);
        return database.ok() ? (*database)->number(sql).value_or(-1) : -1;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void JobFoldersTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

std::vector<runs::RunItem> JobFoldersTest::items() {
    std::vector<runs::RunItem> items;
    for (int i = 0; i < 4; ++i)
        for (int k = 0; k < 2; ++k)
            items.push_back({i + 1, 10 * i + k + 1, sample(i), false, geometry::Box2{40.0 + 200 * k, 60, 180, 200}, {}, QStringLiteral("thing %1 of the scene").arg(k), i == 3 ? QStringLiteral("val") : QString()});
    return items;
}

void JobFoldersTest::aTrainingJobMakesAnAdapterThatIsImported() {
    runs::RunSettings settings;
    settings.model = model();
    settings.epochs = 2;
    settings.batch = 3;
    const auto written = runs::writeTrainingJob(QStringLiteral("odd name"), settings, items(), at("job"));
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
    QCOMPARE(written->train, 6);
    QCOMPARE(QDir(at("job/media")).entryList(QDir::Files).size(), 4); // each once
    QVERIFY(QDir(m_folder->path()).rename(QStringLiteral("job"), QStringLiteral("carried elsewhere")));
    for (const char* script : {"train.sh", "train.torchrun.sh", "train.sbatch"})
        QVERIFY2(run(QStringLiteral("sh"), {QStringLiteral("-n"), at("carried elsewhere") + QLatin1Char('/') + QLatin1String(script)}), script);

    QVERIFY(run(at("carried elsewhere/train.sh"), {}));
    vlm::ModelPaths paths;
    paths.model = model().toStdString();
    const auto source = vlm::openModelSource(paths);
    QVERIFY(source.ok());
    runs::AdapterShelf shelf(at("runs"));
    const auto adapter = shelf.import(at("carried elsewhere/run/adapter.safetensors"), QString::fromStdString(*vlm::fingerprint(*source)));
    QVERIFY2(adapter.ok(), adapter.ok() ? "" : adapter.error().message.c_str());
    QCOMPARE(adapter->card.value(QStringLiteral("samples")), QStringLiteral("6"));
}

QString JobFoldersTest::makeProject() const {
    const QString path = at("home/my cats.rbproject");
    QDir().mkpath(at("home/photos"));
    auto made = project::Project::create(path);
    if (!made.ok()) qFatal("%s", made.error().message.c_str());
    (void)(*made)->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        for (int i = 0; i < kPictures; ++i) {
            project::Media media;
            media.path = QStringLiteral("photos/%1.jpg").arg(i);
            media.width = 672;
            media.height = 504;
            QFile::copy(sample(i), at("home/") + media.path);
            project::Region region;
            region.media = edit.insert(media);
            for (int k = 0; k < kBoxes; ++k) {
                region.shape = geometry::boxShape({10 + 20.0 * k, 10.0 * k, 120, 140});
                edit.insert(region);
            }
        }
    });
    return path;
}

void JobFoldersTest::captionsOfACutOffJobComeBack() {
    const QString project = makeProject();
    QVERIFY(run(QStringLiteral(RB_PROGRAMS "/regionblip"), {QStringLiteral("caption"), QStringLiteral("--project"), project, QStringLiteral("--export-job"), at("job"), QStringLiteral("--parts"), QStringLiteral("2")}));
    const QString copy = at("job/my cats.shard-1-of-2.rbproject");
    QProcess process;
    start(process, at("job/caption.sh"), {QStringLiteral("1")});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(copy) || process.state() == QProcess::NotRunning, 60000);
    process.terminate(); // as Slurm does when the time is over
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60000);
    const qint64 before = QFile::exists(copy) ? number(copy, "SELECT count(*) FROM caption WHERE rank=0") : 0;
    QVERIFY(before >= 0);
    for (const char* part : {"1", "2"}) QVERIFY(run(at("job/caption.sh"), {QLatin1String(part)}));
    QVERIFY(number(copy, "SELECT count(*) FROM caption WHERE rank=0") >= before);

    QVERIFY(run(QStringLiteral(RB_PROGRAMS "/regionblip"), {QStringLiteral("project"), QStringLiteral("merge"), project, copy, at("job/my cats.shard-2-of-2.rbproject")}));
    QCOMPARE(number(project, "SELECT count(*) FROM caption WHERE rank=0"), qint64(kPictures * kBoxes));
    QCOMPARE(number(project, "SELECT count(DISTINCT region) FROM caption WHERE rank=0"), qint64(kPictures * kBoxes));
}

void JobFoldersTest::aFolderThatIsThereIsNotTouched() {
    QDir().mkpath(at("job"));
    runs::RunSettings settings;
    settings.model = model();
    const auto refused = runs::writeTrainingJob(QStringLiteral("job"), settings, items(), at("job"));
    QVERIFY(!refused.ok());
    QVERIFY(QString::fromStdString(refused.error().message).contains(QStringLiteral("is there already")));
    QVERIFY(QDir(at("job")).isEmpty());
}

QTEST_GUILESS_MAIN(JobFoldersTest)
#include "test_job_folders.moc"
