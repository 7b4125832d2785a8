#include "ui/region_panel/caption_editor.h"

#include "core/project/caption_edits.h"
#include "tests/ui/project_fixture.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

/// An editor on the first region of a project, with the focus in its text.
struct Editing : ProjectFixture {
    Editing() {
        region = addRegion();
        workspace.setCurrentRegion(region);
        editor.show();
        editor.activateWindow();
        if (!QTest::qWaitForWindowActive(&editor)) qFatal("the editor did not become active");
        editor.startEditing();
    }
    void type(const QString& words) { QTest::keyClicks(text, words); }
    project::Caption shown() { return project::shownCaption(project(), media.first(), region).value_or(project::Caption()); }

    project::Id region = 0;
    MainActions actions;
    CaptionEditor editor{workspace, flow, actions};
    QPlainTextEdit* text = editor.findChild<QPlainTextEdit*>();
};

class TestCaptionEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void burstOfTypingIsOneEditAfterAPause();
    void whatIsTypedIsAPersonsAndRemembersTheMachinesWords();
    void leavingTheTextStoresItAtOnce();
    void choosingAnotherRegionStoresTheTextForTheFirst();
    void closingTheProjectStoresTheText();
    void escapeGivesTheOldTextBack();
    void answerThatComesWhileTypingDoesNotReplaceTheTyping();
    void growingWordsAreShownAndStoredOnlyWithTheAnswer();
    void droppedAnswerLeavesNoWords();
    void alternativesAreChosenByNumber();
    void rejectingAndAcceptingAreEdits();
    void undoIsShownInTheText();
    void withoutARegionItIsTheCaptionOfThePicture();
};

void TestCaptionEditor::burstOfTypingIsOneEditAfterAPause() {
    Editing e;
    QSignalSpy edits(&e.project(), &project::Project::changed);
    e.type(QStringLiteral("a red apple"));
    QCOMPARE(edits.size(), 0);
    QVERIFY(e.editor.hasUncommittedText());
    QTRY_COMPARE(edits.size(), 1);
    QCOMPARE(e.shown().text, QStringLiteral("a red apple"));
    QVERIFY(e.project().undo().ok());
    QVERIFY(e.texts(e.region).isEmpty());
}

void TestCaptionEditor::whatIsTypedIsAPersonsAndRemembersTheMachinesWords() {
    Editing e;
    e.flow.take(e.flow.caption(e.media.first(), e.region), e.answer({QStringLiteral("a dog")}));
    e.editor.startEditing();
    e.type(QStringLiteral("a puppy"));
    e.editor.commit();
    QCOMPARE(e.shown().text, QStringLiteral("a puppy"));
    QVERIFY(e.shown().source == CaptionSource::Human);
    QCOMPARE(e.shown().editedFrom, QStringLiteral("a dog"));
    QTest::keyClick(e.text, Qt::Key_End);
    e.type(QStringLiteral(" at play"));
    e.editor.commit();
    QCOMPARE(e.shown().text, QStringLiteral("a puppy at play"));
    QCOMPARE(e.shown().editedFrom, QStringLiteral("a dog"));
}

void TestCaptionEditor::leavingTheTextStoresItAtOnce() {
    Editing e;
    e.type(QStringLiteral("an apple"));
    QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
    QCoreApplication::sendEvent(e.text, &out);
    QCOMPARE(e.shown().text, QStringLiteral("an apple"));
}

void TestCaptionEditor::choosingAnotherRegionStoresTheTextForTheFirst() {
    Editing e;
    const project::Id other = e.addRegion();
    e.type(QStringLiteral("an apple"));
    e.workspace.setCurrentRegion(other);
    QCOMPARE(e.texts(e.region), QStringList{QStringLiteral("an apple")});
    QVERIFY(e.texts(other).isEmpty());
    QVERIFY(e.text->toPlainText().isEmpty());
}

void TestCaptionEditor::closingTheProjectStoresTheText() {
    Editing e;
    e.type(QStringLiteral("an apple"));
    const QString path = e.project().path();
    auto other = project::Project::create(e.folder.filePath(QStringLiteral("b.rbproject")));
    QVERIFY(other.ok());
    e.workspace.setProject(std::move(*other));
    QVERIFY(!e.project().canUndo());
    auto again = project::Project::open(path);
    QVERIFY(again.ok());
    QCOMPARE(project::shownCaption(**again, e.media.first(), e.region)->text, QStringLiteral("an apple"));
}

void TestCaptionEditor::escapeGivesTheOldTextBack() {
    Editing e;
    e.addCaption(e.region, QStringLiteral("before"), CaptionSource::Human);
    e.editor.startEditing();
    QSignalSpy left(&e.editor, &CaptionEditor::editingLeft);
    e.type(QStringLiteral("after"));
    QTest::keyClick(e.text, Qt::Key_Escape);
    QCOMPARE(e.text->toPlainText(), QStringLiteral("before"));
    QCOMPARE(left.size(), 1);
    QVERIFY(!e.editor.hasUncommittedText());
    QCOMPARE(e.shown().text, QStringLiteral("before"));
}

void TestCaptionEditor::answerThatComesWhileTypingDoesNotReplaceTheTyping() {
    Editing e;
    const quint64 asked = e.flow.caption(e.media.first(), e.region);
    e.type(QStringLiteral("my words"));
    Q_EMIT e.flow.grew(e.media.first(), e.region, QStringLiteral("a do"));
    e.flow.take(asked, e.answer({QStringLiteral("a dog")}));
    QCOMPARE(e.text->toPlainText(), QStringLiteral("my words"));
    e.editor.commit();
    QCOMPARE(e.shown().text, QStringLiteral("my words"));
    QVERIFY(e.shown().source == CaptionSource::Human);
}

void TestCaptionEditor::growingWordsAreShownAndStoredOnlyWithTheAnswer() {
    Editing e;
    QSignalSpy edits(&e.project(), &project::Project::changed);
    const quint64 asked = e.flow.caption(e.media.first(), e.region);
    Q_EMIT e.flow.grew(e.media.first(), e.region, QStringLiteral("a small"));
    QCOMPARE(e.text->toPlainText(), QStringLiteral("a small"));
    e.editor.commit();
    QCOMPARE(edits.size(), 0);
    e.flow.take(asked, e.answer({QStringLiteral("a small dog")}));
    QCOMPARE(e.text->toPlainText(), QStringLiteral("a small dog"));
    QCOMPARE(edits.size(), 1);
}

void TestCaptionEditor::droppedAnswerLeavesNoWords() {
    Editing e;
    e.flow.caption(e.media.first(), e.region);
    Q_EMIT e.flow.grew(e.media.first(), e.region, QStringLiteral("a small"));
    e.flow.stopAll();
    QVERIFY(e.text->toPlainText().isEmpty());
}

void TestCaptionEditor::alternativesAreChosenByNumber() {
    Editing e;
    e.flow.take(e.flow.caption(e.media.first(), e.region),
                e.answer({QStringLiteral("a dog"), QStringLiteral("a cat"), QStringLiteral("a cow")}));
    QCOMPARE(e.editor.findChild<QListWidget*>()->count(), 2);
    e.editor.choose(2);
    QCOMPARE(e.texts(e.region), QStringList({QStringLiteral("a cow"), QStringLiteral("a cat"), QStringLiteral("a dog")}));
    QCOMPARE(e.text->toPlainText(), QStringLiteral("a cow"));
    e.editor.choose(7); // there is none
    QCOMPARE(e.shown().text, QStringLiteral("a cow"));
}

void TestCaptionEditor::rejectingAndAcceptingAreEdits() {
    Editing e;
    e.type(QStringLiteral("an apple"));
    e.editor.setState(CaptionState::Accepted);
    QCOMPARE(e.shown().text, QStringLiteral("an apple"));
    QVERIFY(e.shown().state == CaptionState::Accepted);
    e.editor.setState(CaptionState::Rejected);
    QVERIFY(e.shown().state == CaptionState::Rejected);
    QVERIFY(e.project().undo().ok());
    QVERIFY(e.shown().state == CaptionState::Accepted);
}

void TestCaptionEditor::undoIsShownInTheText() {
    Editing e;
    e.type(QStringLiteral("one"));
    e.editor.commit();
    e.type(QStringLiteral(" two"));
    e.editor.commit();
    QVERIFY(e.project().undo().ok());
    QCOMPARE(e.text->toPlainText(), QStringLiteral("one"));
    QVERIFY(e.project().redo().ok());
    QCOMPARE(e.text->toPlainText(), QStringLiteral("one two"));
}

void TestCaptionEditor::withoutARegionItIsTheCaptionOfThePicture() {
    Editing e;
    e.workspace.setCurrentRegion(0);
    e.editor.startEditing();
    e.type(QStringLiteral("a kitchen"));
    e.editor.commit();
    QCOMPARE(e.texts(0), QStringList{QStringLiteral("a kitchen")});
}

QTEST_MAIN(TestCaptionEditor)
#include "test_caption_editor.moc"
