#include "ui/gallery/thumbnail_store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rb::ui;

class TestThumbnailStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thumbnailKeepsTheShapeOfItsPicture();
    void pictureIsDecodedOnce();
    void unreadableFileAnswersOnce();
    void leavingInTheMiddleIsSafe();

private:
    QString picture(const QString& name, int width, int height) const {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::blue);
        const QString path = m_folder.filePath(name);
        image.save(path);
        return path;
    }
    QTemporaryDir m_folder;
};

void TestThumbnailStore::thumbnailKeepsTheShapeOfItsPicture() {
    const QString file = picture(QStringLiteral("wide.png"), 400, 100);
    ThumbnailStore store(100);
    QVERIFY(store.thumbnail(file).isNull());
    QTRY_COMPARE(store.thumbnail(file).size(), QSize(100, 25));
}

void TestThumbnailStore::pictureIsDecodedOnce() {
    const QString file = picture(QStringLiteral("a.png"), 50, 50);
    ThumbnailStore store(32);
    QSignalSpy ready(&store, &ThumbnailStore::ready);
    for (int i = 0; i < 5; ++i) store.thumbnail(file);
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(!store.thumbnail(file).isNull());
    QCOMPARE(ready.size(), 1);
}

void TestThumbnailStore::unreadableFileAnswersOnce() {
    ThumbnailStore store(32);
    QSignalSpy ready(&store, &ThumbnailStore::ready);
    const QString missing = m_folder.filePath(QStringLiteral("missing.png"));
    QVERIFY(store.thumbnail(missing).isNull());
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(store.thumbnail(missing).isNull());
    QCoreApplication::processEvents();
    QCOMPARE(ready.size(), 1);
}

void TestThumbnailStore::leavingInTheMiddleIsSafe() {
    QStringList files;
    for (int i = 0; i < 20; ++i) files << picture(QStringLiteral("many%1.png").arg(i), 300, 300);
    {
        ThumbnailStore store(64);
        for (const QString& file : files) store.thumbnail(file);
    }
    QCoreApplication::processEvents(); // a late answer would reach into what is gone
}

QTEST_MAIN(TestThumbnailStore)
#include "test_thumbnail_store.moc"
