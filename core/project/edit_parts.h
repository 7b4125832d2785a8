#pragma once

#include "core/project/project.h"

namespace rb::project {

/// One edit that is too large for one transaction, such as the import of a million regions: made in
/// parts, each on disk when its edit() returns, and undone and redone as one. Unless finish() is
/// called, the parts are taken back: by the destructor, or when the project is opened next after the
/// program was killed. While one lives, no other edit is made.
class EditParts {
public:
    EditParts(Project& project, QString name);
    ~EditParts();
    EditParts(const EditParts&) = delete;
    EditParts& operator=(const EditParts&) = delete;

    Status edit(const std::function<void(Edit&)>& change);
    /// Afterwards Project::changed() tells of all parts at once.
    Status finish();

private:
    Project& m_project;
    QString m_name;
    Id m_number = 0;
    ChangeSummary m_summary;
    bool m_finished = false;
};

} // namespace rb::project
