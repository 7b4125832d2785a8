#include "core/project/region_edits.h"

#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::project;
using namespace rb::project::test;

/// What a project keeps of shapes, clouds, scores and words, through edits, undo and a new start.
class StoredRecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shapesComeBackAsTheyWere_data();
    void shapesComeBackAsTheyWere();
    void shapesInCloudsComeBackAsTheyWere();
    void brokenShapesOfAStrangerBecomeBoxes();
    void everythingElseComesBackToo();
    void wordsFollowEveryEditUndoAndRedo();

private:
    qint64 found(const char* words) const;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Project> m_project;
};

void StoredRecordsTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("a.rbproject"));
    m_project = mustOpen(Project::create(m_path));
    QVERIFY(m_project);
}

void StoredRecordsTest::shapesComeBackAsTheyWere_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("box") << 0;
    QTest::newRow("turned box") << 1;
    QTest::newRow("polygon") << 2;
}

void StoredRecordsTest::shapesComeBackAsTheyWere() {
    QFETCH(const int, which);
    const geometry::Shape2 shapes[] = {geometry::boxShape({0.1, -3, 1e-9, 7}), geometry::rotatedBox({10, 20, 30, 40}, 37.123),
                                       geometry::polygon({{1, 2}, {3.5, 2.25}, {-4, 9}})};
    Id id = 0;
    QVERIFY(m_project->edit(QStringLiteral("Draw"), [&](Edit& edit) {
        Region region;
        region.media = edit.insert(picture(QStringLiteral("a.png")));
        region.shape = shapes[which];
        id = edit.insert(region);
    }).ok());
    QVERIFY(m_project->undo().ok() && m_project->redo().ok());
    m_project.reset();
    m_project = mustOpen(Project::open(m_path));
    QVERIFY(m_project->region(id)->shape == shapes[which]);
    Statement bounds(m_project->database().handle(), "SELECT x, y, width, height FROM region");
    QVERIFY(bounds.next());
    const geometry::Box2 box = geometry::boundsOf(shapes[which]);
    QCOMPARE(bounds.real(0), box.x);
    QCOMPARE(bounds.real(3), box.height);
}

void StoredRecordsTest::shapesInCloudsComeBackAsTheyWere() {
    const CloudShape whole{{{1.5, -2, 0.25}, {2, 4, 1}, 0.5}, {}}, some{{{1e6, 5e6, 3}, {1, 1, 1}, 0}, QByteArray("RBS1\0\x01 points", 13)};
    Id media = 0, first = 0, second = 0;
    QVERIFY(m_project->edit(QStringLiteral("Draw"), [&](Edit& edit) {
        Media cloud = picture(QStringLiteral("a.ply"));
        cloud.kind = MediaKind::Cloud;
        media = edit.insert(cloud);
        Region region;
        region.media = media;
        setCloudShape(region, whole);
        first = edit.insert(region);
        setCloudShape(region, some);
        second = edit.insert(region);
    }).ok());
    QVERIFY(setCloudShapes(*m_project, {{second, whole}}).ok());
    QVERIFY(m_project->undo().ok());
    m_project.reset();
    m_project = mustOpen(Project::open(m_path));
    QCOMPARE(m_project->region(first)->cloud, std::optional(whole));
    QCOMPARE(m_project->region(second)->cloud, std::optional(some));
    const geometry::Box2 footprint = m_project->region(first)->box();
    QVERIFY(qAbs(footprint.x + footprint.width / 2 - 1.5) < 1e-9 && footprint.width > 2 && footprint.height < 4.5);
    // Regions of clouds and of pictures do not mix.
    Id image = 0;
    QVERIFY(m_project->edit(QStringLiteral("Add"), [&](Edit& edit) { image = edit.insert(picture(QStringLiteral("b.png"))); }).ok());
    const auto copies = copiesFrom(toJson(copiesOf(*m_project, {first})));
    QCOMPARE(copies.front().region.cloud, std::optional(whole));
    QVERIFY(paste(*m_project, image, copies, {}, QStringLiteral("Paste"))->isEmpty());
    const auto pasted = paste(*m_project, media, copies, {1, 2}, QStringLiteral("Paste"));
    QCOMPARE(m_project->region(*pasted->begin())->cloud->box.center, (std::array<double, 3>{2.5, 0, 0.25}));
}

void StoredRecordsTest::brokenShapesOfAStrangerBecomeBoxes() {
    Id id = 0;
    QVERIFY(m_project->edit(QStringLiteral("Draw"), [&](Edit& edit) { id = edit.insert(box(edit.insert(picture(QStringLiteral("a.png"))), 5)); }).ok());
    m_project.reset();
    for (const char* damage : {"UPDATE region SET shape='polygon', geometry=x'0102'", "UPDATE region SET shape='rotated_box', geometry=zeroblob(48)",
                               "UPDATE region SET shape='box3', geometry=zeroblob(50)",
                               "UPDATE region SET shape='polygon', geometry=x'000000000000f07f000000000000f07f000000000000f07f000000000000f07f000000000000f07f000000000000f07f'"}) {
        auto raw = Database::open(m_path, false);
        QVERIFY(raw.ok() && (*raw)->execute(damage).ok());
        raw->reset();
        const auto opened = mustOpen(Project::open(m_path));
        QVERIFY(opened->region(id)->shape == geometry::boxShape({5, 20.25, 30.125, 40}));
        QVERIFY(!opened->region(id)->cloud);
    }
}

void StoredRecordsTest::everythingElseComesBackToo() {
    Media cloud = picture(QStringLiteral("room.ply"));
    cloud.kind = MediaKind::Cloud;
    cloud.pointCount = 123456;
    cloud.sourceId = QStringLiteral("scene0000_00");
    cloud.extra = QStringLiteral("{\"flags\":1}");
    Region region = box(0, 5);
    region.score = 0.25;
    region.sourceId = QStringLiteral("17");
    region.extra = QStringLiteral("{\"difficult\":true}");
    QVERIFY(m_project->edit(QStringLiteral("Add"), [&](Edit& edit) {
        cloud.id = region.media = edit.insert(cloud);
        region.id = edit.insert(region);
        Caption caption = words(cloud.id, region.id, QStringLiteral("a chair"));
        caption.prompt = QStringLiteral("a point cloud of");
        edit.insert(caption);
    }).ok());
    m_project.reset();
    m_project = mustOpen(Project::open(m_path));
    const Media media = *m_project->media(cloud.id);
    QVERIFY(media.kind == MediaKind::Cloud);
    QCOMPARE(media.pointCount, 123456);
    QCOMPARE(media.sourceId, cloud.sourceId);
    QCOMPARE(media.extra, cloud.extra);
    const Region read = *m_project->region(region.id);
    QCOMPARE(read.score.value_or(-1), 0.25);
    QCOMPARE(read.sourceId, region.sourceId);
    QCOMPARE(read.extra, region.extra);
    QCOMPARE(m_project->captionsOf(cloud.id).front().prompt, QStringLiteral("a point cloud of"));
}

qint64 StoredRecordsTest::found(const char* words) const {
    Statement statement(m_project->database().handle(), "SELECT count(*) FROM caption_words WHERE caption_words MATCH ?");
    statement.bind(QString::fromUtf8(words));
    return statement.next() ? statement.integer(0) : -1;
}

void StoredRecordsTest::wordsFollowEveryEditUndoAndRedo() {
    Id caption = 0;
    QVERIFY(m_project->edit(QStringLiteral("Write"), [&](Edit& edit) {
        const Id media = edit.insert(picture(QStringLiteral("a.png")));
        caption = edit.insert(words(media, 0, QStringLiteral("a red Äpfel on a table")));
    }).ok());
    QCOMPARE(found("apfel"), 1);
    QVERIFY(m_project->edit(QStringLiteral("Edit"), [&](Edit& edit) {
        Caption changed = *m_project->caption(caption);
        changed.text = QStringLiteral("a green pear");
        edit.update(changed);
    }).ok());
    QCOMPARE(found("apfel"), 0);
    QCOMPARE(found("pear"), 1);
    QVERIFY(m_project->edit(QStringLiteral("Accept"), [&](Edit& edit) {
        Caption changed = *m_project->caption(caption);
        changed.state = CaptionState::Accepted;
        edit.update(changed);
    }).ok());
    QCOMPARE(found("pear"), 1);
    QVERIFY(m_project->undo().ok() && m_project->undo().ok());
    QCOMPARE(found("apfel"), 1);
    QCOMPARE(found("pear"), 0);
    QVERIFY(m_project->redo().ok());
    QVERIFY(m_project->edit(QStringLiteral("Delete"), [&](Edit& edit) { edit.removeCaption(caption); }).ok());
    QCOMPARE(found("pear"), 0);
    Statement sound(m_project->database().handle(), "SELECT count(*) FROM caption_words");
    QVERIFY(sound.next());
    QCOMPARE(sound.integer(0), 0);
}

QTEST_GUILESS_MAIN(StoredRecordsTest)
#include "test_stored_records.moc"
