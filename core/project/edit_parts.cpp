#include "core/project/edit_parts.h"

#include "core/project/project_private.h"

namespace rb::project {

EditParts::EditParts(Project& project, QString name) : m_project(project), m_name(std::move(name)) {
    m_number = m_project.m_d->ids.next();
    m_summary.name = m_name;
}

EditParts::~EditParts() {
    if (!m_finished) static_cast<void>(m_project.m_d->takeBackUnfinished());
}

Status EditParts::edit(const std::function<void(Edit&)>& change) {
    const Result<ChangeSummary> made = m_project.m_d->edit(m_name, change, m_number, true);
    if (!made.ok()) return made.error();
    m_summary.add(*made);
    return {};
}

Status EditParts::finish() {
    if (Status closed = m_project.setSetting(QLatin1String(kUnfinishedKey), {}); !closed.ok()) return closed;
    m_finished = true;
    if (!m_summary.isEmpty()) Q_EMIT m_project.changed(m_summary);
    return {};
}

} // namespace rb::project
