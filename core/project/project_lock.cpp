#include "core/project/project_lock.h"

#include <QFile>
#include <QStringList>
#include <QSysInfo>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace rb::project {
namespace {

QString readSmallFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(4096)) : QString();
}

QString bootId() { return readSmallFile(QStringLiteral("/proc/sys/kernel/random/boot_id")).trimmed(); }

/// When a process started, in the kernel's ticks: tells it from a later one with the same number.
QString startOf(qint64 process) {
    const QString stat = readSmallFile(QStringLiteral("/proc/%1/stat").arg(process));
    const QString fields = stat.mid(stat.lastIndexOf(QLatin1Char(')')) + 2);
    // A killed process that its parent has not reaped yet holds nothing any more.
    return fields.startsWith(QLatin1Char('Z')) ? QString() : fields.section(QLatin1Char(' '), 19, 19);
}

QStringList ownLines() {
    const qint64 process = ::getpid();
    return {QSysInfo::machineHostName(), QString::number(process), startOf(process), bootId()};
}

bool isStale(const QStringList& lines) {
    if (lines.size() < 4) return true;
    if (lines[0] != QSysInfo::machineHostName()) return false; // another machine's cannot be judged
    if (lines[3] != bootId()) return true;
    const qint64 process = lines[1].toLongLong();
    return (::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH) || startOf(process) != lines[2];
}

} // namespace

ProjectLock::ProjectLock(const QString& projectPath) : m_path(projectPath + QStringLiteral(".lock")) {
    for (int attempt = 0; attempt < 2 && !take(); ++attempt) {
        if (!QFile::exists(m_path)) return;
        const QStringList lines = readSmallFile(m_path).split(QLatin1Char('\n'));
        m_holder = QStringLiteral("process %1 on %2").arg(lines.value(1), lines.value(0));
        if (!isStale(lines)) return;
        QFile::remove(m_path);
    }
}

bool ProjectLock::take() {
    const int fd = ::open(m_path.toUtf8().constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) return false;
    const QByteArray content = ownLines().join(QLatin1Char('\n')).toUtf8() + '\n';
    const bool written = ::write(fd, content.constData(), static_cast<std::size_t>(content.size())) == content.size();
    ::close(fd);
    if (!written) QFile::remove(m_path);
    m_held = written;
    m_holder = written ? QString() : m_holder;
    return written;
}

ProjectLock::~ProjectLock() {
    if (m_held) QFile::remove(m_path);
}

} // namespace rb::project
