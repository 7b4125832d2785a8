#include "ui/curation/splits_dialog.h"

#include "tests/ui/curation/curation_fixture.h"
#include "ui/curation/leak_table.h"
#include "ui/curation/split_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace rb;
using namespace rb::ui;

class TestSplitsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void previewIsWhatAssigningDoes();
    void assigningIsOneStepOfUndo();
    void presentSplitsAreKeptUnlessToldOtherwise();
    void typedShareWaitsForItsPreview();
    void noShareAtAllIsRefused();
    void everyChoiceOfTogetherIsTheOneItSays();
    void leaksBetweenPresentSplitsAreListed();
    void projectForReadingOnlyCannotBeAssigned();
};

namespace {

struct Shown {
    explicit Shown(Workspace& opened) : workspace(opened), dialog(opened) {
        for (auto* button : dialog.findChildren<QPushButton*>())
            if (button->property("primary").toBool()) apply = button;
        counts = dialog.findChild<SplitTable*>();
        dialog.show();
        settle();
    }
    void settle() const { ui::test::CurationFixture::settle(workspace); }
    QStringList column(int number) const {
        QStringList cells;
        for (int row = 0; row < counts->rowCount(); ++row) cells << counts->item(row, number)->text();
        return cells;
    }
    bool tells(const char* text) const {
        for (const auto* label : dialog.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(QString::fromUtf8(text))) return true;
        return false;
    }
    void press() const {
        QTest::mouseClick(apply, Qt::LeftButton);
        settle();
    }

    Workspace& workspace;
    SplitsDialog dialog;
    QPushButton* apply = nullptr;
    SplitTable* counts;
};

} // namespace

static QStringList splits(const project::Project& project) {
    QStringList names;
    for (const project::Media& media : project.allMedia()) names << media.split;
    return names;
}

void TestSplitsDialog::previewIsWhatAssigningDoes() {
    ui::test::CurationFixture f;
    for (int i = 0; i < 20; ++i) f.picture(QStringLiteral("%1.jpg").arg(i));
    Shown s(f.workspace);
    QCOMPARE(s.column(1), (QStringList{QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("20")}));
    QCOMPARE(s.column(2), (QStringList{QStringLiteral("16"), QStringLiteral("2"), QStringLiteral("2"), QStringLiteral("0")}));
    QVERIFY(s.tells("20 pictures get another split"));
    s.press();
    QCOMPARE(splits(f.project()).count(QStringLiteral("train")), 16);
    QVERIFY(s.tells("20 pictures were assigned"));
    QVERIFY(!s.apply->isEnabled());
}

void TestSplitsDialog::assigningIsOneStepOfUndo() {
    ui::test::CurationFixture f;
    for (int i = 0; i < 5; ++i) f.picture(QStringLiteral("%1.jpg").arg(i));
    Shown s(f.workspace);
    s.press();
    QCOMPARE(splits(f.project()).count(QString()), 0);
    QVERIFY(f.project().undo().ok());
    QCOMPARE(splits(f.project()).count(QString()), 5);
}

void TestSplitsDialog::presentSplitsAreKeptUnlessToldOtherwise() {
    ui::test::CurationFixture f;
    for (int i = 0; i < 10; ++i) f.picture(QStringLiteral("%1.jpg").arg(i), QStringLiteral("test"));
    Shown s(f.workspace);
    QVERIFY(!s.apply->isEnabled());
    s.dialog.findChild<QCheckBox*>()->click();
    s.settle();
    QVERIFY(!s.dialog.options().keepPresent);
    QCOMPARE(s.column(2).first(), QStringLiteral("8"));
    QVERIFY(s.apply->isEnabled());
}

void TestSplitsDialog::typedShareWaitsForItsPreview() {
    ui::test::CurationFixture f;
    for (int i = 0; i < 10; ++i) f.picture(QStringLiteral("%1.jpg").arg(i));
    Shown s(f.workspace);
    auto* train = s.dialog.findChildren<QSpinBox*>().at(0);
    train->selectAll();
    QTest::keyClicks(train, QStringLiteral("10"));
    QVERIFY(!s.apply->isEnabled());
    QTRY_COMPARE(s.column(2).first(), QStringLiteral("4"));
    QVERIFY(s.apply->isEnabled());
}

void TestSplitsDialog::noShareAtAllIsRefused() {
    ui::test::CurationFixture f;
    f.picture(QStringLiteral("a.jpg"));
    Shown s(f.workspace);
    for (int i = 0; i < 3; ++i) s.dialog.findChildren<QSpinBox*>().at(i)->setValue(0);
    QTRY_VERIFY(s.tells("The shares of the splits must be zero or more"));
    QVERIFY(!s.apply->isEnabled());
}

void TestSplitsDialog::everyChoiceOfTogetherIsTheOneItSays() {
    ui::test::CurationFixture f;
    Shown s(f.workspace);
    auto* together = s.dialog.findChild<QComboBox*>();
    QCOMPARE(s.dialog.options().together, query::KeepTogether::SameContent);
    const std::pair<const char*, query::KeepTogether> choices[] = {
        {"nothing", query::KeepTogether::Nothing},
        {"pictures with the same content", query::KeepTogether::SameContent},
        {"pictures of a folder", query::KeepTogether::SameFolder},
        {"pictures of a folder or with the same content", query::KeepTogether::FolderAndContent}};
    for (const auto& [text, choice] : choices) {
        together->setCurrentText(QLatin1String(text));
        QCOMPARE(s.dialog.options().together, choice);
    }
}

void TestSplitsDialog::leaksBetweenPresentSplitsAreListed() {
    ui::test::CurationFixture f;
    const project::Id one = f.picture(QStringLiteral("x/a.jpg"), QStringLiteral("train"));
    const project::Id two = f.picture(QStringLiteral("y/a.jpg"), QStringLiteral("test"));
    for (const project::Id media : {one, two}) f.caption(media, f.region(media), QStringLiteral("a dog"));
    Shown s(f.workspace);
    const auto* leaks = s.dialog.findChild<LeakTable*>();
    QCOMPARE(leaks->rowCount(), 2);
    QCOMPARE(leaks->item(0, 0)->text(), QStringLiteral("same caption and box"));
    QCOMPARE(leaks->item(0, 3)->text(), QStringLiteral("a dog"));
    QCOMPARE(leaks->item(1, 1)->text(), QStringLiteral("test, train"));
    QVERIFY(s.tells("share 1 caption with its box, 1 file name."));
}

void TestSplitsDialog::projectForReadingOnlyCannotBeAssigned() {
    ui::test::CurationFixture f;
    f.picture(QStringLiteral("a.jpg"));
    Workspace second;
    second.setProject(project::test::mustOpen(project::Project::open(f.project().path())));
    QCOMPARE(second.project()->access(), project::Project::Access::ReadOnly);
    Shown s(second);
    QVERIFY(!s.apply->isEnabled());
    QVERIFY(s.tells("open for reading only"));
}

QTEST_MAIN(TestSplitsDialog)
#include "test_splits_dialog.moc"
