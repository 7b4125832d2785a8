#include "ui/curation/replace_dialog.h"

#include "tests/ui/curation/curation_fixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;

class TestReplaceDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsChangedBeforeReplaceIsPressed();
    void replaceIsOneStepOfUndo();
    void typingMakesThePreviewAnew();
    void placeNarrowsThePreview();
    void wrongSearchIsToldInOneSentence();
    void wrongExpressionIsToldInOneSentence();
    void wholeWordsAreAnOption();
    void captionsChangedMeanwhileAreToldAsSkipped();
    void chosenRowAsksForItsRegion();
    void closesWithTheProject();
};

namespace {

struct Shown {
    explicit Shown(ui::test::CurationFixture& f) : fixture(f), dialog(f.workspace) {
        const auto fields = dialog.findChildren<QLineEdit*>();
        find = fields.at(0);
        replace = fields.at(1);
        where = fields.at(2);
        rows = dialog.findChild<QTableView*>()->model();
        for (auto* button : dialog.findChildren<QPushButton*>())
            if (button->property("primary").toBool()) apply = button;
        dialog.show();
    }
    void type(QLineEdit* field, const char* text) const {
        QTest::keyClicks(field, QString::fromUtf8(text));
        QTest::keyClick(field, Qt::Key_Return);
        fixture.settle();
    }
    bool tells(const char* text) const {
        for (const auto* label : dialog.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(QString::fromUtf8(text))) return true;
        return false;
    }
    void press() const {
        QTest::mouseClick(apply, Qt::LeftButton);
        fixture.settle();
    }
    void tick(int box) const {
        dialog.findChildren<QCheckBox*>().at(box)->click();
        fixture.settle();
    }

    ui::test::CurationFixture& fixture;
    ReplaceDialog dialog;
    QLineEdit *find, *replace, *where;
    QAbstractItemModel* rows;
    QPushButton* apply = nullptr;
};

/// Two regions with captions of a model and of a person, and the captions.
struct Dogs {
    explicit Dogs(ui::test::CurationFixture& f)
        : media(f.picture(QStringLiteral("a.jpg"))), region(f.region(media, QStringLiteral("dog"))) {
        model = f.caption(media, region, QStringLiteral("a gray dog"), CaptionSource::Model);
        person = f.caption(media, f.region(media, QStringLiteral("car")), QStringLiteral("a gray car, grayish"));
    }
    project::Id media, region, model = 0, person = 0;
};

} // namespace

void TestReplaceDialog::nothingIsChangedBeforeReplaceIsPressed() {
    ui::test::CurationFixture f;
    const Dogs dogs(f);
    Shown s(f);
    QVERIFY(!s.apply->isEnabled());
    s.type(s.find, "gray");
    s.type(s.replace, "grey");
    QCOMPARE(s.rows->rowCount(), 2);
    QVERIFY(s.tells("2 captions change: 1 by people, 1 by models"));
    QCOMPARE(s.apply->text(), QStringLiteral("Re&place in 2 captions"));
    QCOMPARE(f.text(dogs.model), QStringLiteral("a gray dog"));
}

void TestReplaceDialog::replaceIsOneStepOfUndo() {
    ui::test::CurationFixture f;
    const Dogs dogs(f);
    Shown s(f);
    s.type(s.find, "gray");
    s.type(s.replace, "grey");
    s.press();
    QCOMPARE(f.text(dogs.model), QStringLiteral("a grey dog"));
    QCOMPARE(f.text(dogs.person), QStringLiteral("a grey car, greyish"));
    QCOMPARE(f.project().caption(dogs.model)->editedFrom, QStringLiteral("a gray dog"));
    QVERIFY(s.tells("Replaced in 2 captions"));
    QCOMPARE(s.rows->rowCount(), 0);
    QVERIFY(f.project().undo().ok());
    QCOMPARE(f.text(dogs.model), QStringLiteral("a gray dog"));
    QCOMPARE(f.text(dogs.person), QStringLiteral("a gray car, grayish"));
    QTRY_COMPARE(s.rows->rowCount(), 2);
}

void TestReplaceDialog::typingMakesThePreviewAnew() {
    ui::test::CurationFixture f;
    const Dogs dogs(f);
    Shown s(f);
    s.type(s.find, "gray");
    QVERIFY(s.apply->isEnabled());
    QTest::keyClicks(s.find, QStringLiteral("ish"));
    QVERIFY(!s.apply->isEnabled());
    QTRY_COMPARE(s.rows->rowCount(), 1);
    QVERIFY(s.apply->isEnabled());
}

void TestReplaceDialog::placeNarrowsThePreview() {
    ui::test::CurationFixture f;
    const Dogs dogs(f);
    Shown s(f);
    s.dialog.setQuery(QStringLiteral("label:dog"));
    s.type(s.find, "GRAY");
    QCOMPARE(s.rows->rowCount(), 1);
    s.tick(0);
    QCOMPARE(s.rows->rowCount(), 0);
    QVERIFY(s.tells("No caption would change."));
}

void TestReplaceDialog::wrongSearchIsToldInOneSentence() {
    ui::test::CurationFixture f;
    const Dogs dogs(f);
    Shown s(f);
    s.type(s.find, "gray");
    s.type(s.where, "colour:red");
    QCOMPARE(s.rows->rowCount(), 0);
    QVERIFY(!s.apply->isEnabled());
    QVERIFY(s.tells("colour"));
}

void TestReplaceDialog::wrongExpressionIsToldInOneSentence() {
    ui::test::CurationFixture f;
    const Dogs dogs(f);
    Shown s(f);
    s.type(s.find, "gr(");
    QVERIFY(s.tells("No caption would change."));
    s.tick(2);
    QVERIFY(s.tells("The regular expression goes wrong at character"));
    QVERIFY(!s.apply->isEnabled());
}

void TestReplaceDialog::wholeWordsAreAnOption() {
    ui::test::CurationFixture f;
    const Dogs dogs(f);
    Shown s(f);
    s.type(s.find, "gray");
    s.type(s.replace, "grey");
    s.tick(1);
    s.press();
    QCOMPARE(f.text(dogs.person), QStringLiteral("a grey car, grayish"));
}

void TestReplaceDialog::captionsChangedMeanwhileAreToldAsSkipped() {
    ui::test::CurationFixture f;
    const Dogs dogs(f);
    Shown s(f);
    s.type(s.find, "gray");
    s.type(s.replace, "grey");
    f.edit([&](project::Edit& edit) { edit.removeCaption(dogs.person); });
    s.press();
    QVERIFY(s.tells("Replaced in 1 caption;"));
    QVERIFY(s.tells("1 had been changed or deleted meanwhile"));
}

void TestReplaceDialog::chosenRowAsksForItsRegion() {
    ui::test::CurationFixture f;
    const Dogs dogs(f);
    Shown s(f);
    QSignalSpy asked(&s.dialog, &ReplaceDialog::regionRequested);
    s.type(s.find, "gray dog");
    auto* table = s.dialog.findChild<QTableView*>();
    const QPoint row = table->visualRect(s.rows->index(0, 0)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row);
    QCOMPARE(asked.count(), 0);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, row);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(1).toLongLong(), dogs.region);
}

void TestReplaceDialog::closesWithTheProject() {
    ui::test::CurationFixture f;
    Shown s(f);
    f.openNew(QStringLiteral("b.rbproject"));
    QVERIFY(!s.dialog.isVisible());
}

QTEST_MAIN(TestReplaceDialog)
#include "test_replace_dialog.moc"
