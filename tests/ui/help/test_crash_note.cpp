#include "ui/help/crash_note.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include <sys/resource.h>

using rb::ui::CrashNote;

class TestCrashNote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void crashLeavesANote_data();
    void crashLeavesANote();
    void noteSaysWhenAndWhere();
    void uncaughtExceptionIsNamed();
    void programEndsByItsSignal();
    void noteIsTakenOnce();
    void noCrashNoNote();
    void latestCrashCounts();
    void noteIsForItsOwnerOnly();

private:
    void crash(const QString& how) const;
    QString file() const { return m_folder->filePath(QStringLiteral("new folder/crash.txt")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCrashNote::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void TestCrashNote::crash(const QString& how) const {
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--crash"), how, file()});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
}

void TestCrashNote::crashLeavesANote_data() {
    QTest::addColumn<QString>("signal");
    for (const char* signal : {"SIGSEGV", "SIGABRT", "SIGFPE", "SIGBUS", "SIGILL"})
        QTest::newRow(signal) << QString::fromLatin1(signal);
    QTest::newRow("overflow") << QStringLiteral("SIGSEGV");
    QTest::newRow("throw") << QStringLiteral("SIGABRT");
    QTest::newRow("thread") << QStringLiteral("SIGABRT");
}

void TestCrashNote::crashLeavesANote() {
    QFETCH(QString, signal);
    crash(QString::fromLatin1(QTest::currentDataTag()));
    const QString note = CrashNote::take(file());
    QVERIFY2(note.contains(QStringLiteral("Signal: ") + signal), qPrintable(note));
    QVERIFY2(note.contains(QStringLiteral("test_crash_note")), qPrintable(note)); // the program in the backtrace
}

void TestCrashNote::noteSaysWhenAndWhere() {
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    crash(QStringLiteral("SIGSEGV"));
    const QString note = CrashNote::take(file());
    QVERIFY(note.startsWith(QStringLiteral("RegionBLIP Studio 7.8.9\n")));
    const auto time = QRegularExpression(QStringLiteral("Time: (.*) UTC")).match(note);
    QDateTime told = QDateTime::fromString(time.captured(1), QStringLiteral("yyyy-MM-dd hh:mm:ss"));
    told.setTimeSpec(Qt::UTC);
    QVERIFY(told >= before && told <= QDateTime::currentDateTimeUtc());
}

void TestCrashNote::uncaughtExceptionIsNamed() {
    crash(QStringLiteral("throw"));
    QVERIFY(CrashNote::take(file()).contains(QStringLiteral("Reason: no such thing")));
}

void TestCrashNote::programEndsByItsSignal() {
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--crash"), QStringLiteral("SIGFPE"), file()});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitCode(), SIGFPE);
}

void TestCrashNote::noteIsTakenOnce() {
    crash(QStringLiteral("SIGABRT"));
    QVERIFY(!CrashNote::take(file()).isEmpty());
    QVERIFY(CrashNote::take(file()).isEmpty());
    QVERIFY(!QFileInfo::exists(file()));
}

void TestCrashNote::noCrashNoNote() {
    const QStringList arguments{QStringLiteral("--crash"), QStringLiteral("not"), file()};
    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(), arguments), 0);
    QVERIFY(CrashNote::take(file()).isEmpty());
}

void TestCrashNote::latestCrashCounts() {
    crash(QStringLiteral("SIGABRT"));
    crash(QStringLiteral("SIGSEGV"));
    const QString note = CrashNote::take(file());
    QVERIFY(note.contains(QStringLiteral("SIGSEGV")) && !note.contains(QStringLiteral("SIGABRT")));
}

void TestCrashNote::noteIsForItsOwnerOnly() {
    crash(QStringLiteral("SIGABRT"));
    QVERIFY(!(QFileInfo(file()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

static int overflow(int depth) {
    volatile char room[4096] = {};
    return depth < 0 ? room[0] : overflow(depth + 1) + room[1];
}

/// What the child does.
static int crashBy(const std::string& how) {
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    if (how == "SIGSEGV") {
        volatile int* volatile nowhere = nullptr;
        *nowhere = 1;
    }
    if (how == "SIGABRT") std::abort();
    if (how == "SIGFPE") std::raise(SIGFPE);
    if (how == "SIGBUS") std::raise(SIGBUS);
    if (how == "SIGILL") std::raise(SIGILL);
    if (how == "overflow") return overflow(0);
    if (how == "throw") throw std::runtime_error("no such thing");
    if (how == "thread") std::thread([] { std::abort(); }).join();
    return 0;
}

int main(int argc, char** argv) {
    if (argc == 4 && qstrcmp(argv[1], "--crash") == 0) {
        CrashNote::install(QString::fromLocal8Bit(argv[3]), QStringLiteral("7.8.9"));
        return crashBy(argv[2]);
    }
    QCoreApplication app(argc, argv);
    TestCrashNote test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_crash_note.moc"
