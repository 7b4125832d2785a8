#include "core/base/sha256.h"
#include "core/project/project.h"
#include "core/runs/run_history.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace rb;

/// The window and the training that it started are killed again and again; what is learnt in the end has the same bits as what an
/// undisturbed window learnt.
class KilledLoopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twentyKillsChangeNoBit();

private:
    QString at(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static void open(QProcess& window, const QString& project, int runs) {
        window.start(QStringLiteral(RB_TEST_PROGRAMS "/training_window"), {project, QStringLiteral(RB_TEST_DATA "/regionblip/tiny-opt"), QString::number(runs)});
    }
    static void killTraining(const QString& project);
    static QStringList adaptersOf(const QString& project);

    QTemporaryDir m_folder;
};

/// The same accepted captions in two files: each has runs of its own.
void KilledLoopTest::initTestCase() {
    auto made = project::Project::create(at("killed.rbproject"));
    QVERIFY(made.ok());
    QVERIFY((*made)->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        for (int i = 0; i < 3; ++i) {
            project::Media media;
            media.path = QStringLiteral(RB_TEST_DATA "/regionblip/picture%1.png").arg(i);
            const QImage picture(media.path);
            media.width = picture.width();
            media.height = picture.height();
            media.split = i == 2 ? QStringLiteral("val") : QStringLiteral("train");
            const project::Id id = edit.insert(media);
            for (int k = 0; k < 16; ++k) {
                project::Region region;
                region.media = id;
                region.shape = geometry::boxShape({1.0 + k, 2.0, 20, 24});
                project::Caption caption;
                caption.media = id;
                caption.region = edit.insert(region);
                caption.text = QStringLiteral("a caption of %1").arg(k);
                caption.state = project::CaptionState::Accepted;
                edit.insert(caption);
            }
        }
    }).ok());
    made->reset();
    QVERIFY(QFile::copy(at("killed.rbproject"), at("whole.rbproject")));
}

void KilledLoopTest::killTraining(const QString& project) {
    const runs::RunHistory history(project + QStringLiteral(".runs"));
    for (const runs::Run& run : history.runs()) {
        QFile file(history.pathOf(run.id) + QStringLiteral("/process.json"));
        if (!run.active() || !file.open(QIODevice::ReadOnly)) continue;
        const auto process = QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("process")].toInteger();
        if (process > 0) ::kill(static_cast<pid_t>(process), SIGKILL);
    }
}

QStringList KilledLoopTest::adaptersOf(const QString& project) {
    const runs::RunHistory history(project + QStringLiteral(".runs"));
    QStringList hashes;
    for (const runs::Run& run : history.runs()) {
        const auto hash = sha256OfFile((history.pathOf(run.id) + QStringLiteral("/adapter.safetensors")).toStdString());
        hashes << (hash.ok() ? QString::fromStdString(*hash) : QString());
    }
    return hashes;
}

void KilledLoopTest::twentyKillsChangeNoBit() {
    QProcess undisturbed;
    open(undisturbed, at("whole.rbproject"), 1);
    QVERIFY(undisturbed.waitForFinished(120'000));
    const QStringList expected = adaptersOf(at("whole.rbproject"));
    QCOMPARE(expected.size(), 1);
    QVERIFY(!expected.front().isEmpty());

    const QString project = at("killed.rbproject");
    QRandomGenerator random(7);
    int kills = 0, runs = 1;
    while (kills < 20) {
        QProcess window;
        open(window, project, runs);
        if (window.waitForFinished(300 + random.bounded(3500))) {
            QCOMPARE(window.exitCode(), 0);
            ++runs; // it finished before it was killed: another one
            continue;
        }
        const int victims = 1 + random.bounded(3); // window, training, or both
        if (victims & 2) killTraining(project);
        if (victims & 1) {
            window.kill();
            QVERIFY(window.waitForFinished());
        } else if (window.waitForFinished(200)) { // the training had just ended
            QCOMPARE(window.exitStatus(), QProcess::NormalExit);
            ++runs;
            continue;
        } else { // the window lives on without it
            window.kill();
            QVERIFY(window.waitForFinished());
        }
        ++kills;
    }
    QProcess last;
    open(last, project, runs);
    QVERIFY(last.waitForFinished(240'000));
    const QStringList adapters = adaptersOf(project);
    QCOMPARE(adapters.size(), runs);
    for (const QString& adapter : adapters) QCOMPARE(adapter, expected.front());
}

QTEST_GUILESS_MAIN(KilledLoopTest)
#include "test_killed_loop.moc"
