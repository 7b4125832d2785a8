#include "core/project/caption_edits.h"
#include "core/project/caption_history.h"

#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rb;
using namespace rb::project;

class TestCaptionHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyTextThatWasShownIsThereWithItsEdit();
    void writingAnewIsAVersionAlthoughItIsAnotherRow();
    void choosingAnAlternativeIsAVersion();
    void otherPlacesAreLeftOut();
    void thePictureAsAWholeHasItsOwn();
    void whatWasTakenBackIsLeftOut();
    void aRemovedRegionEndsWithNothing();

private:
    void machineWrites(Id region, const QStringList& texts);
    QStringList shown(Id region);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    Id m_media = 0, m_region = 0;
};

void TestCaptionHistory::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = test::mustOpen(Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
    QVERIFY(m_project->edit(QStringLiteral("Add"), [&](Edit& edit) {
        m_media = edit.insert(test::picture(QStringLiteral("a.png")));
        m_region = edit.insert(test::box(m_media, 10, {}));
    }).ok());
}

void TestCaptionHistory::machineWrites(Id region, const QStringList& texts) {
    std::vector<MachineCaption> captions;
    for (const QString& text : texts) captions.push_back({text, -0.5, {}, {}});
    Caption target;
    target.media = m_media;
    target.region = region;
    const auto present = captionsOf(*m_project, m_media, region);
    QVERIFY(m_project->edit(QStringLiteral("Caption region"), [&](Edit& edit) {
        storeMachineCaptions(edit, present, target, captions, {QStringLiteral("mini"), QStringLiteral("birds"), {}});
    }).ok());
}

/// "edit: text" of each version.
QStringList TestCaptionHistory::shown(Id region) {
    const auto history = captionHistory(m_project->database(), m_media, region);
    if (!history.ok()) qFatal("%s", history.error().message.c_str());
    QStringList lines;
    for (const CaptionVersion& version : *history) lines << version.edit + QStringLiteral(": ") + version.text;
    return lines;
}

void TestCaptionHistory::everyTextThatWasShownIsThereWithItsEdit() {
    machineWrites(m_region, {QStringLiteral("a dog")});
    QVERIFY(setCaptionText(*m_project, m_media, m_region, QStringLiteral("a red dog")).ok());
    QVERIFY(setCaptionState(*m_project, m_media, m_region, CaptionState::Accepted).ok());
    const auto history = captionHistory(m_project->database(), m_media, m_region);
    QCOMPARE(history->size(), std::size_t(3));
    QCOMPARE(history->at(0).source, CaptionSource::Model);
    QCOMPARE(history->at(0).model, QStringLiteral("mini"));
    QCOMPARE(history->at(0).adapter, QStringLiteral("birds"));
    QCOMPARE(history->at(1).text, QStringLiteral("a red dog"));
    QCOMPARE(history->at(1).source, CaptionSource::Human);
    QCOMPARE(history->at(2).state, CaptionState::Accepted);
    QVERIFY(history->at(0).time.secsTo(QDateTime::currentDateTimeUtc()) < 60);
}

void TestCaptionHistory::writingAnewIsAVersionAlthoughItIsAnotherRow() {
    machineWrites(m_region, {QStringLiteral("a dog")});
    machineWrites(m_region, {QStringLiteral("a cat")});
    QCOMPARE(shown(m_region), (QStringList{QStringLiteral("Caption region: a dog"), QStringLiteral("Caption region: a cat")}));
}

void TestCaptionHistory::choosingAnAlternativeIsAVersion() {
    machineWrites(m_region, {QStringLiteral("a dog"), QStringLiteral("a cat")});
    QVERIFY(chooseAlternative(*m_project, m_media, m_region, 1).ok());
    QCOMPARE(shown(m_region).last(), QStringLiteral("Choose caption: a cat"));
}

void TestCaptionHistory::otherPlacesAreLeftOut() {
    Id other = 0;
    QVERIFY(m_project->edit(QStringLiteral("Draw"), [&](Edit& edit) { other = edit.insert(test::box(m_media, 90, {})); }).ok());
    machineWrites(other, {QStringLiteral("a tree")});
    QVERIFY(shown(m_region).isEmpty());
    QCOMPARE(shown(other).size(), 1);
}

void TestCaptionHistory::thePictureAsAWholeHasItsOwn() {
    machineWrites(m_region, {QStringLiteral("a dog")});
    machineWrites(0, {QStringLiteral("a street")});
    QVERIFY(setCaptionText(*m_project, m_media, 0, QStringLiteral("a road")).ok());
    QCOMPARE(shown(0), (QStringList{QStringLiteral("Caption region: a street"), QStringLiteral("Edit caption: a road")}));
}

void TestCaptionHistory::whatWasTakenBackIsLeftOut() {
    machineWrites(m_region, {QStringLiteral("a dog")});
    QVERIFY(setCaptionText(*m_project, m_media, m_region, QStringLiteral("a red dog")).ok());
    QVERIFY(m_project->undo().ok());
    QCOMPARE(shown(m_region).size(), 1);
}

void TestCaptionHistory::aRemovedRegionEndsWithNothing() {
    machineWrites(m_region, {QStringLiteral("a dog")});
    QVERIFY(m_project->edit(QStringLiteral("Delete region"), [&](Edit& edit) { edit.removeRegion(m_region); }).ok());
    QCOMPARE(shown(m_region).last(), QStringLiteral("Delete region: "));
}

QTEST_GUILESS_MAIN(TestCaptionHistory)
#include "test_caption_history.moc"
