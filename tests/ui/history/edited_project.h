#pragma once

#include "ui/workspace/workspace.h"

#include <QTemporaryDir>

namespace rb::ui {

/// A workspace with a new project and nothing else: a history needs no model and no picture's file.
class EditedProject {
public:
    EditedProject() {
        auto project = project::Project::create(folder.filePath(QStringLiteral("a.rbproject")));
        if (!project.ok()) qFatal("%s", project.error().message.c_str());
        workspace.setProject(std::move(*project));
    }

    void edit(const QString& name, project::Id group = 0) {
        const Status status = workspace.project()->edit(name, [](project::Edit& e) { e.insert(project::Media{}); }, group);
        if (!status.ok()) qFatal("%s", status.error().message.c_str());
    }
    void edits(int count) {
        for (int i = 1; i <= count; ++i) edit(QStringLiteral("Edit %1").arg(i));
    }
    /// How many edits stand.
    std::size_t done() const { return workspace.project()->allMedia().size(); }

    QTemporaryDir folder;
    Workspace workspace;
};

} // namespace rb::ui
