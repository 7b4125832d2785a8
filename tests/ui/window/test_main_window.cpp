#include "ui/main_window.h"

#include "core/project/caption_edits.h"
#include "tests/ui/answering_dialogs.h"
#include "tests/ui/project_fixture.h"
#include "ui/dialogs/progress_dialog.h"
#include "ui/image_view/image_view.h"

#include <QDockWidget>
#include <QMenuBar>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStatusBar>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

/// A shown window with a project of some pictures, and no model.
struct Window : ProjectFixture {
    explicit Window(int pictures = 2) : ProjectFixture(pictures) {
        Q_EMIT workspace.projectChanged();
        Q_EMIT workspace.currentMediaChanged(workspace.currentMedia());
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("the window did not become active");
        view->setFocus();
    }

    QPoint at(double x, double y) const { return view->toWidget({x, y}).toPoint(); }
    void drag(QPointF from, QPointF to) {
        QTest::mousePress(view, Qt::LeftButton, {}, at(from.x(), from.y()));
        QTest::mouseMove(view, at((from.x() + to.x()) / 2, (from.y() + to.y()) / 2));
        QTest::mouseMove(view, at(to.x(), to.y()));
        QTest::mouseRelease(view, Qt::LeftButton, {}, at(to.x(), to.y()));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
        QTest::keyClick(target, key, modifiers);
    }
    std::vector<project::Region> regions() { return project().regionsOf(workspace.currentMedia()); }

    AnsweringDialogs dialogs;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    MainWindow window{WindowParts{workspace, inference, dialogs, settings}};
    ImageView* view = window.findChild<ImageView*>();
    QPlainTextEdit* text = window.findChild<QPlainTextEdit*>();
};

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawnBoxIsARegionAtOnce();
    void movedAndDeletedRegionsComeBackByUndo();
    void undoNamesTheEdit();
    void undoWhileTypingTakesBackTheTyping();
    void keysGoThroughThePictures();
    void tabAndAcceptGoThroughRegionsAndOnToTheNextPicture();
    void digitsChooseAlternativesOnTheCanvasAndAreTypedInTheText();
    void drawingStoresNothingInAReadOnlyProject();
    void emptyProjectShowsTheStartPage();
    void droppedPicturesAreAdded();
    void whatTakesLongIsUndoneBehindADialog();
    void layoutAndColoursAreRemembered();
    void closingStoresWhatWasTyped();
    void missingModelIsSaidAndTheCanvasWorks();
    void everyWidgetThatTakesTheFocusHasAName();
};

void TestMainWindow::drawnBoxIsARegionAtOnce() {
    Window w;
    w.press(Qt::Key_R);
    w.drag({20, 10}, {80, 60});
    QCOMPARE(w.regions().size(), std::size_t(1));
    const geometry::Box2 box = w.regions().front().box();
    QVERIFY(qAbs(box.x - 20) <= 1 && qAbs(box.y - 10) <= 1 && qAbs(box.width - 60) <= 1 && qAbs(box.height - 50) <= 1);
    QCOMPARE(w.workspace.currentRegion(), w.regions().front().id);
    QCOMPARE(w.view->selection(), QSet<qint64>{w.regions().front().id});
    QVERIFY(w.view->tool() == ImageView::Tool::Select);
}

void TestMainWindow::movedAndDeletedRegionsComeBackByUndo() {
    Window w;
    const geometry::Box2 box{20, 10, 60, 50};
    const project::Id region = w.addRegion(box);
    w.workspace.setCurrentRegion(region);
    w.drag({50, 35}, {70, 45});
    QVERIFY(!(w.project().region(region)->box() == box));
    QCOMPARE(w.project().undoName(), QStringLiteral("Move region"));
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(w.project().region(region)->box() == box);
    w.press(Qt::Key_Delete);
    QVERIFY(w.regions().empty());
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(w.project().region(region)->box() == box);
    w.press(Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(w.regions().empty());
}

void TestMainWindow::undoNamesTheEdit() {
    Window w;
    w.press(Qt::Key_R);
    w.drag({20, 10}, {80, 60});
    const QMenu* edit = w.window.menuBar()->actions().at(1)->menu();
    QCOMPARE(edit->actions().first()->text(), QStringLiteral("&Undo: Draw region"));
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edit->actions().at(1)->text(), QStringLiteral("&Redo: Draw region"));
}

void TestMainWindow::undoWhileTypingTakesBackTheTyping() {
    Window w;
    const project::Id region = w.addRegion();
    w.workspace.setCurrentRegion(region);
    w.press(Qt::Key_F2);
    QVERIFY(w.text->hasFocus());
    QTest::keyClicks(w.text, QStringLiteral("an apple"));
    w.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(w.text->toPlainText().isEmpty());
    QVERIFY(w.texts(region).isEmpty());
    w.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(w.texts(region), QStringList{QStringLiteral("an apple")});
}

void TestMainWindow::keysGoThroughThePictures() {
    Window w(3);
    w.press(Qt::Key_D);
    w.press(Qt::Key_PageDown);
    QCOMPARE(w.workspace.currentMedia(), w.media.at(2));
    w.press(Qt::Key_A);
    w.press(Qt::Key_PageUp);
    QCOMPARE(w.workspace.currentMedia(), w.media.at(0));
}

void TestMainWindow::tabAndAcceptGoThroughRegionsAndOnToTheNextPicture() {
    Window w(2);
    const project::Id first = w.addRegion({10, 10, 40, 40});
    const project::Id second = w.addRegion({90, 10, 40, 40});
    w.addCaption(first, QStringLiteral("a dog"), CaptionSource::Model);
    w.addCaption(second, QStringLiteral("a cat"), CaptionSource::Model);
    w.press(Qt::Key_Tab);
    QCOMPARE(w.workspace.currentRegion(), first);
    w.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(w.workspace.currentRegion(), second);
    w.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(w.workspace.currentMedia(), w.media.at(1));
    for (const project::Id region : {first, second})
        QVERIFY(project::shownCaption(w.project(), w.media.first(), region)->state == CaptionState::Accepted);
}

void TestMainWindow::digitsChooseAlternativesOnTheCanvasAndAreTypedInTheText() {
    Window w;
    const project::Id region = w.addRegion();
    w.addCaption(region, QStringLiteral("a dog"), CaptionSource::Model);
    w.addCaption(region, QStringLiteral("a cat"), CaptionSource::Model, CaptionState::Draft, 1);
    w.workspace.setCurrentRegion(region);
    w.press(Qt::Key_1);
    QCOMPARE(w.texts(region).first(), QStringLiteral("a cat"));
    w.press(Qt::Key_F2);
    QTest::keyClick(w.text, Qt::Key_End);
    QTest::keyClicks(w.text, QStringLiteral(" 1"));
    QCOMPARE(w.text->toPlainText(), QStringLiteral("a cat 1"));
}

void TestMainWindow::drawingStoresNothingInAReadOnlyProject() {
    Window w;
    const QString path = w.project().path();
    const project::Id region = w.addRegion({10, 10, 60, 60});
    // The present owner keeps the file; the window looks at it as a second opener does.
    auto second = project::Project::open(path);
    QVERIFY(second.ok());
    if ((*second)->access() != project::Project::Access::ReadOnly) QSKIP("one process is one owner here");
    auto other = project::Project::create(w.folder.filePath(QStringLiteral("b.rbproject")));
    QVERIFY(other.ok());
    w.workspace.setProject(std::move(*second));
    w.press(Qt::Key_R);
    w.drag({100, 10}, {150, 60});
    QCOMPARE(w.project().regionsOf(w.media.first()).size(), std::size_t(1));
    QCOMPARE(w.project().regionsOf(w.media.first()).front().id, region);
}

void TestMainWindow::emptyProjectShowsTheStartPage() {
    Window w(0);
    QVERIFY(!w.view->isVisible());
    w.makePicture(0);
    w.window.open({w.folder.path()});
    QTRY_VERIFY(w.view->isVisible());
    QVERIFY(w.view->hasImage());
    QTRY_VERIFY(w.window.statusBar()->currentMessage().contains(w.project().path()));
}

void TestMainWindow::droppedPicturesAreAdded() {
    Window w(1);
    w.makePicture(5);
    Q_EMIT w.view->filesDropped({QUrl::fromLocalFile(w.folder.filePath(QStringLiteral("picture5.png")))});
    QTRY_COMPARE(w.project().counts().media, 2);
    QCOMPARE(w.project().media(w.workspace.currentMedia())->path, QStringLiteral("picture5.png"));
}

void TestMainWindow::whatTakesLongIsUndoneBehindADialog() {
    Window w(1);
    w.edit([&](project::Edit& edit) {
        for (int i = 0; i < 2500; ++i) {
            project::Region region;
            region.media = w.media.first();
            region.shape.box = {1.0 * (i % 100), 10, 20, 20};
            project::Caption caption;
            caption.media = region.media;
            caption.region = edit.insert(region);
            caption.text = QStringLiteral("%1 apple ").arg(i).repeated(100);
            edit.insert(caption);
        }
    });
    int shown = 0;
    w.dialogs.answer = [&shown](QDialog& dialog) {
        const auto* running = qobject_cast<ProgressDialog*>(&dialog);
        return running && ++shown && QTest::qWaitFor([running] { return !running->isRunning(); }, 30'000);
    };
    w.workspace.undo();
    QCOMPARE(shown, 1);
    QCOMPARE(w.project().counts().regions, qint64(0));
    w.workspace.redo();
    QCOMPARE(shown, 2);
    QCOMPARE(w.project().counts().regions, qint64(2500));
    w.addRegion();
    w.workspace.undo(); // a small one
    QCOMPARE(shown, 2);
    w.dialogs.answer = {};
}

void TestMainWindow::layoutAndColoursAreRemembered() {
    Window w;
    const auto action = [](MainWindow& window, const QString& text) {
        for (QAction* found : window.actions())
            if (found->text() == text) return found;
        qFatal("no such action");
    };
    action(w.window, QStringLiteral("&Dark colours"))->trigger();
    QVERIFY(Theme::matching(QApplication::palette()).dark);
    w.window.findChild<QDockWidget*>(QStringLiteral("gallery"))->hide();
    w.window.close();
    MainWindow again({w.workspace, w.inference, w.dialogs, w.settings});
    QVERIFY(action(again, QStringLiteral("&Dark colours"))->isChecked());
    QVERIFY(again.findChild<QDockWidget*>(QStringLiteral("gallery"))->isHidden());
}

void TestMainWindow::closingStoresWhatWasTyped() {
    Window w;
    w.press(Qt::Key_F2);
    QTest::keyClicks(w.text, QStringLiteral("a kitchen"));
    w.window.close();
    QCOMPARE(w.texts(0), QStringList{QStringLiteral("a kitchen")});
}

void TestMainWindow::missingModelIsSaidAndTheCanvasWorks() {
    Window w;
    w.window.openModel(w.folder.filePath(QStringLiteral("no model here")));
    QTRY_VERIFY(w.window.statusBar()->currentMessage().contains(QStringLiteral("no model here")));
    w.press(Qt::Key_R);
    w.drag({20, 10}, {80, 60});
    QCOMPARE(w.regions().size(), std::size_t(1));
}

void TestMainWindow::everyWidgetThatTakesTheFocusHasAName() {
    Window w;
    for (const QWidget* widget : w.window.findChildren<QWidget*>()) {
        const bool inner = widget->objectName().startsWith(QStringLiteral("qt_"));
        if (inner || !(widget->focusPolicy() & Qt::TabFocus) || !widget->isEnabled()) continue;
        const QVariant text = widget->property("text");
        QVERIFY2(!widget->accessibleName().isEmpty() || !text.toString().isEmpty(),
                 qPrintable(QStringLiteral("a %1 in a %2").arg(QLatin1String(widget->metaObject()->className()), QLatin1String(widget->parentWidget()->metaObject()->className()))));
    }
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
