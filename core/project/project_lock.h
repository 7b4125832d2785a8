#pragma once

#include "core/base/result.h"

#include <QString>

namespace rb::project {

/// The right to write a project: a file `<project>.lock` that names host, process, its start and the
/// boot. A lock whose process is gone is taken over. Held until destroyed.
class ProjectLock {
public:
    explicit ProjectLock(const QString& projectPath);
    ~ProjectLock();
    ProjectLock(const ProjectLock&) = delete;
    ProjectLock& operator=(const ProjectLock&) = delete;

    bool held() const { return m_held; }
    /// Who holds it when we do not: "process 123 on host"; empty when the file could not be written.
    QString holder() const { return m_holder; }

private:
    bool take();

    QString m_path;
    QString m_holder;
    bool m_held = false;
};

} // namespace rb::project
