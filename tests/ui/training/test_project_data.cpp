#include "core/project/region_edits.h"
#include "tests/ui/project_fixture.h"
#include "ui/training/project_data.h"

using namespace rb;
using namespace rb::ui;

/// What a training is given of a project: accepted captions of pictures and clouds alike.
class TestProjectData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void acceptedCaptionsAreCounted();
    void queryNarrowsTheCount();
    void faultyQueryIsToldWhereItWasTyped();
    void itemsNamePicturesAndClouds();
    void regionIsCutOutOfItsPicture();

private:
    Result<DataCounts> counted(const QString& query);

    std::unique_ptr<ProjectFixture> m_fixture;
    QObject m_asker;
};

/// Two pictures and a cloud, each with an accepted caption of a region; the second picture is held out.
void TestProjectData::init() {
    m_fixture = std::make_unique<ProjectFixture>(2);
    m_fixture->edit([&](project::Edit& edit) {
        project::Media held = *m_fixture->project().media(m_fixture->media[1]), cloud;
        held.split = QStringLiteral("val");
        edit.update(held);
        cloud.path = QStringLiteral("room.ply");
        cloud.kind = project::MediaKind::Cloud;
        for (const project::Id media : {m_fixture->media[0], m_fixture->media[1], edit.insert(cloud)}) {
            project::Region region;
            region.media = media;
            region.label = QStringLiteral("chair");
            region.shape.box = {10, 20, 50, 40};
            if (!m_fixture->media.contains(media)) project::setCloudShape(region, {{{1, 2, 3}, {4, 5, 6}, 0.5}, {}});
            project::Caption caption;
            caption.media = media;
            caption.region = edit.insert(region);
            caption.text = QStringLiteral("a chair");
            caption.state = project::CaptionState::Accepted;
            edit.insert(caption);
        }
    });
    m_fixture->addCaption(m_fixture->addRegion(), QStringLiteral("a draft"), project::CaptionSource::Model);
}

Result<DataCounts> TestProjectData::counted(const QString& query) {
    std::optional<Result<DataCounts>> answer;
    projectData(m_fixture->workspace).count(&m_asker, query, [&](const Result<DataCounts>& counts) { answer = counts; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); })) return Error{ErrorCode::Internal, "There was no answer."};
    return *answer;
}

void TestProjectData::acceptedCaptionsAreCounted() {
    const auto counts = counted({});
    QVERIFY(counts.ok());
    QCOMPARE(counts->train, 2);
    QCOMPARE(counts->val, 1);
    QCOMPARE(counts->pictures, 2);
    QCOMPARE(counts->clouds, 1);
}

void TestProjectData::queryNarrowsTheCount() {
    const auto counts = counted(QStringLiteral("kind:cloud OR split:val"));
    QVERIFY(counts.ok());
    QCOMPARE(counts->train, 1);
    QCOMPARE(counts->val, 1);
}

void TestProjectData::faultyQueryIsToldWhereItWasTyped() {
    const auto counts = counted(QStringLiteral("(label:dog"));
    QVERIFY(!counts.ok());
}

void TestProjectData::itemsNamePicturesAndClouds() {
    const auto items = projectData(m_fixture->workspace).items({});
    QVERIFY(items.ok());
    QCOMPARE(items->size(), std::size_t(3));
    QVERIFY(!(*items)[0].cloud && (*items)[0].box == geometry::Box2({10, 20, 50, 40}) && !(*items)[0].box3);
    QCOMPARE((*items)[1].split, QStringLiteral("val"));
    QVERIFY((*items)[2].cloud && (*items)[2].box3 == geometry::Box3({{1, 2, 3}, {4, 5, 6}, 0.5}) && !(*items)[2].box);
    QCOMPARE((*items)[2].file, m_fixture->folder.filePath(QStringLiteral("room.ply")));
}

void TestProjectData::regionIsCutOutOfItsPicture() {
    const auto source = projectData(m_fixture->workspace);
    const auto items = source.items({});
    QVERIFY(items.ok());
    QCOMPARE(source.picture((*items)[0], {100, 100}).size(), QSize(100, 80)); // 50 x 40
    QVERIFY(source.picture((*items)[2], {100, 100}).isNull());                // its file is not there
}

QTEST_MAIN(TestProjectData)
#include "test_project_data.moc"
