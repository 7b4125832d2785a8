#include "tests/app/screenshots/stage.h"

#include "app/studio/sample_clouds.h"
#include "cloud_workspace/cloud_binding.h"
#include "cloud_workspace/cloud_page.h"
#include "cloud_workspace/cloud_panels.h"
#include "core/jobs/sample_project.h"
#include "ui/image_view/image_view.h"

#include <QAction>
#include <QDockWidget>
#include <QList>
#include <QPixmap>
#include <QTest>

namespace rb::ui {

static constexpr int kPatienceMs = 60'000;

Stage::Stage(const QString& folder, const QString& theme) : m_output(folder), m_theme(theme) {
    m_window = std::make_unique<MainWindow>(WindowParts{m_workspace, m_inference, m_dialogs, m_settings, QStringLiteral(RB_PROGRAMS "/regionblip")});
    QObject::connect(&m_inference, &jobs::InferenceThread::modelOpened, m_window.get(), [this] { m_modelIsOpen = true; });
    const QString model = QStringLiteral(RB_RESOURCES "/models/regionblip-mini");
    const auto clouds = cloud_workspace::addCloudPanels(*m_window, m_workspace);
    m_clouds = clouds.binding;
    m_cloudPage = clouds.page;
    m_window->openModel(model);
    auto project = jobs::openSampleProject(fileOf(QStringLiteral("sample.rbproject")), model + QStringLiteral("/samples"));
    if (!project.ok()) qFatal("%s", project.error().message.c_str());
    if (Status added = studio::addSampleClouds(**project, fileOf(QStringLiteral("clouds"))); !added.ok()) qFatal("%s", added.error().message.c_str());
    m_workspace.setProject(std::move(*project));
    action(theme == QLatin1String("dark") ? "darkTheme" : "lightTheme").trigger();
    m_window->resize(1440, 900);
    m_window->show();
    if (!QTest::qWaitFor([this] { return m_modelIsOpen; }, kPatienceMs)) qFatal("The embedded model did not open.");
    settle();
}

QAction& Stage::action(const char* name) {
    for (QAction* action : m_window->actions())
        if (action->objectName() == QLatin1String(name)) return *action;
    qFatal("There is no action %s.", name);
}

void Stage::settle() {
    const auto quiet = [this] { return !m_workspace.reader().isBusy() && m_inference.pending() == 0; };
    for (int i = 0; i < 3; ++i) { // an answer may lead to a question
        if (!QTest::qWaitFor(quiet, kPatienceMs)) qFatal("The window does not come to rest.");
        QTest::qWait(60);
    }
}

void Stage::showCloud(const QString& name) {
    for (const project::Media& media : m_workspace.project()->allMedia())
        if (media.path == name) m_workspace.setCurrentMedia(media.id);
    const auto drawn = [this] { return m_clouds->document() && m_cloudPage->view().pointsShown() > 0 && !m_cloudPage->view().isFilling(); };
    if (!QTest::qWaitFor(drawn, kPatienceMs)) qFatal("The cloud %s is not drawn.", qPrintable(name));
    settle();
}

void Stage::drawBox(QPointF from, QPointF to) {
    auto* view = m_window->findChild<ImageView*>();
    action("boxTool").trigger();
    const auto at = [view](QPointF place) { return view->toWidget(place).toPoint(); };
    QTest::mousePress(view, Qt::LeftButton, {}, at(from));
    QTest::mouseMove(view, at((from + to) / 2));
    QTest::mouseMove(view, at(to));
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(to));
    settle();
}

void Stage::dialog(const QString& name, const char* actionName, const std::function<void(QDialog&)>& prepare) {
    dialogOf(name, [&] { action(actionName).trigger(); }, prepare);
}

void Stage::dialogOf(const QString& name, const std::function<void()>& open, const std::function<void(QDialog&)>& prepare) {
    bool seen = false;
    m_dialogs.answer = [&](QDialog& shown) {
        shown.show();
        settle();
        if (prepare) prepare(shown);
        settle();
        photograph(name, shown);
        shown.hide();
        seen = true;
        return false;
    };
    open();
    m_dialogs.answer = {};
    if (!seen) qFatal("%s was not opened.", qPrintable(name));
}

void Stage::dialog(const QString& name, QDialog& shown) {
    shown.show();
    settle();
    photograph(name, shown);
    shown.hide();
}

void Stage::dock(const char* name) {
    auto* dock = m_window->findChild<QDockWidget*>(QLatin1String(name));
    if (!dock) qFatal("There is no panel %s.", name);
    dock->show();
    dock->raise();
    settle();
}

void Stage::photograph(const QString& name, QWidget& widget) {
    const QString file = m_output.filePath(name + u'_' + m_theme + QStringLiteral(".png"));
    if (!widget.grab().save(file)) qFatal("%s could not be written.", qPrintable(file));
    m_pictures << file;
}

} // namespace rb::ui
