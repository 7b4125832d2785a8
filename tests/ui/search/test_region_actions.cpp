#include "ui/regions/region_actions.h"

#include "tests/ui/answering_dialogs.h"
#include "tests/ui/project_fixture.h"
#include "ui/actions/main_actions.h"
#include "ui/image_view/image_view.h"
#include "ui/regions/region_dialog.h"
#include "ui/workspace/canvas_binding.h"
#include "ui/workspace/live_captions.h"

#include <QDoubleSpinBox>
#include <QLineEdit>

using namespace rb;
using namespace rb::ui;

/// The canvas with two regions, bound to the project as in the window.
struct Canvas2 : ProjectFixture {
    Canvas2() : ProjectFixture(2) {
        first = addRegion({10, 20, 50, 40});
        second = addRegion({100, 20, 50, 40});
        addCaption(first, QStringLiteral("a dog"), project::CaptionSource::Human, project::CaptionState::Accepted);
        workspace.setCurrentMedia(media.at(1));
        workspace.setCurrentMedia(media.at(0));
    }
    std::size_t count() { return project().regionsOf(workspace.currentMedia()).size(); }
    project::Id first, second;
    MainActions actions;
    ImageView view;
    LiveCaptions live{workspace, inference, flow};
    CanvasBinding binding{view, workspace, flow, live};
    QWidget window;
    AnsweringDialogs dialogs;
    RegionActions regions{actions, view, workspace, dialogs, window};
};

class TestRegionActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDuplicateHasTheCaptionsAndIsSelected();
    void copiesArePastedOnAnotherPicture();
    void pasteOnNextGoesThere();
    void hidingTwiceShowsAgain();
    void lockedRegionsAreNotMovedByNumbers();
    void numbersAndLabelAreEdits();
    void orderIsAnEdit();
};

void TestRegionActions::aDuplicateHasTheCaptionsAndIsSelected() {
    Canvas2 f;
    f.view.setSelection({f.first});
    f.actions.duplicateRegion->trigger();
    QCOMPARE(f.count(), std::size_t{3});
    QCOMPARE(f.view.selection().size(), 1);
    const project::Id copy = *f.view.selection().begin();
    QVERIFY(copy != f.first);
    QCOMPARE(f.texts(copy), QStringList{QStringLiteral("a dog")});
    QCOMPARE(f.project().undoName(), QStringLiteral("Duplicate region"));
}

void TestRegionActions::copiesArePastedOnAnotherPicture() {
    Canvas2 f;
    f.view.selectAll();
    f.actions.copyRegions->trigger();
    f.workspace.step(1);
    f.actions.pasteRegions->trigger();
    QCOMPARE(f.count(), std::size_t{2});
    QVERIFY(f.project().regionsOf(f.workspace.currentMedia()).front().box() == (geometry::Box2{10, 20, 50, 40}));
    f.actions.pasteRegions->trigger();
    QCOMPARE(f.count(), std::size_t{4});
}

void TestRegionActions::pasteOnNextGoesThere() {
    Canvas2 f;
    f.view.setSelection({f.second});
    f.actions.pasteOnNext->trigger();
    QCOMPARE(f.workspace.currentMedia(), f.media.at(1));
    QCOMPARE(f.count(), std::size_t{1});
}

void TestRegionActions::hidingTwiceShowsAgain() {
    Canvas2 f;
    f.view.setSelection({f.first});
    f.actions.hideRegion->trigger();
    QVERIFY(f.project().region(f.first)->hidden);
    f.view.setSelection({f.first});
    f.actions.hideRegion->trigger();
    QVERIFY(!f.project().region(f.first)->hidden);
}

void TestRegionActions::lockedRegionsAreNotMovedByNumbers() {
    Canvas2 f;
    f.view.setSelection({f.first});
    f.actions.lockRegion->trigger();
    f.dialogs.answer = [](QDialog& dialog) {
        dialog.findChildren<QDoubleSpinBox*>().first()->setValue(77);
        return true;
    };
    f.actions.placeAndSize->trigger();
    QCOMPARE(f.project().region(f.first)->box().x, 10.0);
}

void TestRegionActions::numbersAndLabelAreEdits() {
    Canvas2 f;
    f.view.setSelection({f.first});
    f.dialogs.answer = [](QDialog& dialog) {
        dialog.findChild<QLineEdit*>()->setText(QStringLiteral("dog"));
        dialog.findChildren<QDoubleSpinBox*>().first()->setValue(33.5);
        return true;
    };
    f.actions.placeAndSize->trigger();
    QCOMPARE(f.project().region(f.first)->box().x, 33.5);
    QCOMPARE(f.project().region(f.first)->label, QStringLiteral("dog"));
    QVERIFY(f.project().undo().ok() && f.project().undo().ok());
    QCOMPARE(f.project().region(f.first)->label, QString());
}

void TestRegionActions::orderIsAnEdit() {
    Canvas2 f;
    f.view.setSelection({f.second});
    f.actions.toBack->trigger();
    QCOMPARE(f.project().regionsOf(f.media.first()).front().id, f.second);
    QVERIFY(f.project().undo().ok());
    QCOMPARE(f.project().regionsOf(f.media.first()).front().id, f.first);
}

QTEST_MAIN(TestRegionActions)
#include "test_region_actions.moc"
