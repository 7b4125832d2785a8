#include "ui/actions/main_actions.h"
#include "ui/help/first_steps.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace rb::ui;

/// A window with a panel at its right, and the card.
struct Shown {
    Shown() {
        auto* layout = new QHBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(typing, 1);
        panel->setFixedWidth(300);
        layout->addWidget(panel);
        window.resize(1000, 700);
        window.show();
        QApplication::setActiveWindow(&window);
        typing->setFocus();
        steps = new FirstSteps(actions, settings, window, *panel);
        steps->start();
    }

    void click(const char* text) const {
        for (auto* button : steps->findChildren<QPushButton*>())
            if (button->text() == QString::fromLatin1(text)) QTest::mouseClick(button, Qt::LeftButton);
    }
    bool says(const QString& text) const {
        for (const auto* label : steps->findChildren<QLabel*>())
            if (label->text().contains(text)) return true;
        return false;
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat};
    MainActions actions;
    QWidget window;
    QLineEdit* typing = new QLineEdit;
    QWidget* panel = new QWidget;
    FirstSteps* steps;
};

class TestFirstSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStepEndsByDoingIt();
    void stepsMayBeDoneOutOfOrder();
    void skipGoesOn();
    void finishedTourIsNotWantedAgain();
    void closedTourIsWantedAgain();
    void doNotShowAgainIsKept();
    void keysAreThoseTheActionsHave();
    void takesNoFocus();
    void standsBesideThePanelAndFollowsIt();
    void staysInTheWindowWithoutThePanel();
    void nothingCountsAfterItWasClosed();
    void startsAgainFromTheBeginning();
    void screenReaderHearsTheStep();
};

void TestFirstSteps::everyStepEndsByDoingIt() {
    Shown shown;
    void (FirstSteps::*const done[])() = {&FirstSteps::boxDrawn, &FirstSteps::captionWritten, &FirstSteps::captionEdited,
                                          &FirstSteps::accepted, &FirstSteps::undone, &FirstSteps::exported};
    for (int i = 0; i < kTourSteps; ++i) {
        QCOMPARE(static_cast<int>(shown.steps->step()), i);
        QVERIFY(shown.says(QStringLiteral("%1 of 6").arg(i + 1)));
        (shown.steps->*done[i])();
    }
    QCOMPARE(shown.steps->step(), TourStep::Finished);
    QVERIFY(shown.steps->isVisible());
    QVERIFY(shown.says(QStringLiteral("That is all")));
}

void TestFirstSteps::stepsMayBeDoneOutOfOrder() {
    Shown shown;
    shown.steps->captionWritten();
    shown.steps->accepted();
    QCOMPARE(shown.steps->step(), TourStep::DrawBox);
    shown.steps->boxDrawn();
    QCOMPARE(shown.steps->step(), TourStep::ChooseWords);
    shown.steps->alternativeChosen();
    QCOMPARE(shown.steps->step(), TourStep::TakeBack);
}

void TestFirstSteps::skipGoesOn() {
    Shown shown;
    shown.click("Skip");
    QCOMPARE(shown.steps->step(), TourStep::ReadCaption);
}

void TestFirstSteps::finishedTourIsNotWantedAgain() {
    Shown shown;
    for (int i = 0; i < kTourSteps - 1; ++i) shown.click("Skip");
    QVERIFY(FirstSteps::wanted(shown.settings));
    shown.steps->searched();
    QVERIFY(!FirstSteps::wanted(shown.settings));
}

void TestFirstSteps::closedTourIsWantedAgain() {
    Shown shown;
    shown.click("Close");
    QVERIFY(!shown.steps->isVisible());
    QVERIFY(FirstSteps::wanted(shown.settings));
}

void TestFirstSteps::doNotShowAgainIsKept() {
    Shown shown;
    auto* never = shown.steps->findChild<QCheckBox*>();
    QTest::mouseClick(never, Qt::LeftButton, {}, QPoint(8, never->height() / 2));
    shown.click("Close");
    QVERIFY(!FirstSteps::wanted(shown.settings));
}

void TestFirstSteps::keysAreThoseTheActionsHave() {
    Shown shown;
    QVERIFY(shown.says(QStringLiteral("<b>R</b>")));
    shown.actions.boxTool->setShortcut(QKeySequence(Qt::Key_B));
    shown.steps->start();
    QVERIFY(shown.says(QStringLiteral("<b>B</b>")));
    shown.actions.boxTool->setShortcuts(QList<QKeySequence>());
    shown.steps->start();
    QVERIFY(shown.says(QStringLiteral("<b>Draw a box</b>")));
}

void TestFirstSteps::takesNoFocus() {
    Shown shown;
    QVERIFY(shown.typing->hasFocus());
    shown.steps->boxDrawn();
    QTest::keyClicks(shown.window.focusWidget(), QStringLiteral("a"));
    QCOMPARE(shown.typing->text(), QStringLiteral("a"));
}

void TestFirstSteps::standsBesideThePanelAndFollowsIt() {
    Shown shown;
    QCOMPARE(shown.steps->geometry().right() + 1, 700 - 12);
    shown.window.resize(1200, 800);
    QTRY_COMPARE(shown.steps->geometry().right() + 1, 900 - 12);
    QCOMPARE(shown.steps->geometry().bottom() + 1, 800 - 12);
}

void TestFirstSteps::staysInTheWindowWithoutThePanel() {
    Shown shown;
    shown.panel->hide();
    QCOMPARE(shown.steps->geometry().right() + 1, 1000 - 12);
}

void TestFirstSteps::nothingCountsAfterItWasClosed() {
    Shown shown;
    shown.click("Close");
    shown.steps->boxDrawn();
    QVERIFY(!shown.steps->isVisible());
    QCOMPARE(shown.steps->step(), TourStep::DrawBox);
}

void TestFirstSteps::startsAgainFromTheBeginning() {
    Shown shown;
    shown.steps->boxDrawn();
    shown.click("Close");
    shown.steps->start();
    QVERIFY(shown.steps->isVisible());
    QCOMPARE(shown.steps->step(), TourStep::DrawBox);
}

void TestFirstSteps::screenReaderHearsTheStep() {
    Shown shown;
    QCOMPARE(shown.steps->accessibleName(), QStringLiteral("First steps: Draw a box"));
    shown.steps->boxDrawn();
    QCOMPARE(shown.steps->accessibleName(), QStringLiteral("First steps: Read its caption"));
}

QTEST_MAIN(TestFirstSteps)
#include "test_first_steps.moc"
