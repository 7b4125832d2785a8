#include "tests/ui/project_fixture.h"

#include <QSignalSpy>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

class TestCaptionFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answerBecomesTheDraftAndItsAlternatives();
    void answerIsOneEdit();
    void personsWordsStayAndTheAnswerBecomesAlternatives_data();
    void personsWordsStayAndTheAnswerBecomesAlternatives();
    void earlierMachineDraftsAreReplaced();
    void personsAlternativesKeepTheirPlaces();
    void answerForADeletedRegionIsDropped();
    void answerForAMovedRegionIsDropped();
    void answerAfterUndoOfTheRegionIsDropped();
    void stoppedAnswerStoresNothing();
    void askingAgainReplacesWhatWasUnderWay();
    void captionOfThePictureHasNoRegion();
    void changingTheProjectForgetsAllRequests();
    void withoutAModelTheFailureIsReported();
};

void TestCaptionFlow::answerBecomesTheDraftAndItsAlternatives() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    vlm::ModelDescription model;
    model.name = "tiny";
    model.generation.numBeams = 4;
    f.flow.setModel(model);
    const quint64 asked = f.flow.caption(f.media.first(), region);
    QVERIFY(f.flow.isRunning(f.media.first(), region));
    f.flow.take(asked, f.answer({QStringLiteral("a dog"), QStringLiteral("a cat"), QStringLiteral("a cow")}));
    QVERIFY(!f.flow.isRunning(f.media.first(), region));
    QCOMPARE(f.texts(region), QStringList({QStringLiteral("a dog"), QStringLiteral("a cat"), QStringLiteral("a cow")}));
    for (const project::Caption& caption : f.project().captionsOf(f.media.first())) {
        QVERIFY(caption.source == CaptionSource::Model);
        QVERIFY(caption.state == CaptionState::Draft);
        QCOMPARE(caption.model, QStringLiteral("tiny"));
        QCOMPARE(caption.options.value(QStringLiteral("num_beams")).toInt(), 4);
    }
}

void TestCaptionFlow::answerIsOneEdit() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    f.flow.take(f.flow.caption(f.media.first(), region), f.answer({QStringLiteral("a dog"), QStringLiteral("a cat")}));
    QCOMPARE(f.project().undoName(), QStringLiteral("Caption region"));
    QVERIFY(f.project().undo().ok());
    QVERIFY(f.texts(region).isEmpty());
    QVERIFY(f.project().region(region).has_value());
}

void TestCaptionFlow::personsWordsStayAndTheAnswerBecomesAlternatives_data() {
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("state");
    QTest::newRow("written by a person") << int(CaptionSource::Human) << int(CaptionState::Draft);
    QTest::newRow("written and accepted") << int(CaptionSource::Human) << int(CaptionState::Accepted);
    QTest::newRow("written and rejected") << int(CaptionSource::Human) << int(CaptionState::Rejected);
    QTest::newRow("a machine's, accepted") << int(CaptionSource::Model) << int(CaptionState::Accepted);
}

void TestCaptionFlow::personsWordsStayAndTheAnswerBecomesAlternatives() {
    QFETCH(int, source);
    QFETCH(int, state);
    ProjectFixture f;
    const project::Id region = f.addRegion();
    f.addCaption(region, QStringLiteral("my words"), CaptionSource(source), CaptionState(state));
    f.flow.take(f.flow.caption(f.media.first(), region), f.answer({QStringLiteral("a dog"), QStringLiteral("a cat")}));
    QCOMPARE(f.texts(region), QStringList({QStringLiteral("my words"), QStringLiteral("a dog"), QStringLiteral("a cat")}));
}

void TestCaptionFlow::earlierMachineDraftsAreReplaced() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    f.addCaption(region, QStringLiteral("old"), CaptionSource::Model);
    f.addCaption(region, QStringLiteral("older"), CaptionSource::Model, CaptionState::Draft, 1);
    f.flow.take(f.flow.caption(f.media.first(), region), f.answer({QStringLiteral("new")}));
    QCOMPARE(f.texts(region), QStringList({QStringLiteral("new")}));
}

void TestCaptionFlow::personsAlternativesKeepTheirPlaces() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    f.addCaption(region, QStringLiteral("old"), CaptionSource::Model);
    f.addCaption(region, QStringLiteral("mine"), CaptionSource::Human, CaptionState::Draft, 1);
    f.addCaption(region, QStringLiteral("mine too"), CaptionSource::Human, CaptionState::Draft, 2);
    f.flow.take(f.flow.caption(f.media.first(), region), f.answer({QStringLiteral("a dog"), QStringLiteral("a cat")}));
    QCOMPARE(f.texts(region), QStringList({QStringLiteral("a dog"), QStringLiteral("mine"), QStringLiteral("mine too"),
                                           QStringLiteral("a cat")}));
}

void TestCaptionFlow::answerForADeletedRegionIsDropped() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    const quint64 asked = f.flow.caption(f.media.first(), region);
    f.edit([&](project::Edit& edit) { edit.removeRegion(region); });
    QCOMPARE(f.flow.running(), 0);
    f.flow.take(asked, f.answer({QStringLiteral("a ghost")}));
    QVERIFY(f.project().captionsOf(f.media.first()).empty());
}

void TestCaptionFlow::answerForAMovedRegionIsDropped() {
    ProjectFixture f;
    const project::Id id = f.addRegion();
    const quint64 asked = f.flow.caption(f.media.first(), id);
    f.edit([&](project::Edit& edit) {
        project::Region region = *f.project().region(id);
        region.shape.box.x += 1;
        edit.update(region);
    });
    QCOMPARE(f.flow.running(), 0);
    f.flow.take(asked, f.answer({QStringLiteral("what was there before")}));
    QVERIFY(f.texts(id).isEmpty());
}

void TestCaptionFlow::answerAfterUndoOfTheRegionIsDropped() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    const quint64 asked = f.flow.caption(f.media.first(), region);
    QVERIFY(f.project().undo().ok());
    f.flow.take(asked, f.answer({QStringLiteral("a ghost")}));
    QVERIFY(f.project().canRedo()); // an edit would have ended that
}

void TestCaptionFlow::stoppedAnswerStoresNothing() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    jobs::CaptionAnswer half = f.answer({QStringLiteral("half a capt")});
    half.stopped = true;
    f.flow.take(f.flow.caption(f.media.first(), region), half);
    QVERIFY(f.texts(region).isEmpty());
    QCOMPARE(f.flow.running(), 0);
}

void TestCaptionFlow::askingAgainReplacesWhatWasUnderWay() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    const quint64 first = f.flow.caption(f.media.first(), region);
    const quint64 second = f.flow.caption(f.media.first(), region);
    QCOMPARE(f.flow.running(), 1);
    f.flow.take(first, f.answer({QStringLiteral("first")}));
    QVERIFY(f.texts(region).isEmpty());
    f.flow.take(second, f.answer({QStringLiteral("second")}));
    QCOMPARE(f.texts(region), QStringList({QStringLiteral("second")}));
}

void TestCaptionFlow::captionOfThePictureHasNoRegion() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    f.flow.take(f.flow.caption(f.media.first(), 0), f.answer({QStringLiteral("a scene")}));
    QCOMPARE(f.texts(0), QStringList({QStringLiteral("a scene")}));
    QVERIFY(f.texts(region).isEmpty());
}

void TestCaptionFlow::changingTheProjectForgetsAllRequests() {
    ProjectFixture f;
    const quint64 asked = f.flow.caption(f.media.first(), f.addRegion());
    auto other = project::Project::create(f.folder.filePath(QStringLiteral("b.rbproject")));
    QVERIFY(other.ok());
    f.workspace.setProject(std::move(*other));
    QCOMPARE(f.flow.running(), 0);
    f.flow.take(asked, f.answer({QStringLiteral("of the other project")}));
    QVERIFY(!f.project().canUndo());
}

void TestCaptionFlow::withoutAModelTheFailureIsReported() {
    ProjectFixture f;
    QSignalSpy failures(&f.workspace, &Workspace::failed);
    f.flow.caption(f.media.first(), f.addRegion());
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(f.flow.running(), 0);
}

QTEST_MAIN(TestCaptionFlow)
#include "test_caption_flow.moc"
