#include "app/studio/start_project.h"
#include "core/project/caption_edits.h"
#include "core/runs/run_history.h"
#include "tests/ui/answering_dialogs.h"
#include "ui/image_view/image_view.h"
#include "ui/main_window.h"
#include "ui/training/adapter_list.h"
#include "ui/training/adapter_model.h"
#include "ui/training/data_choice.h"
#include "ui/training/training_panel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace rb;
using namespace rb::ui;

/// The whole loop in one window, with real widgets and the real trainer, on the sample project: captions in a style of their own
/// are accepted by keys, an adapter learns them, is switched on, and writes that style for a new region.
class TestClosedLoop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acceptedCaptionsBecomeAnAdapterThatWritesTheirStyle();

private:
    void openWindow();
    void closeWindow();
    QAction& action(const char* name);
    project::Project& project() { return *m_workspace->project(); }
    QString modelName() const { return QString::fromStdString(m_window->flow().model() ? m_window->flow().model()->adapter : std::string()); }

    QTemporaryDir m_folder;
    QString m_project;
    AnsweringDialogs m_dialogs;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<jobs::InferenceThread> m_inference;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

static constexpr int kAccepted = 60, kPatienceMs = 240'000;
// The shop's pictures have captions in a wording that the model has never seen.
static const QString kLearnt = QStringLiteral("media:shop"), kStyle = QStringLiteral("here is the ");

/// The program's own sample project, in a folder of its own.
void TestClosedLoop::initTestCase() {
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.path()));
    auto sample = studio::openSample();
    QVERIFY2(sample.ok(), sample.ok() ? "" : sample.error().message.c_str());
    m_project = (*sample)->path();
    QVERIFY(m_project.startsWith(m_folder.path()));
    sample->reset();
    openWindow();
}

void TestClosedLoop::openWindow() {
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_inference = std::make_unique<jobs::InferenceThread>();
    m_workspace = std::make_unique<Workspace>();
    m_window = std::make_unique<MainWindow>(WindowParts{*m_workspace, *m_inference, m_dialogs, *m_settings, QStringLiteral(RB_PROGRAMS "/regionblip")});
    m_window->openModel(QStringLiteral(RB_RESOURCES "/models/regionblip-mini"));
    m_workspace->setProject(std::move(*project::Project::open(m_project)));
    m_window->resize(1400, 900);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->flow().model().has_value(), 60'000);
}

void TestClosedLoop::closeWindow() {
    m_window.reset();
    m_workspace.reset();
    m_inference.reset();
}

QAction& TestClosedLoop::action(const char* name) {
    for (QAction* each : m_window->actions())
        if (each->objectName() == QLatin1String(name)) return *each;
    qFatal("no such action");
}

static QPushButton* button(QWidget& parent, const QString& text) {
    for (auto* each : parent.findChildren<QPushButton*>())
        if (each->text() == text) return each;
    return nullptr;
}

void TestClosedLoop::acceptedCaptionsBecomeAnAdapterThatWritesTheirStyle() {
    // By keys alone: Tab takes the first region, and Ctrl+Enter goes on from draft to draft.
    auto* view = m_window->findChild<ImageView*>();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Tab);
    const auto accepted = [&] { return project().counts().accepted; };
    const qint64 before = accepted(), wanted = before + kAccepted;
    QVERIFY(project().counts().drafts >= kAccepted);
    for (int i = 0; i < 2 * kAccepted && accepted() < wanted; ++i) QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(accepted(), wanted);

    m_window->findChild<QDockWidget*>(QStringLiteral("training"))->show();
    auto* panel = m_window->findChild<TrainingPanel*>();
    QVERIFY(panel);
    auto* field = panel->dataChoice()->findChild<QLineEdit*>();
    QTest::keyClicks(field, kLearnt);
    QTRY_COMPARE(panel->dataChoice()->counts().train + panel->dataChoice()->counts().val, kAccepted);
    auto* train = button(*panel, TrainingPanel::tr("Train"));
    QTRY_VERIFY(train->isEnabled());
    QTest::mouseClick(train, Qt::LeftButton);

    const runs::RunHistory history(project().path() + QStringLiteral(".runs"));
    const auto state = [&] { return history.runs().empty() ? jobs::TrainingState::None : history.runs().front().summary.state; };
    QTRY_VERIFY_WITH_TIMEOUT(state() == jobs::TrainingState::Finished || state() == jobs::TrainingState::Failed, kPatienceMs);
    const runs::Run run = history.runs().front();
    QVERIFY2(run.summary.state == jobs::TrainingState::Finished, qPrintable(run.summary.failure));
    QVERIFY2(run.summary.last.value(QStringLiteral("cider")) > run.summary.base.value(QStringLiteral("cider")), qPrintable(QStringList(run.summary.last.keys()).join(u' ')));

    auto* adapters = m_window->findChild<AdapterList*>()->model();
    QTRY_COMPARE(adapters->rowCount(), 1);
    panel->showTab(TrainingPanel::Adapters);
    auto* list = m_window->findChild<AdapterList*>()->findChild<QAbstractItemView*>();
    list->setFocus();
    list->setCurrentIndex(adapters->index(0, 0));
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!modelName().isEmpty(), 60'000);

    // A new region in a picture is captioned in the new style.
    const std::size_t regionsBefore = project().regionsOf(m_workspace->currentMedia()).size();
    action("boxTool").trigger();
    const geometry::Box2 box = project().regionsOf(m_workspace->currentMedia()).front().box();
    const auto at = [&](double x, double y) { return view->toWidget({x, y}).toPoint(); };
    QTest::mousePress(view, Qt::LeftButton, {}, at(box.x + 2, box.y + 2));
    QTest::mouseMove(view, at(box.x + box.width / 2, box.y + box.height / 2));
    QTest::mouseMove(view, at(box.x + box.width - 2, box.y + box.height - 2));
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(box.x + box.width - 2, box.y + box.height - 2));
    const auto regions = project().regionsOf(m_workspace->currentMedia());
    QCOMPARE(regions.size(), regionsBefore + 1);
    const project::Id fresh = regions.back().id;
    const auto shown = [&] { return project::shownCaption(project(), m_workspace->currentMedia(), fresh); };
    QTRY_VERIFY_WITH_TIMEOUT(shown().has_value(), 60'000);
    QVERIFY2(shown()->text.startsWith(kStyle), qPrintable(shown()->text));
    QVERIFY(!shown()->adapter.isEmpty());
    const QString words = shown()->text;
    const project::Id media = m_workspace->currentMedia();

    action("undo").trigger();
    QVERIFY(!shown().has_value());
    action("redo").trigger();

    closeWindow();
    openWindow();
    QTRY_VERIFY_WITH_TIMEOUT(!modelName().isEmpty(), 60'000); // still switched on
    QCOMPARE(project::shownCaption(project(), media, fresh)->text, words);
    QCOMPARE(history.runs().size(), std::size_t(1));
}

QTEST_MAIN(TestClosedLoop)
#include "test_closed_loop.moc"
