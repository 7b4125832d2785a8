#include "ui/gallery/gallery_panel.h"

#include "tests/ui/project_fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace rb;
using namespace rb::ui;

class TestGalleryPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choosingAThumbnailShowsItsPicture();
    void currentPictureIsMarked();
    void filteringKeepsTheCurrentPicture();
    void countsAreWords();
    void asAListItTellsWhatIsKnownOfEachPicture();
    void everyPartHasAnAccessibleName();
};

void TestGalleryPanel::choosingAThumbnailShowsItsPicture() {
    ProjectFixture f(3);
    ThumbnailStore thumbnails(192);
    GalleryPanel panel(f.workspace, thumbnails);
    Q_EMIT f.workspace.projectChanged();
    auto* list = panel.findChild<QListView*>();
    list->setCurrentIndex(list->model()->index(2, 0));
    QCOMPARE(f.workspace.currentMedia(), f.media.at(2));
}

void TestGalleryPanel::currentPictureIsMarked() {
    ProjectFixture f(3);
    ThumbnailStore thumbnails(192);
    GalleryPanel panel(f.workspace, thumbnails);
    Q_EMIT f.workspace.projectChanged();
    auto* list = panel.findChild<QListView*>();
    QCOMPARE(list->currentIndex().row(), 0);
    f.workspace.step(1);
    QCOMPARE(list->currentIndex().row(), 1);
}

void TestGalleryPanel::filteringKeepsTheCurrentPicture() {
    ProjectFixture f(3);
    ThumbnailStore thumbnails(192);
    GalleryPanel panel(f.workspace, thumbnails);
    Q_EMIT f.workspace.projectChanged();
    auto* filter = panel.findChild<QLineEdit*>();
    auto* list = panel.findChild<QListView*>();
    filter->setText(QStringLiteral("2.p"));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(f.workspace.currentMedia(), f.media.at(0));
    filter->setText(QStringLiteral("nothing like it"));
    QTRY_COMPARE(list->model()->rowCount(), 0);
    filter->clear();
    QTRY_COMPARE(list->currentIndex().row(), 0);
    QCOMPARE(f.workspace.currentMedia(), f.media.at(0));
}

void TestGalleryPanel::countsAreWords() {
    ProjectFixture f(2);
    ThumbnailStore thumbnails(192);
    GalleryPanel panel(f.workspace, thumbnails);
    Q_EMIT f.workspace.projectChanged();
    f.addCaption(f.addRegion(), QStringLiteral("a dog"), project::CaptionSource::Model);
    const auto labels = panel.findChildren<QLabel*>();
    QTRY_COMPARE(labels.last()->text(), QStringLiteral("2 pictures · 1 region · 1 draft"));
    panel.findChild<QLineEdit*>()->setText(QStringLiteral("0"));
    QTRY_COMPARE(labels.last()->text(), QStringLiteral("1 of 2 · 1 region · 1 draft"));
}

void TestGalleryPanel::asAListItTellsWhatIsKnownOfEachPicture() {
    ProjectFixture f(3);
    ThumbnailStore thumbnails(192);
    GalleryPanel panel(f.workspace, thumbnails);
    panel.resize(286, 600);
    Q_EMIT f.workspace.projectChanged();
    f.addCaption(f.addRegion(), QStringLiteral("a dog"), project::CaptionSource::Model);
    auto* list = panel.findChild<QListView*>();
    panel.setList(true);
    panel.show();
    QVERIFY(list->visualRect(list->model()->index(1, 0)).top() >= list->visualRect(list->model()->index(0, 0)).bottom()); // one below the other
    QVERIFY(list->visualRect(list->model()->index(0, 0)).width() > 200);
    const QString detail = list->model()->index(0, 0).data(GalleryModel::DetailRole).toString();
    QVERIFY2(detail.startsWith(QStringLiteral("1 region · 1 draft · ")), qPrintable(detail));
    panel.setList(false);
    QCOMPARE(list->visualRect(list->model()->index(1, 0)).top(), list->visualRect(list->model()->index(0, 0)).top());
}

void TestGalleryPanel::everyPartHasAnAccessibleName() {
    ProjectFixture f;
    ThumbnailStore thumbnails(192);
    GalleryPanel panel(f.workspace, thumbnails);
    QVERIFY(!panel.findChild<QLineEdit*>()->accessibleName().isEmpty());
    QVERIFY(!panel.findChild<QListView*>()->accessibleName().isEmpty());
}

QTEST_MAIN(TestGalleryPanel)
#include "test_gallery_panel.moc"
