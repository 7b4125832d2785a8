#include "ui/gallery/gallery_model.h"

#include "tests/ui/project_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

class TestGalleryModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreTheProjectsPictures();
    void countsFollowEditsOfTheirPictureAlone();
    void picturesComeAndGoWithUndo();
    void thumbnailsArriveLater();
    void aPictureThatIsGoneSaysSo();
    void anotherProjectReplacesAllRows();
};

void TestGalleryModel::rowsAreTheProjectsPictures() {
    ProjectFixture f(3);
    ThumbnailStore thumbnails(192);
    GalleryModel model(f.workspace, thumbnails);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0); // learns of the project by its signal
    Q_EMIT f.workspace.projectChanged();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("picture1.png"));
    QCOMPARE(model.indexOf(f.media.at(2)).row(), 2);
    QVERIFY(!model.indexOf(12345).isValid());
}

void TestGalleryModel::countsFollowEditsOfTheirPictureAlone() {
    ProjectFixture f(2);
    ThumbnailStore thumbnails(192);
    GalleryModel model(f.workspace, thumbnails);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Q_EMIT f.workspace.projectChanged();
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const project::Id region = f.addRegion();
    f.addCaption(region, QStringLiteral("a dog"), CaptionSource::Model);
    f.addCaption(region, QStringLiteral("a cat"), CaptionSource::Model, CaptionState::Draft, 1);
    for (const auto& change : changes) QCOMPARE(change.first().toModelIndex().row(), 0);
    QCOMPARE(model.index(0).data(GalleryModel::RegionCountRole).toInt(), 1);
    QCOMPARE(model.index(0).data(GalleryModel::DraftCountRole).toInt(), 1);
    QCOMPARE(model.index(0).data(GalleryModel::AcceptedCountRole).toInt(), 0);
    QCOMPARE(model.index(1).data(GalleryModel::RegionCountRole).toInt(), 0);
}

void TestGalleryModel::picturesComeAndGoWithUndo() {
    ProjectFixture f(2);
    ThumbnailStore thumbnails(192);
    GalleryModel model(f.workspace, thumbnails);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Q_EMIT f.workspace.projectChanged();
    QVERIFY(f.project().undo().ok());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(f.project().redo().ok());
    QCOMPARE(model.rowCount(), 2);
}

void TestGalleryModel::thumbnailsArriveLater() {
    ProjectFixture f;
    ThumbnailStore thumbnails(192);
    GalleryModel model(f.workspace, thumbnails);
    Q_EMIT f.workspace.projectChanged();
    QVERIFY(model.index(0).data(Qt::DecorationRole).value<QImage>().isNull());
    QTRY_VERIFY(!model.index(0).data(Qt::DecorationRole).value<QImage>().isNull());
}

void TestGalleryModel::aPictureThatIsGoneSaysSo() {
    ProjectFixture f(2);
    ThumbnailStore thumbnails(192);
    GalleryModel model(f.workspace, thumbnails);
    Q_EMIT f.workspace.projectChanged();
    QVERIFY(QFile::remove(f.project().filePath(*f.project().media(f.media.at(0)))));
    for (int row : {0, 1}) (void)model.index(row).data(Qt::DecorationRole);
    QVERIFY(!model.index(0).data(GalleryModel::UnreadableRole).toBool()); // it may still come
    QTRY_VERIFY(model.index(0).data(GalleryModel::UnreadableRole).toBool());
    QTRY_VERIFY(!model.index(1).data(Qt::DecorationRole).value<QImage>().isNull());
    QVERIFY(!model.index(1).data(GalleryModel::UnreadableRole).toBool());
}

void TestGalleryModel::anotherProjectReplacesAllRows() {
    ProjectFixture f(3);
    ThumbnailStore thumbnails(192);
    GalleryModel model(f.workspace, thumbnails);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Q_EMIT f.workspace.projectChanged();
    auto other = project::Project::create(f.folder.filePath(QStringLiteral("b.rbproject")));
    QVERIFY(other.ok());
    f.workspace.setProject(std::move(*other));
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestGalleryModel)
#include "test_gallery_model.moc"
