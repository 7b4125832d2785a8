#pragma once

#include <QDir>
#include <QTemporaryDir>

namespace rb::checkpoint::testing {

/// An empty folder that is the current one while this lives: payloads of hostile files would leave "regionblip_pwned" in it.
class HostileFolder {
public:
    HostileFolder() {
        if (!QDir::setCurrent(m_folder.path())) qFatal("There is no folder for the test.");
    }
    ~HostileFolder() { QDir::setCurrent(QDir::rootPath()); }

    QDir dir() const { return QDir(m_folder.path()); }

private:
    QTemporaryDir m_folder;
};

} // namespace rb::checkpoint::testing
