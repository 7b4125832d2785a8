#include "core/jobs/sample_project.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace rb;

class TestSampleProject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesHaveAcceptedCaptionsButTheLastOnes();
    void picturesOfTheShopWaitForReview();
    void everyPictureIsThere();
    void secondOpeningKeepsWhatWasDone();
    void missingSamplesMakeNoProject();

private:
    const QString m_samples = QStringLiteral(RB_RESOURCES "/models/regionblip-mini/samples");
};

void TestSampleProject::picturesHaveAcceptedCaptionsButTheLastOnes() {
    QTemporaryDir folder;
    auto opened = jobs::openSampleProject(folder.filePath(QStringLiteral("deep/sample.rbproject")), m_samples);
    QVERIFY(opened.ok());
    const auto all = (*opened)->allMedia();
    QCOMPARE(all.size(), std::size_t(16 + 28));
    for (std::size_t i = 0; i < 16; ++i) {
        const auto captions = (*opened)->captionsOf(all[i].id);
        const auto regions = (*opened)->regionsOf(all[i].id);
        if (i >= 12) {
            QVERIFY(captions.empty() && regions.empty());
            continue;
        }
        QCOMPARE(captions.size(), regions.size() + 1);
        for (const auto& caption : captions) {
            QVERIFY(!caption.text.isEmpty());
            QVERIFY(caption.state == project::CaptionState::Accepted);
        }
        for (const auto& region : regions)
            QVERIFY(region.box().width > 0 && region.box().x + region.box().width <= all[i].width);
    }
}

void TestSampleProject::picturesOfTheShopWaitForReview() {
    QTemporaryDir folder;
    auto opened = jobs::openSampleProject(folder.filePath(QStringLiteral("sample.rbproject")), m_samples);
    QVERIFY(opened.ok());
    qsizetype drafts = 0;
    std::set<QString> splits;
    for (const project::Media& media : (*opened)->allMedia()) {
        if (!media.path.startsWith(QStringLiteral("shop"))) continue;
        splits.insert(media.split);
        for (const project::Caption& caption : (*opened)->captionsOf(media.id)) {
            QVERIFY(caption.region != 0 && caption.text.startsWith(QStringLiteral("here is the ")));
            QVERIFY(caption.state == project::CaptionState::Draft);
            ++drafts;
        }
    }
    QVERIFY(drafts >= 60); // enough to learn from
    QCOMPARE(splits, (std::set<QString>{QStringLiteral("train"), QStringLiteral("val")}));
}

void TestSampleProject::everyPictureIsThere() {
    QTemporaryDir folder;
    auto opened = jobs::openSampleProject(folder.filePath(QStringLiteral("sample.rbproject")), m_samples);
    QVERIFY(opened.ok());
    for (const project::Media& media : (*opened)->allMedia()) {
        QVERIFY(QFileInfo::exists((*opened)->filePath(media)));
        QCOMPARE(media.byteSize, QFileInfo((*opened)->filePath(media)).size());
    }
}

void TestSampleProject::secondOpeningKeepsWhatWasDone() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sample.rbproject"));
    {
        auto first = jobs::openSampleProject(path, m_samples);
        QVERIFY(first.ok());
        const project::Id media = (*first)->allMedia()[15].id; // a bare one
        QVERIFY((*first)->edit(QStringLiteral("Draw region"), [&](project::Edit& edit) {
            project::Region region;
            region.media = media;
            region.shape.box = {1, 2, 30, 40};
            edit.insert(region);
        }).ok());
    }
    auto second = jobs::openSampleProject(path, m_samples);
    QVERIFY(second.ok());
    QCOMPARE((*second)->allMedia().size(), std::size_t(16 + 28));
    QCOMPARE((*second)->regionsOf((*second)->allMedia()[15].id).size(), std::size_t(1));
}

void TestSampleProject::missingSamplesMakeNoProject() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sample.rbproject"));
    const auto opened = jobs::openSampleProject(path, folder.filePath(QStringLiteral("nothing")));
    QVERIFY(!opened.ok());
    QVERIFY(opened.error().code == ErrorCode::FileNotFound);
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestSampleProject)
#include "test_sample_project.moc"
