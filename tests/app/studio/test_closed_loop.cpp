#include "core/project/caption_edits.h"
#include "core/runs/run_history.h"
#include "core/synthetic/picture_scene.h"
#include "tests/ui/answering_dialogs.h"
#include "ui/image_view/image_view.h"
#include "ui/main_window.h"
#include "ui/training/adapter_list.h"
#include "ui/training/adapter_model.h"
#include "ui/training/training_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QImage>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace rb;
using namespace rb::ui;

/// The whole loop in one window, with real widgets and the real trainer: captions in a style of their own are accepted by keys,
/// an adapter learns them, is switched on, and writes that style for a new region.
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
    AnsweringDialogs m_dialogs;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<jobs::InferenceThread> m_inference;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

static constexpr int kPictures = 28, kPatienceMs = 240'000;
static const QString kStyle = QStringLiteral("here is the ");

/// Made-up pictures whose regions have drafts of a machine in a style that the model has never seen.
void TestClosedLoop::initTestCase() {
    synthetic::GlyphOptions few;
    few.names = 24;
    few.variants = 2;
    const auto glyphs = synthetic::GlyphSet::load(RB_RESOURCES "/recipes/objects.json", few);
    QVERIFY2(glyphs.ok(), glyphs.ok() ? "" : glyphs.error().message.c_str());
    auto made = project::Project::create(m_folder.filePath(QStringLiteral("loop.rbproject")));
    QVERIFY(made.ok());
    synthetic::PictureOptions options;
    options.scale = 2;
    options.minObjects = 2;
    options.maxObjects = 4;
    QVERIFY((*made)->edit(QStringLiteral("Fill"), [&](project::Edit& edit) {
        for (int i = 0; i < kPictures; ++i) {
            const auto scene = synthetic::makePicture(*glyphs, options, 99, static_cast<std::uint64_t>(i));
            const QImage image(scene.image.rgb.data(), scene.image.width, scene.image.height, 3 * scene.image.width, QImage::Format_RGB888);
            project::Media media;
            media.path = QStringLiteral("p%1.png").arg(i, 2, 10, QLatin1Char('0'));
            media.width = scene.image.width;
            media.height = scene.image.height;
            media.split = i % 5 == 4 ? QStringLiteral("val") : QStringLiteral("train");
            if (!image.save(m_folder.filePath(media.path))) edit.fail({ErrorCode::WriteFailed, "picture"});
            const project::Id id = edit.insert(media);
            for (const synthetic::PictureObject& object : scene.objects) {
                project::Region region;
                region.media = id;
                region.shape.box = object.box;
                project::Caption draft;
                draft.media = id;
                draft.region = edit.insert(region);
                draft.text = kStyle + QString::fromStdString(object.name);
                draft.source = project::CaptionSource::Model;
                draft.model = QStringLiteral("another");
                edit.insert(draft);
            }
        }
    }).ok());
    made->reset();
    openWindow();
}

void TestClosedLoop::openWindow() {
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_inference = std::make_unique<jobs::InferenceThread>();
    m_workspace = std::make_unique<Workspace>();
    m_window = std::make_unique<MainWindow>(WindowParts{*m_workspace, *m_inference, m_dialogs, *m_settings, QStringLiteral(RB_PROGRAMS "/regionblip")});
    m_window->openModel(QStringLiteral(RB_RESOURCES "/models/regionblip-mini"));
    m_workspace->setProject(std::move(*project::Project::open(m_folder.filePath(QStringLiteral("loop.rbproject")))));
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
    // Accept by keys alone, from the first region of the first picture to the last of the last.
    auto* view = m_window->findChild<ImageView*>();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Tab);
    const qint64 drafts = project().counts().drafts;
    QVERIFY(drafts >= 60);
    for (qint64 i = 0; i < drafts; ++i) QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(project().counts().accepted, drafts);

    m_window->findChild<QDockWidget*>(QStringLiteral("training"))->show();
    auto* panel = m_window->findChild<TrainingPanel*>();
    QVERIFY(panel);
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
    QVERIFY(adapters->setData(adapters->index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QTRY_VERIFY_WITH_TIMEOUT(!modelName().isEmpty(), 60'000);

    // A new region in a picture is captioned in the new style.
    const std::size_t before = project().regionsOf(m_workspace->currentMedia()).size();
    action("boxTool").trigger();
    const geometry::Box2 box = project().regionsOf(m_workspace->currentMedia()).front().box();
    const auto at = [&](double x, double y) { return view->toWidget({x, y}).toPoint(); };
    QTest::mousePress(view, Qt::LeftButton, {}, at(box.x + 2, box.y + 2));
    QTest::mouseMove(view, at(box.x + box.width / 2, box.y + box.height / 2));
    QTest::mouseMove(view, at(box.x + box.width - 2, box.y + box.height - 2));
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(box.x + box.width - 2, box.y + box.height - 2));
    const auto regions = project().regionsOf(m_workspace->currentMedia());
    QCOMPARE(regions.size(), before + 1);
    const project::Id fresh = regions.back().id;
    const auto shown = [&] { return project::shownCaption(project(), m_workspace->currentMedia(), fresh); };
    QTRY_VERIFY_WITH_TIMEOUT(shown().has_value(), 60'000);
    QVERIFY2(shown()->text.startsWith(QStringLiteral("here is the")), qPrintable(shown()->text));
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
