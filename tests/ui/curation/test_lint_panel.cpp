#include "ui/curation/lint_panel.h"

#include "tests/ui/curation/curation_fixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace rb;
using namespace rb::ui;

class TestLintPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clickOnAFindingAsksForItsRegion();
    void enterDoesTheSame();
    void captionOfAWholePictureHasNoRegion();
    void mendingOneLeadsToTheNext();
    void kindIsShownAsASearch();
    void nearDuplicatesComeWhenAskedFor();
    void goodCaptionsAreToldAsGood();
    void anotherProjectLeavesNothingBehind();
};

namespace {

struct Shown {
    explicit Shown(ui::test::CurationFixture& f) : panel(f.workspace), asked(&panel, &LintPanel::regionRequested) {
        panel.resize(420, 400);
        panel.show();
        view = panel.findChild<QTreeView*>();
    }
    QModelIndex finding(int group, int row) const {
        const QModelIndex parent = view->model()->index(group, 0);
        view->expand(parent);
        return view->model()->index(row, 0, parent);
    }
    void click(const QModelIndex& index) const {
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }
    void press(const char* text) const {
        for (auto* button : panel.findChildren<QPushButton*>())
            if (button->text() == QLatin1String(text)) QTest::mouseClick(button, Qt::LeftButton);
    }
    QString note() const { return panel.findChild<QLabel*>()->text(); }

    LintPanel panel;
    QSignalSpy asked;
    QTreeView* view;
};

} // namespace

void TestLintPanel::clickOnAFindingAsksForItsRegion() {
    ui::test::CurationFixture f;
    const project::Id media = f.picture(QStringLiteral("a.jpg")), region = f.region(media);
    f.caption(media, region, QStringLiteral("a dog on the"));
    Shown s(f);
    QTRY_COMPARE(s.view->model()->rowCount(), 1);
    s.click(s.view->model()->index(0, 0));
    QCOMPARE(s.asked.count(), 0);
    s.click(s.finding(0, 0));
    QCOMPARE(s.asked.count(), 1);
    QCOMPARE(s.asked.at(0), (QVariantList{QVariant::fromValue(media), QVariant::fromValue(region)}));
}

void TestLintPanel::enterDoesTheSame() {
    ui::test::CurationFixture f;
    const project::Id media = f.picture(QStringLiteral("a.jpg"));
    f.caption(media, f.region(media), QStringLiteral("a dog on the"));
    Shown s(f);
    QTRY_COMPARE(s.view->model()->rowCount(), 1);
    QTest::keyClick(s.view, Qt::Key_Down);
    QTest::keyClick(s.view, Qt::Key_Right);
    QTest::keyClick(s.view, Qt::Key_Down);
    QTest::keyClick(s.view, Qt::Key_Return);
    QCOMPARE(s.asked.count(), 1);
}

void TestLintPanel::captionOfAWholePictureHasNoRegion() {
    ui::test::CurationFixture f;
    const project::Id media = f.picture(QStringLiteral("a.jpg"));
    f.caption(media, 0, QStringLiteral("a dog on the"));
    Shown s(f);
    QTRY_COMPARE(s.view->model()->rowCount(), 1);
    s.click(s.finding(0, 0));
    QCOMPARE(s.asked.at(0).at(1).toLongLong(), 0);
}

void TestLintPanel::mendingOneLeadsToTheNext() {
    ui::test::CurationFixture f;
    const project::Id media = f.picture(QStringLiteral("a.jpg"));
    std::vector<project::Id> captions;
    for (int i = 0; i < 4; ++i) captions.push_back(f.caption(media, f.region(media), QStringLiteral("dog %1 on the").arg(i)));
    Shown s(f);
    QTRY_COMPARE(s.view->model()->rowCount(), 1);
    s.click(s.finding(0, 1));
    f.edit([&](project::Edit& edit) { edit.removeCaption(captions[1]); });
    QTRY_COMPARE(s.view->model()->rowCount(s.view->model()->index(0, 0)), 3);
    QVERIFY(s.view->isExpanded(s.view->model()->index(0, 0)));
    QCOMPARE(s.view->currentIndex().data(LintModel::CaptionRole).toLongLong(), captions[2]);
    QCOMPARE(s.asked.count(), 1);
}

void TestLintPanel::kindIsShownAsASearch() {
    ui::test::CurationFixture f;
    const project::Id media = f.picture(QStringLiteral("a.jpg"));
    f.caption(media, 0, QStringLiteral("a dog on the"));
    Shown s(f);
    QSignalSpy searched(&s.panel, &LintPanel::queryRequested);
    QTRY_COMPARE(s.view->model()->rowCount(), 1);
    s.press("Search for these");
    QCOMPARE(searched.count(), 0);
    s.click(s.finding(0, 0));
    s.press("Search for these");
    QCOMPARE(searched.count(), 1);
    QCOMPARE(searched.at(0).at(0).toString(), QStringLiteral("lint:unfinished -state:rejected"));
}

void TestLintPanel::nearDuplicatesComeWhenAskedFor() {
    ui::test::CurationFixture f;
    const project::Id media = f.picture(QStringLiteral("a.jpg"));
    for (int i = 0; i < 3; ++i) f.caption(media, f.region(media), QStringLiteral("a dog"));
    Shown s(f);
    QTRY_VERIFY(s.note().startsWith(QStringLiteral("Nothing seems wrong")));
    s.press("Find near duplicates");
    QTRY_VERIFY(s.note().endsWith(QStringLiteral("No two are nearly the same.")));
    s.panel.findChild<QCheckBox*>()->click();
    s.press("Find near duplicates");
    QTRY_COMPARE(s.view->model()->rowCount(s.view->model()->index(0, 0)), 3);
}

void TestLintPanel::goodCaptionsAreToldAsGood() {
    ui::test::CurationFixture f;
    f.caption(f.picture(QStringLiteral("a.jpg")), 0, QStringLiteral("a dog"));
    Shown s(f);
    QTRY_COMPARE(s.note(), QStringLiteral("Nothing seems wrong with the captions."));
}

void TestLintPanel::anotherProjectLeavesNothingBehind() {
    ui::test::CurationFixture f;
    f.caption(f.picture(QStringLiteral("a.jpg")), 0, QStringLiteral("a dog on the"));
    Shown s(f);
    QTRY_COMPARE(s.view->model()->rowCount(), 1);
    f.openNew(QStringLiteral("b.rbproject"));
    QCOMPARE(s.view->model()->rowCount(), 0);
}

QTEST_MAIN(TestLintPanel)
#include "test_lint_panel.moc"
