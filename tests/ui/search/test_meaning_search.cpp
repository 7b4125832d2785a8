#include "core/query/select.h"
#include "tests/ui/project_fixture.h"
#include "ui/search/meaning_search.h"

#include <QFile>
#include <QSignalSpy>

using namespace rb;
using namespace rb::ui;

/// The embedded model and one of its sample pictures: a caterpillar and a pinata.
struct Searched : ProjectFixture {
    Searched() {
        const QString model = QStringLiteral(RB_RESOURCES "/models/regionblip-mini");
        const QString file = folder.filePath(QStringLiteral("scene00.jpg"));
        if (!QFile::copy(model + QStringLiteral("/samples/scene00.jpg"), file)) qFatal("no sample");
        edit([&](project::Edit& e) {
            project::Media scene;
            scene.path = QStringLiteral("scene00.jpg");
            scene.width = 672;
            scene.height = 504;
            media.prepend(e.insert(scene));
        });
        caterpillar = addRegion({229, 113, 170, 232});
        pinata = addRegion({439, 32, 172, 171});
        QSignalSpy opened(&inference, &jobs::InferenceThread::modelOpened);
        inference.openModel(model, {});
        if (!opened.wait(60000)) qFatal("the model was not opened");
        vlm::ModelPaths paths;
        paths.model = model.toStdString();
        search.setModel(paths);
    }
    std::vector<query::Row> rows(const query::Query& query) const {
        const auto found = query::select(workspace.project()->database(), query, query::Order::Similarity);
        return found.ok() ? *found : std::vector<query::Row>{};
    }
    project::Id caterpillar = 0, pinata = 0;
    MeaningSearch search{workspace, inference};
};

class TestMeaningSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsReadyIsTold();
    void preparingMakesAllReady();
    void aTextFindsWhatItNames();
    void likeLeavesOutTheRegionItself();
    void theLastAskedQueryAloneIsAnswered();
    void aMovedRegionIsMissingAgain();
    void whatIsNotPreparedIsRefused();
    void closingWhilePreparingIsSafe();

private:
    static void prepare(Searched& s) {
        QSignalSpy ready(&s.search, &MeaningSearch::readyChanged);
        s.search.prepare();
        QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty() && ready.last().at(0) == ready.last().at(1), 60000);
    }
    static std::vector<query::Row> found(Searched& s, const QString& text) {
        QSignalSpy resolved(&s.search, &MeaningSearch::resolved), refused(&s.search, &MeaningSearch::refused);
        s.search.resolve(*query::parse(text));
        if (!QTest::qWaitFor([&] { return !resolved.isEmpty() || !refused.isEmpty(); }, 60000) || resolved.isEmpty()) return {};
        return s.rows(resolved.first().first().value<query::Query>());
    }
};

void TestMeaningSearch::whatIsReadyIsTold() {
    Searched s;
    QSignalSpy ready(&s.search, &MeaningSearch::readyChanged);
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), 60000);
    QCOMPARE(ready.last().at(0).toLongLong(), 0);
    QCOMPARE(ready.last().at(1).toLongLong(), 4); // two pictures and two regions
}

void TestMeaningSearch::preparingMakesAllReady() {
    Searched s;
    QSignalSpy progressed(&s.search, &MeaningSearch::progressed);
    prepare(s);
    QVERIFY(!s.search.isPreparing());
    QVERIFY(!progressed.isEmpty());
    QCOMPARE(progressed.last().at(0).toLongLong(), 4);
}

void TestMeaningSearch::aTextFindsWhatItNames() {
    Searched s;
    prepare(s);
    const auto first = found(s, QStringLiteral("meaning:\"a pinata\" is:region"));
    QCOMPARE(first.size(), std::size_t(2));
    QCOMPARE(first.front().region, s.pinata);
    const auto second = found(s, QStringLiteral("meaning:\"a caterpillar\" is:region"));
    QCOMPARE(second.front().region, s.caterpillar);
    QCOMPARE(found(s, QStringLiteral("meaning:pinata is:picture")).size(), std::size_t(2));
}

void TestMeaningSearch::likeLeavesOutTheRegionItself() {
    Searched s;
    prepare(s);
    const auto rows = found(s, QStringLiteral("like:%1").arg(s.pinata));
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows.front().region, s.caterpillar);
}

void TestMeaningSearch::theLastAskedQueryAloneIsAnswered() {
    Searched s;
    prepare(s);
    QSignalSpy resolved(&s.search, &MeaningSearch::resolved), refused(&s.search, &MeaningSearch::refused);
    s.search.resolve(*query::parse(QStringLiteral("meaning:pinata")));
    s.search.resolve(*query::parse(QStringLiteral("meaning:apple is:picture")));
    QTRY_COMPARE_WITH_TIMEOUT(resolved.size(), 1, 60000);
    QCOMPARE(s.rows(resolved.first().first().value<query::Query>()).size(), std::size_t(2));
    QVERIFY(found(s, QStringLiteral("meaning:pinata is:region")).size() == 2);
    QVERIFY(refused.isEmpty());
}

void TestMeaningSearch::aMovedRegionIsMissingAgain() {
    Searched s;
    prepare(s);
    QSignalSpy ready(&s.search, &MeaningSearch::readyChanged);
    project::Region region = *s.project().region(s.pinata);
    region.shape.box.x -= 5;
    s.edit([&](project::Edit& edit) { edit.update(region); });
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), 60000);
    QCOMPARE(ready.last().at(0).toLongLong(), 3);
    prepare(s);
}

void TestMeaningSearch::whatIsNotPreparedIsRefused() {
    Searched s;
    QSignalSpy refused(&s.search, &MeaningSearch::refused);
    s.search.resolve(*query::parse(QStringLiteral("like:%1").arg(s.pinata)));
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 60000);
    QVERIFY(refused.first().first().value<Error>().message.find("not prepared") != std::string::npos);
}

void TestMeaningSearch::closingWhilePreparingIsSafe() {
    Searched s;
    QSignalSpy progressed(&s.search, &MeaningSearch::progressed);
    s.search.prepare();
    QTRY_VERIFY_WITH_TIMEOUT(!progressed.isEmpty(), 60000);
    auto other = project::Project::create(s.folder.filePath(QStringLiteral("b.rbproject")));
    QVERIFY(other.ok());
    QSignalSpy ready(&s.search, &MeaningSearch::readyChanged);
    s.workspace.setProject(std::move(*other));
    QVERIFY(!s.search.isPreparing());
    QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), 60000);
    QCOMPARE(ready.last().at(1).toLongLong(), 0);
}

QTEST_MAIN(TestMeaningSearch)
#include "test_meaning_search.moc"
