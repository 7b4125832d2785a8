#include "core/project/caption_edits.h"
#include "tests/ui/answering_dialogs.h"
#include "tests/ui/project_fixture.h"
#include "ui/image_view/image_view.h"
#include "ui/main_window.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QStatusBar>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

class TestReviewControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptedCaptionsCountInTheStatusBar();
    void wholeReviewNeedsNoMouse();
    void ctrlEExportsFromTheTextField();
};

struct Reviewed : ProjectFixture {
    Reviewed() : ProjectFixture(1) {
        for (int i = 0; i < 3; ++i) regions.append(addRegion({10.0 + 50 * i, 10, 40, 40}));
        for (const project::Id region : regions) {
            addCaption(region, QStringLiteral("a dog"), CaptionSource::Model);
            addCaption(region, QStringLiteral("a cat"), CaptionSource::Model, CaptionState::Draft, 1);
        }
        Q_EMIT workspace.projectChanged();
        Q_EMIT workspace.currentMediaChanged(workspace.currentMedia());
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("the window did not become active");
        window.findChild<ImageView*>()->setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key, modifiers);
    }
    QString session() const {
        for (const QLabel* label : window.statusBar()->findChildren<QLabel*>())
            if (label->accessibleName() == QLatin1String("Review")) return label->text() + u'\n' + label->toolTip();
        return {};
    }

    QList<project::Id> regions;
    AnsweringDialogs dialogs;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    MainWindow window{WindowParts{workspace, inference, dialogs, settings}};
};

void TestReviewControl::acceptedCaptionsCountInTheStatusBar() {
    Reviewed r;
    QVERIFY(r.session().trimmed().isEmpty());
    r.press(Qt::Key_Tab);
    r.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(r.session().startsWith(QStringLiteral("1 reviewed")));
    QVERIFY(r.session().contains(QStringLiteral("100 % of the model's were accepted untouched")));
    r.press(Qt::Key_Backspace, Qt::ControlModifier);
    QVERIFY(r.session().startsWith(QStringLiteral("2 reviewed")));
}

void TestReviewControl::wholeReviewNeedsNoMouse() {
    Reviewed r;
    r.press(Qt::Key_Tab); // to the first region; accept it
    r.press(Qt::Key_Return, Qt::ControlModifier);
    r.press(Qt::Key_1); // the second: its other caption
    r.press(Qt::Key_Return, Qt::ControlModifier);
    r.press(Qt::Key_F2); // the third: typed
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("a fox"));
    r.press(Qt::Key_Return, Qt::ControlModifier);
    const auto shown = [&](int i) { return *project::shownCaption(r.project(), r.media.first(), r.regions.at(i)); };
    QCOMPARE(shown(0).text, QStringLiteral("a dog"));
    QCOMPARE(shown(1).text, QStringLiteral("a cat"));
    QCOMPARE(shown(2).text, QStringLiteral("a fox"));
    QCOMPARE(shown(2).editedFrom, QStringLiteral("a dog"));
    for (int i = 0; i < 3; ++i) QCOMPARE(shown(i).state, CaptionState::Accepted);
}

void TestReviewControl::ctrlEExportsFromTheTextField() {
    Reviewed r;
    bool asked = false;
    r.dialogs.answer = [&](QDialog&) {
        asked = true;
        return false;
    };
    r.press(Qt::Key_F2);
    QVERIFY(r.window.findChild<QPlainTextEdit*>()->hasFocus());
    r.press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(asked);
}

QTEST_MAIN(TestReviewControl)
#include "test_review_control.moc"
