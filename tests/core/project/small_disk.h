#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace rb::project::test {

/// A file system in memory with room for so many kilobytes; needs the right to mount.
class SmallDisk {
public:
    explicit SmallDisk(int kilobytes) {
        m_mounted = runs(QStringLiteral("mount"), {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                                   QStringLiteral("size=%1k").arg(kilobytes), QStringLiteral("tmpfs"), m_folder.path()});
    }
    ~SmallDisk() {
        if (m_mounted) runs(QStringLiteral("umount"), {m_folder.path()});
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool mounted() const { return m_mounted; }
    QString path() const { return m_folder.path(); }
    QString filePath(const QString& name) const { return m_folder.filePath(name); }

private:
    static bool runs(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    bool m_mounted = false;
};

} // namespace rb::project::test
