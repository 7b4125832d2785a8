#include "core/meaning/survey.h"
#include "core/project/region_edits.h"
#include "tests/core/meaning/made_up.h"
#include "tests/core/project/sample_records.h"

#include <QFile>
#include <QTemporaryDir>

using namespace rb;
using namespace rb::meaning;
using namespace rb::meaning::test;
using namespace rb::project::test;
using project::Id;

class TestSurvey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingWaitsAtFirst();
    void whatIsStoredIsReady();
    void aChangedBoxIsStale();
    void aChangedLabelIsNot();
    void aChangedPictureIsStaleWithAllItsRegions();
    void anotherModelsWorkIsStale();
    void whatCannotBeSeenDoesNotWait();
    void whatLeftTheProjectIsNamed();

private:
    Survey survey(const QString& model = QStringLiteral("mini")) {
        auto made = surveyOf(m_project->database(), m_project->folder(), *m_store, model);
        if (!made.ok()) qFatal("%s", made.error().message.c_str());
        return std::move(*made);
    }
    void prepareAll(const QString& model = QStringLiteral("mini"));
    void writeFile(const QString& name, const QByteArray& bytes) const {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
    }
    void edit(const std::function<void(project::Edit&)>& change) { QVERIFY(m_project->edit(QStringLiteral("Test"), change).ok()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<project::Project> m_project;
    std::unique_ptr<EmbeddingStore> m_store;
    std::vector<Id> m_media, m_regions;
    std::mt19937 m_random;
};

/// Two pictures of three regions each.
void TestSurvey::init() {
    m_project.reset();
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_media.clear();
    m_regions.clear();
    m_project = mustOpen(project::Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
    edit([&](project::Edit& e) {
        for (const char* name : {"b.png", "a.png"}) {
            writeFile(QString::fromLatin1(name), "a picture");
            m_media.push_back(e.insert(picture(QString::fromLatin1(name))));
            for (int k = 0; k < 3; ++k) m_regions.push_back(e.insert(box(m_media.back(), 20 + 20 * k)));
        }
    });
    auto store = EmbeddingStore::open(EmbeddingStore::pathFor(m_project->path()));
    QVERIFY(store.ok());
    m_store = std::make_unique<EmbeddingStore>(std::move(*store));
}

void TestSurvey::prepareAll(const QString& model) {
    std::vector<Embedding> made;
    for (const Survey::Work& work : survey(model).work)
        for (const Id region : work.regions) {
            Embedding each = embedding(m_random, {work.media, region}, 2, 8);
            each.box = region ? m_project->region(region)->box() : geometry::Box2{};
            each.file = FileStamp::of(m_project->filePath(*m_project->media(work.media)));
            made.push_back(each);
        }
    QVERIFY(m_store->put(model, made).ok());
}

void TestSurvey::everythingWaitsAtFirst() {
    const Survey now = survey();
    QCOMPARE(now.total, qint64(8));
    QCOMPARE(now.ready, qint64(0));
    QCOMPARE(now.work.size(), std::size_t(2));
    QCOMPARE(now.work[0].media, m_media[1]); // by path
    QCOMPARE(now.work[0].regions, (std::vector<Id>{0, m_regions[3], m_regions[4], m_regions[5]}));
}

void TestSurvey::whatIsStoredIsReady() {
    prepareAll();
    QCOMPARE(survey().ready, qint64(8));
    QVERIFY(survey().work.empty());
}

void TestSurvey::aChangedBoxIsStale() {
    prepareAll();
    project::Region region = *m_project->region(m_regions[1]);
    region.shape.box.x += 0.5;
    edit([&](project::Edit& e) { e.update(region); });
    QCOMPARE(survey().left(), qint64(1));
    QCOMPARE(survey().work.front().regions, (std::vector<Id>{m_regions[1]}));
    QVERIFY(m_project->undo().ok());
    QCOMPARE(survey().left(), qint64(0));
}

void TestSurvey::aChangedLabelIsNot() {
    prepareAll();
    QVERIFY(project::setLabel(*m_project, {m_regions[1]}, QStringLiteral("dog")).ok());
    QCOMPARE(survey().left(), qint64(0));
}

void TestSurvey::aChangedPictureIsStaleWithAllItsRegions() {
    prepareAll();
    writeFile(QStringLiteral("b.png"), "another picture");
    QCOMPARE(survey().left(), qint64(4));
    QCOMPARE(survey().work.front().media, m_media[0]);
}

void TestSurvey::anotherModelsWorkIsStale() {
    prepareAll();
    QCOMPARE(survey(QStringLiteral("mini+adapter")).left(), qint64(8));
    prepareAll(QStringLiteral("mini+adapter"));
    QCOMPARE(survey(QStringLiteral("mini+adapter")).left(), qint64(0));
    QCOMPARE(survey().left(), qint64(8));
}

void TestSurvey::whatCannotBeSeenDoesNotWait() {
    edit([&](project::Edit& e) {
        project::Region outside = box(m_media[0], 5000);
        (void)e.insert(outside);
        project::Media cloud = picture(QStringLiteral("c.npy"));
        cloud.kind = project::MediaKind::Cloud;
        (void)e.insert(cloud);
    });
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("a.png"))));
    const Survey now = survey();
    QCOMPARE(now.total, qint64(4));
    QCOMPARE(now.impossible, qint64(6));
}

void TestSurvey::whatLeftTheProjectIsNamed() {
    prepareAll();
    QVERIFY(survey().gone.empty());
    edit([&](project::Edit& e) { e.removeRegion(m_regions[4]); });
    QCOMPARE(survey().gone.size(), std::size_t(1));
    QCOMPARE(survey().gone.front(), (Place{m_media[1], m_regions[4]}));
    QCOMPARE(survey().ready, qint64(7));
}

QTEST_GUILESS_MAIN(TestSurvey)
#include "test_survey.moc"
