#pragma once

#include "tests/core/project/sample_records.h"
#include "ui/workspace/workspace.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace rb::ui::test {

/// A project in a workspace that tests fill row by row.
class CurationFixture {
public:
    CurationFixture() {
        // The offscreen platform warns of this whenever a window has a smallest size.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        openNew(QStringLiteral("birds.rbproject"));
    }

    void openNew(const QString& name) {
        workspace.setProject(project::test::mustOpen(project::Project::create(folder.filePath(name))));
    }

    project::Project& project() { return *workspace.project(); }

    /// What was asked of the reader is answered.
    static void settle(Workspace& workspace) {
        if (!QTest::qWaitFor([&] { return !workspace.reader().isBusy(); })) qFatal("The reader does not answer.");
    }
    void settle() { settle(workspace); }

    void edit(const std::function<void(project::Edit&)>& change) {
        const Status status = project().edit(QStringLiteral("Test"), change);
        if (!status.ok()) qFatal("%s", status.error().message.c_str());
    }

    project::Id picture(const QString& path, const QString& split = {}) {
        project::Media media = project::test::picture(path);
        media.split = split;
        project::Id id = 0;
        edit([&](project::Edit& e) { id = e.insert(media); });
        return id;
    }

    project::Id region(project::Id media, const QString& label = {}, double x = 10) {
        project::Id id = 0;
        edit([&](project::Edit& e) { id = e.insert(project::test::box(media, x, label)); });
        return id;
    }

    project::Id caption(project::Id media, project::Id region, const QString& text,
                        project::CaptionSource source = project::CaptionSource::Human,
                        project::CaptionState state = project::CaptionState::Draft) {
        project::Caption caption = project::test::words(media, region, text, state);
        caption.source = source;
        caption.model = source == project::CaptionSource::Model ? QStringLiteral("mini") : QString();
        project::Id id = 0;
        edit([&](project::Edit& e) { id = e.insert(caption); });
        return id;
    }

    QString text(project::Id caption) { return project().caption(caption)->text; }

    QTemporaryDir folder;
    Workspace workspace;
};

} // namespace rb::ui::test
