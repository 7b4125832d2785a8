#include "ui/search/meaning_search.h"
#include "ui/search/search_panel.h"

#include "tests/ui/answering_dialogs.h"
#include "tests/ui/project_fixture.h"
#include "ui/actions/main_actions.h"
#include "ui/search/query_edit.h"
#include "ui/search/search_control.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

/// Three regions: two drafts of a model, one caption that a person accepted.
struct Searched : ProjectFixture {
    Searched() : ProjectFixture(2) {
        dog = addRegion({10, 20, 50, 40});
        cat = addRegion({60, 20, 50, 40});
        cup = addRegion({110, 20, 50, 40});
        addCaption(dog, QStringLiteral("a small dog"), CaptionSource::Model);
        addCaption(cat, QStringLiteral("a small cat"), CaptionSource::Model);
        addCaption(cup, QStringLiteral("a red cup"), CaptionSource::Human, CaptionState::Accepted);
        panel.show();
    }
    QStringList shown() {
        QStringList texts;
        for (int row = 0; row < list->model()->rowCount(); ++row) texts << list->model()->index(row, 0).data().toString();
        return texts;
    }
    void type(const char* text) {
        edit->setText(QString::fromLatin1(text)); // keys would open the completer, which this platform cannot show
    }
    project::Id dog, cat, cup;
    ThumbnailStore thumbnails{192};
    MeaningSearch meaning{workspace, inference};
    SearchPanel panel{workspace, thumbnails, meaning};
    QListView* list = panel.findChild<QListView*>();
    QueryEdit* edit = panel.findChild<QueryEdit*>();
};

class TestSearchPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typedWordsFindTheirCaptions();
    void choosingARowGoesThere();
    void steppingGoesThroughWhatWasFound();
    void whatIsFoundFollowsTheProject();
    void aFaultIsOneSentenceAndKeepsTheRows();
    void nothingIsShownWithoutAQuery();
    void likeAsksForTheCurrentRegionElseForThePicture();
    void theModelKeepsQtsRules();
};

void TestSearchPanel::typedWordsFindTheirCaptions() {
    Searched s;
    s.type("small");
    QTRY_COMPARE(s.shown(), QStringList({QStringLiteral("a small dog"), QStringLiteral("a small cat")}));
    s.type("state:accepted");
    QTRY_COMPARE(s.shown(), QStringList{QStringLiteral("a red cup")});
    QVERIFY(s.panel.isSearching());
}

void TestSearchPanel::choosingARowGoesThere() {
    Searched s;
    s.workspace.setCurrentMedia(s.media.at(1));
    s.type("cat");
    QTRY_COMPARE(s.list->model()->rowCount(), 1);
    s.list->setCurrentIndex(s.list->model()->index(0, 0));
    QCOMPARE(s.workspace.currentMedia(), s.media.at(0));
    QCOMPARE(s.workspace.currentRegion(), s.cat);
}

void TestSearchPanel::steppingGoesThroughWhatWasFound() {
    Searched s;
    s.type("state:draft");
    QTRY_COMPARE(s.list->model()->rowCount(), 2);
    QVERIFY(s.panel.step(1));
    QCOMPARE(s.workspace.currentRegion(), s.dog);
    QVERIFY(s.panel.step(1));
    QCOMPARE(s.workspace.currentRegion(), s.cat);
    QVERIFY(!s.panel.step(1));
}

void TestSearchPanel::whatIsFoundFollowsTheProject() {
    Searched s;
    s.type("state:draft");
    QTRY_COMPARE(s.list->model()->rowCount(), 2);
    s.ProjectFixture::edit([&](project::Edit& edit) { edit.removeRegion(s.dog); });
    QTRY_COMPARE(s.shown(), QStringList{QStringLiteral("a small cat")});
    QVERIFY(s.project().undo().ok());
    QTRY_COMPARE(s.list->model()->rowCount(), 2);
}

void TestSearchPanel::aFaultIsOneSentenceAndKeepsTheRows() {
    Searched s;
    s.type("small");
    QTRY_COMPARE(s.list->model()->rowCount(), 2);
    QSignalSpy faults(s.edit, &QueryEdit::faultChanged);
    s.type("score:>much");
    QTRY_VERIFY(!faults.isEmpty() && !faults.last().first().toString().isEmpty());
    const QString sentence = faults.last().first().toString();
    QStringList said;
    for (const QLabel* label : s.panel.findChildren<QLabel*>()) said << label->text();
    QVERIFY(said.contains(sentence));
    QVERIFY(!sentence.contains(QLatin1Char('\n')));
    QCOMPARE(s.list->model()->rowCount(), 2);
}

void TestSearchPanel::nothingIsShownWithoutAQuery() {
    Searched s;
    QCOMPARE(s.list->model()->rowCount(), 0);
    QVERIFY(!s.panel.isSearching() && s.panel.found().empty());
    s.type("small");
    QTRY_COMPARE(s.list->model()->rowCount(), 2);
    QTest::keyClick(s.edit, Qt::Key_Escape);
    QTRY_COMPARE(s.list->model()->rowCount(), 0);
}

void TestSearchPanel::likeAsksForTheCurrentRegionElseForThePicture() {
    Searched s;
    MainActions actions;
    AnsweringDialogs dialogs;
    QWidget window;
    SearchControl control({actions, s.panel, s.meaning, s.workspace, dialogs, window}, nullptr);
    s.workspace.setCurrentMedia(0);
    QVERIFY(!actions.findAlike->isEnabled());
    s.workspace.setCurrentMedia(s.media.first());
    QCOMPARE(actions.findAlike->text(), QStringLiteral("Find pictures &like this"));
    actions.findAlike->trigger();
    QCOMPARE(s.edit->text(), QStringLiteral("like:%1").arg(s.media.first()));
    s.workspace.setCurrentRegion(s.cat);
    QCOMPARE(actions.findAlike->text(), QStringLiteral("Find regions &like this"));
    actions.findAlike->trigger();
    QCOMPARE(s.edit->text(), QStringLiteral("like:%1").arg(s.cat));
}

void TestSearchPanel::theModelKeepsQtsRules() {
    Searched s;
    QAbstractItemModelTester tester(s.list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    s.type("small");
    QTRY_COMPARE(s.list->model()->rowCount(), 2);
    QVERIFY(s.project().undo().ok());
}

QTEST_MAIN(TestSearchPanel)
#include "test_search_panel.moc"
