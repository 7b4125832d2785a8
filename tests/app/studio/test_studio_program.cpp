#include "core/project/project.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace rb;

class TestStudioProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void helpNamesWhatItTakes();
    void missingPictureIsRefusedWithASentence();
    void bareStartMakesTheSampleProject();
    void folderGetsAProjectNamedAfterIt();

private:
    QProcessEnvironment environment() const {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("HOME"), m_home->path());
        variables.insert(QStringLiteral("XDG_DATA_HOME"), m_home->filePath(QStringLiteral("data")));
        variables.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home->filePath(QStringLiteral("config")));
        return variables;
    }
    /// The process, started; it is ended by its destruction.
    std::unique_ptr<QProcess> start(const QStringList& arguments) const {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment());
        process->start(QStringLiteral(RB_PROGRAMS "/regionblip-studio"), arguments);
        return process;
    }
    /// Once the program holds the lock, looking in does not take it away.
    static bool holdsPictures(const QString& path, int count) {
        return QFile::exists(path + QStringLiteral(".lock")) && picturesIn(path) == count;
    }
    static int picturesIn(const QString& path) {
        const auto project = project::Project::open(path);
        return project.ok() ? int((*project)->allMedia().size()) : -1;
    }
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestStudioProgram::helpNamesWhatItTakes() {
    const auto process = start({QStringLiteral("--help")});
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitCode(), 0);
    const QByteArray text = process->readAllStandardOutput();
    for (const char* word : {"--model", "--resources", "paths"}) QVERIFY2(text.contains(word), word);
}

void TestStudioProgram::missingPictureIsRefusedWithASentence() {
    const auto process = start({m_home->filePath(QStringLiteral("no such picture.png"))});
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitCode(), 1);
    QVERIFY(process->readAllStandardError().contains("no such picture.png"));
    QVERIFY(QDir(m_home->path()).entryList({QStringLiteral("*.rbproject")}).isEmpty());
}

static constexpr int kSampleMedia = 16 + 28 + 5; // pictures, those of the shop, and clouds

void TestStudioProgram::bareStartMakesTheSampleProject() {
    const auto process = start({});
    const QString path = m_home->filePath(QStringLiteral("data/regionblip/regionblip-studio/sample.rbproject"));
    QTRY_VERIFY_WITH_TIMEOUT(holdsPictures(path, kSampleMedia), 30000);
    QVERIFY(process->state() == QProcess::Running);
    process->kill();
    QVERIFY(process->waitForFinished());
    QCOMPARE(picturesIn(path), kSampleMedia);
}

void TestStudioProgram::folderGetsAProjectNamedAfterIt() {
    const QDir folder(m_home->path());
    QVERIFY(folder.mkdir(QStringLiteral("cats")));
    for (int i = 0; i < 3; ++i) {
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::green);
        QVERIFY(image.save(folder.filePath(QStringLiteral("cats/%1.png").arg(i))));
    }
    const auto process = start({folder.filePath(QStringLiteral("cats"))});
    QTRY_VERIFY_WITH_TIMEOUT(holdsPictures(folder.filePath(QStringLiteral("cats/cats.rbproject")), 3), 30000);
    process->kill();
    QVERIFY(process->waitForFinished());
}

QTEST_GUILESS_MAIN(TestStudioProgram)
#include "test_studio_program.moc"
