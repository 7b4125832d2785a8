#pragma once

#include "cloud_workspace/cloud_binding.h"
#include "cloud_workspace/cloud_page.h"
#include "cloud_workspace/cloud_panels.h"
#include "cloud_workspace/region_points.h"
#include "core/clouds/ply_writer.h"
#include "core/project/caption_edits.h"
#include "core/synthetic/room.h"
#include "tests/ui/answering_dialogs.h"
#include "ui/main_window.h"
#include "viewer3d/camera/projection.h"

#include <QAction>
#include <QMouseEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace rb::cloud_workspace {

using viewer3d::CloudView;

/// The whole window with the embedded model, on a project of one made-up room, driven by mouse and keys on a real display.
class RoomWindow : public QObject {
protected:
    /// A room, its project, and the window.
    void makeRoom();
    void closeWindow();
    void openWindow();
    CloudView& view() { return m_page->view(); }
    /// Where a place of the room is shown.
    QPoint at(const viewer3d::Vec3d& place);
    void drag(const QList<QPoint>& way, Qt::KeyboardModifiers modifiers = {});
    QAction& action(const char* name);
    std::vector<project::Region> regions() { return m_workspace->project()->regionsOf(m_workspace->currentMedia()); }
    QString caption(project::Id region) {
        const auto shown = project::shownCaption(*m_workspace->project(), m_workspace->currentMedia(), region);
        return shown ? shown->text : QString();
    }
    std::size_t pointsIn(const project::Region& region) { return pointsOf(m_binding->document(), *region.cloud).count(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    synthetic::RoomScene m_room;
    ui::AnsweringDialogs m_dialogs;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<jobs::InferenceThread> m_inference;
    std::unique_ptr<ui::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
    CloudPage* m_page = nullptr;
    CloudBinding* m_binding = nullptr;
};

inline void RoomWindow::makeRoom() {
    m_folder = std::make_unique<QTemporaryDir>();
    synthetic::RoomOptions options;
    options.points = 40'000;
    m_room = synthetic::makeRoom(options, 11, 0);
    clouds::Cloud cloud;
    cloud.positions = m_room.cloud.positions;
    cloud.colors = m_room.cloud.colors;
    QVERIFY(clouds::writePly(m_folder->filePath(QStringLiteral("room.ply")).toStdString(), cloud).ok());
    auto project = project::Project::create(m_folder->filePath(QStringLiteral("a.rbproject")));
    QVERIFY(project.ok());
    QVERIFY((*project)->edit(QStringLiteral("Add"), [](project::Edit& edit) {
        project::Media media;
        media.path = QStringLiteral("room.ply");
        media.kind = project::MediaKind::Cloud;
        edit.insert(media);
    }).ok());
    project->reset();
    openWindow();
}

inline void RoomWindow::openWindow() {
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_inference = std::make_unique<jobs::InferenceThread>();
    m_workspace = std::make_unique<ui::Workspace>();
    m_window = std::make_unique<ui::MainWindow>(ui::WindowParts{*m_workspace, *m_inference, m_dialogs, *m_settings});
    const CloudPanels panels = addCloudPanels(*m_window, *m_workspace);
    m_page = panels.page;
    m_binding = panels.binding;
    m_window->openModel(QStringLiteral(RB_RESOURCES "/models/regionblip-mini"));
    m_workspace->setProject(std::move(*project::Project::open(m_folder->filePath(QStringLiteral("a.rbproject")))));
    m_window->resize(1300, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(bool(m_binding->document()), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->flow().model().has_value(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(view().pointsShown() > 0, 20'000);
}

inline void RoomWindow::closeWindow() {
    m_window.reset();
    m_workspace.reset();
    m_inference.reset();
}

inline QPoint RoomWindow::at(const viewer3d::Vec3d& place) {
    const viewer3d::Projection projection{view().camera(), double(view().width()), double(view().height()), {0.1, 100}};
    const auto pixel = projection.toScreen(place);
    return QPointF(pixel->x, pixel->y).toPoint();
}

inline QAction& RoomWindow::action(const char* name) {
    for (QAction* each : m_window->QWidget::actions())
        if (each->objectName() == QLatin1String(name)) return *each;
    qFatal("no such action");
}

inline void RoomWindow::drag(const QList<QPoint>& way, Qt::KeyboardModifiers modifiers) {
    QTest::mousePress(&view(), Qt::LeftButton, modifiers, way.first());
    for (const QPoint& place : way) {
        QMouseEvent move(QEvent::MouseMove, place, view().mapToGlobal(place), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(&view(), &move);
    }
    QTest::mouseRelease(&view(), Qt::LeftButton, modifiers, way.last());
}

} // namespace rb::cloud_workspace
