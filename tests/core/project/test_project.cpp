#include "core/project/copies.h"
#include "tests/core/project/sample_records.h"

#include <QDir>
#include <QTemporaryDir>

using namespace rb::project;
using namespace rb::project::test;
using rb::Error;
using rb::ErrorCode;

class TestProject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void createdProjectIsEmptyAndWritable();
    void creatingOverAFileIsRefused();
    void openingNothingSaysSo();
    void recordsComeBackAsTheyWereWritten();
    void pathsMayHoldSpacesAndAnyScript();
    void anEditEmitsOneChangeWithItsRows();
    void failedEditLeavesNothingAndEmitsNothing_data();
    void failedEditLeavesNothingAndEmitsNothing();
    void emptyEditLeavesNoEntryAndEmitsNothing();
    void regionsComeInTheirOrder();
    void countsFollowTheStates();
    void settingsStayAndAreNotUndoable();
    void snapshotIsACompleteProject();
    void filePathIsAgainstTheRootOrTheProject();

private:
    QString path(const QString& name = QStringLiteral("a.rbproject")) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProject::createdProjectIsEmptyAndWritable() {
    const auto project = mustOpen(Project::create(path()));
    QVERIFY(project);
    QCOMPARE(project->access(), Project::Access::ReadWrite);
    QVERIFY(project->allMedia().empty());
    QVERIFY(!project->canUndo());
    QVERIFY(!project->canRedo());
    QVERIFY(project->undo().ok());
    QCOMPARE(project->folder(), QFileInfo(m_folder->path()).canonicalFilePath());
}

void TestProject::creatingOverAFileIsRefused() {
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const auto project = Project::create(path());
    QVERIFY(!project.ok());
    QVERIFY(project.error().code == ErrorCode::WriteFailed);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void TestProject::openingNothingSaysSo() {
    const auto project = Project::open(path());
    QVERIFY(!project.ok());
    QVERIFY(project.error().code == ErrorCode::FileNotFound);
    QVERIFY(project.error().message.find("a.rbproject") != std::string::npos);
    QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files));
}

static Caption fullCaption(Id media, Id region) {
    Caption caption = words(media, region, QStringLiteral("ein grüner Löwe 🦁\nzweite Zeile"), CaptionState::Accepted, 3);
    caption.source = CaptionSource::Model;
    caption.model = QStringLiteral("tiny-opt");
    caption.adapter = QStringLiteral("LoRA 1");
    caption.options = {{QStringLiteral("beams"), 5}};
    caption.score = -0.1;
    caption.tokenScores = {-0.5F, -1.0e-7F};
    caption.editedFrom = QStringLiteral("a lion");
    caption.author = QStringLiteral("Zoë");
    return caption;
}

static void compare(const Caption& read, const Caption& written) {
    QCOMPARE(read.text, written.text);
    QCOMPARE(read.state, written.state);
    QCOMPARE(read.source, written.source);
    QCOMPARE(read.rank, written.rank);
    QCOMPARE(read.model, written.model);
    QCOMPARE(read.adapter, written.adapter);
    QCOMPARE(read.options, written.options);
    QCOMPARE(read.score, written.score);
    QCOMPARE(read.tokenScores, written.tokenScores);
    QCOMPARE(read.editedFrom, written.editedFrom);
    QCOMPARE(read.author, written.author);
    QVERIFY(read.createdAt.isValid());
    QCOMPARE(read.changedAt, read.createdAt);
}

void TestProject::recordsComeBackAsTheyWereWritten() {
    Media media = picture(QStringLiteral("Bilder/größer.png"));
    media.sha256 = QByteArray::fromHex("00ff10");
    media.exifOrientation = 6;
    media.split = QStringLiteral("val");
    Region region = box(0, 1.0 / 3, QStringLiteral("Löwe"));
    region.locked = true;
    Caption caption;
    Id regionId = 0;
    Id captionId = 0;
    {
        const auto project = mustOpen(Project::create(path()));
        QVERIFY(project);
        QVERIFY(project->edit(QStringLiteral("Add"), [&](Edit& edit) {
            region.media = media.id = edit.insert(media);
            regionId = edit.insert(region);
            caption = fullCaption(media.id, regionId);
            captionId = edit.insert(caption);
        }).ok());
    }
    const auto project = mustOpen(Project::open(path()));
    QVERIFY(project);
    const Media readMedia = project->media(media.id).value();
    QCOMPARE(readMedia.path, media.path);
    QCOMPARE(readMedia.sha256, media.sha256);
    QCOMPARE(readMedia.byteSize, media.byteSize);
    QCOMPARE(readMedia.exifOrientation, 6);
    QCOMPARE(readMedia.split, media.split);
    const Region readRegion = project->region(regionId).value();
    QCOMPARE(readRegion.box(), region.box());
    QCOMPARE(readRegion.label, region.label);
    QVERIFY(readRegion.locked && !readRegion.hidden);
    compare(project->caption(captionId).value(), caption);
}

void TestProject::pathsMayHoldSpacesAndAnyScript() {
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("mein Ordner/地図 'x\" %20")));
    const QString odd = path(QStringLiteral("mein Ordner/地図 'x\" %20/プロジェクト ä.rbproject"));
    QVERIFY(mustOpen(Project::create(odd)));
    const auto project = mustOpen(Project::open(odd));
    QVERIFY(project);
    QCOMPARE(project->access(), Project::Access::ReadWrite);
    QVERIFY(project->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("ü b.png"))); }).ok());
    QVERIFY(takeSnapshot(project->path(), QStringLiteral("vor / dem 'Umbau'")).ok());
}

void TestProject::anEditEmitsOneChangeWithItsRows() {
    const auto project = mustOpen(Project::create(path()));
    QVERIFY(project);
    std::vector<ChangeSummary> changes;
    connect(project.get(), &Project::changed, this, [&](const ChangeSummary& each) { changes.push_back(each); });
    Id media = 0, other = 0, region = 0, caption = 0;
    QVERIFY(project->edit(QStringLiteral("Add"), [&](Edit& edit) {
        media = edit.insert(picture(QStringLiteral("a.png")));
        other = edit.insert(picture(QStringLiteral("b.png")));
        region = edit.insert(box(media, 1));
        caption = edit.insert(words(media, region, QStringLiteral("one")));
    }).ok());
    QCOMPARE(changes.size(), std::size_t{1});
    QCOMPARE(changes[0].name, QStringLiteral("Add"));
    QCOMPARE(changes[0].media, (QSet<Id>{media, other}));
    QCOMPARE(changes[0].regions, QSet<Id>{region});
    QCOMPARE(changes[0].captions, QSet<Id>{caption});
    QCOMPARE(changes[0].touchedMedia, (QSet<Id>{media, other}));

    Region moved = project->region(region).value();
    moved.shape.box.x = 7;
    QVERIFY(project->edit(QStringLiteral("Move"), [&](Edit& edit) { edit.update(moved); }).ok());
    QCOMPARE(changes.size(), std::size_t{2});
    QVERIFY(changes[1].media.isEmpty() && changes[1].captions.isEmpty());
    QCOMPARE(changes[1].regions, QSet<Id>{region});
    QCOMPARE(changes[1].touchedMedia, QSet<Id>{media});

    moved.media = other;
    QVERIFY(project->edit(QStringLiteral("Reassign"), [&](Edit& edit) { edit.update(moved); }).ok());
    QCOMPARE(changes.back().touchedMedia, (QSet<Id>{media, other}));
    QVERIFY(project->undo().ok());
    QCOMPARE(changes.back().name, QStringLiteral("Reassign"));
    QCOMPARE(changes.back().touchedMedia, (QSet<Id>{media, other}));

    QVERIFY(project->edit(QStringLiteral("Delete"), [&](Edit& edit) { edit.removeRegion(region); }).ok());
    QCOMPARE(changes.size(), std::size_t{5});
    QCOMPARE(changes.back().regions, QSet<Id>{region});
    QCOMPARE(changes.back().captions, QSet<Id>{caption});
    QCOMPARE(changes.back().touchedMedia, QSet<Id>{media});
}

void TestProject::failedEditLeavesNothingAndEmitsNothing_data() {
    using Change = std::function<void(Edit&)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("the caller's check") << Change([](Edit& edit) {
        edit.insert(picture(QStringLiteral("x.png")));
        edit.fail({ErrorCode::InvalidArgument, "no"});
        edit.insert(picture(QStringLiteral("y.png")));
    });
    QTest::newRow("a region of no medium") << Change([](Edit& edit) {
        edit.insert(picture(QStringLiteral("x.png")));
        edit.insert(box(4711, 1));
    });
    QTest::newRow("a caption of no region") << Change([](Edit& edit) {
        const Id media = edit.insert(picture(QStringLiteral("x.png")));
        edit.insert(words(media, 4711, QStringLiteral("lost")));
    });
    QTest::newRow("a box that is not a number") << Change([](Edit& edit) {
        const Id media = edit.insert(picture(QStringLiteral("x.png")));
        edit.insert(box(media, std::numeric_limits<double>::quiet_NaN()));
    });
}

void TestProject::failedEditLeavesNothingAndEmitsNothing() {
    QFETCH(std::function<void(Edit&)>, change);
    const auto project = mustOpen(Project::create(path()));
    QVERIFY(project);
    QVERIFY(project->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("a.png"))); }).ok());
    const QByteArray before = dumpOf(path());
    int changes = 0;
    connect(project.get(), &Project::changed, this, [&] { ++changes; });
    const rb::Status status = project->edit(QStringLiteral("Fails"), change);
    QVERIFY(!status.ok());
    QVERIFY(!status.error().message.empty());
    QCOMPARE(changes, 0);
    QCOMPARE(dumpOf(path()), before);
    QCOMPARE(journalLength(path()), 1);
    QCOMPARE(project->undoName(), QStringLiteral("Add"));
    QVERIFY(project->edit(QStringLiteral("Next"), [](Edit& edit) { edit.insert(picture(QStringLiteral("b.png"))); }).ok());
}

void TestProject::emptyEditLeavesNoEntryAndEmitsNothing() {
    const auto project = mustOpen(Project::create(path()));
    QVERIFY(project);
    Id media = 0;
    QVERIFY(project->edit(QStringLiteral("Add"), [&](Edit& edit) { media = edit.insert(picture(QStringLiteral("a.png"))); }).ok());
    QVERIFY(project->edit(QStringLiteral("Rename"), [&](Edit& edit) {
        Media renamed = project->media(media).value();
        renamed.path = QStringLiteral("b.png");
        edit.update(renamed);
    }).ok());
    QVERIFY(project->undo().ok());
    int changes = 0;
    connect(project.get(), &Project::changed, this, [&] { ++changes; });
    QVERIFY(project->edit(QStringLiteral("Nothing"), [](Edit&) {}).ok());
    QVERIFY(project->edit(QStringLiteral("Same"), [&](Edit& edit) { edit.update(project->media(media).value()); }).ok());
    QVERIFY(project->edit(QStringLiteral("Back and forth"), [&](Edit& edit) {
        edit.removeRegion(edit.insert(box(media, 1)));
    }).ok());
    QCOMPARE(changes, 0);
    QCOMPARE(journalLength(path()), 2);
    QCOMPARE(project->redoName(), QStringLiteral("Rename"));
}

void TestProject::regionsComeInTheirOrder() {
    const auto project = mustOpen(Project::create(path()));
    QVERIFY(project);
    Id media = 0;
    std::vector<Id> ids;
    QVERIFY(project->edit(QStringLiteral("Add"), [&](Edit& edit) {
        media = edit.insert(picture(QStringLiteral("a.png")));
        for (int i = 0; i < 3; ++i) ids.push_back(edit.insert(box(media, i)));
    }).ok());
    Region last = project->region(ids[2]).value();
    last.order = 1;
    QVERIFY(project->edit(QStringLiteral("To front"), [&](Edit& edit) { edit.update(last); }).ok());
    std::vector<Id> listed;
    for (const Region& region : project->regionsOf(media)) listed.push_back(region.id);
    QCOMPARE(listed, (std::vector<Id>{ids[2], ids[0], ids[1]}));
    QVERIFY(ids[0] < ids[1] && ids[1] < ids[2]);
}

void TestProject::countsFollowTheStates() {
    const auto project = mustOpen(Project::create(path()));
    QVERIFY(project);
    QVERIFY(project->edit(QStringLiteral("Add"), [](Edit& edit) {
        const Id media = edit.insert(picture(QStringLiteral("a.png")));
        const Id region = edit.insert(box(media, 1));
        edit.insert(words(media, region, QStringLiteral("draft")));
        edit.insert(words(media, region, QStringLiteral("alternative"), CaptionState::Draft, 1));
        edit.insert(words(media, region, QStringLiteral("good"), CaptionState::Accepted));
        edit.insert(words(media, 0, QStringLiteral("bad"), CaptionState::Rejected));
    }).ok());
    const Project::Counts counts = project->counts();
    QCOMPARE(counts.media, 1);
    QCOMPARE(counts.regions, 1);
    QCOMPARE(counts.drafts, 1);
    QCOMPARE(counts.accepted, 1);
}

void TestProject::settingsStayAndAreNotUndoable() {
    {
        const auto project = mustOpen(Project::create(path()));
        QVERIFY(project);
        QCOMPARE(project->setting(QStringLiteral("shown"), QStringLiteral("none")), QStringLiteral("none"));
        QVERIFY(project->setSetting(QStringLiteral("shown"), QStringLiteral("1")).ok());
        QVERIFY(project->setSetting(QStringLiteral("shown"), QStringLiteral("größer")).ok());
        QVERIFY(!project->canUndo());
    }
    const auto project = mustOpen(Project::open(path()));
    QVERIFY(project);
    QCOMPARE(project->setting(QStringLiteral("shown")), QStringLiteral("größer"));
}

void TestProject::snapshotIsACompleteProject() {
    const auto project = mustOpen(Project::create(path()));
    QVERIFY(project);
    QVERIFY(project->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("a.png"))); }).ok());
    const QByteArray before = dumpOf(path());
    const auto made = takeSnapshot(project->path(), QStringLiteral("before cleaning"));
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().message.c_str());
    QVERIFY(QFileInfo(*made).fileName().contains(QStringLiteral("before cleaning")));
    QVERIFY(project->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("b.png"))); }).ok());
    const auto snapshot = mustOpen(Project::open(*made));
    QVERIFY(snapshot);
    QCOMPARE(snapshot->access(), Project::Access::ReadWrite);
    QCOMPARE(dumpOf(*made), before);
    QCOMPARE(snapshot->undoName(), QStringLiteral("Add"));
    QVERIFY(snapshot->undo().ok());
    QVERIFY(snapshot->allMedia().empty());
    const auto second = takeSnapshot(project->path(), QStringLiteral("before cleaning"));
    QVERIFY(second.ok());
    QVERIFY(*second != *made);
    QVERIFY(QFile::exists(*made));
}

void TestProject::filePathIsAgainstTheRootOrTheProject() {
    const auto project = mustOpen(Project::create(path()));
    QVERIFY(project);
    Media media = picture(QStringLiteral("sub/../a b.png"));
    QCOMPARE(project->filePath(media), project->folder() + QStringLiteral("/a b.png"));
    media.root = QStringLiteral("/data/sets");
    QCOMPARE(project->filePath(media), QStringLiteral("/data/sets/a b.png"));
}

QTEST_GUILESS_MAIN(TestProject)
#include "test_project.moc"
