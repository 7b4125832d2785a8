#include "ui/gallery/cloud_thumbnail.h"
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
    void regionOfACloudShowsItsPointsAlone();
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

void TestThumbnailStore::regionOfACloudShowsItsPointsAlone() {
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("two.xyz")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 100; ++i) file.write("0 0 0 255 0 0\n" + QByteArray("1 1 ") + QByteArray::number(i % 10) + " 0 0 255\n");
    file.close();
    const QImage both = cloudThumbnail(file.fileName(), 64), blue = cloudThumbnail(file.fileName(), 64, rb::geometry::Box3{{1, 1, 4.5}, {0.5, 0.5, 10}});
    const auto has = [](const QImage& image, QRgb color) {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixel(x, y) == color) return true;
        return false;
    };
    QVERIFY(has(both, qRgb(255, 0, 0)) && has(both, qRgb(0, 0, 255)));
    QVERIFY(!has(blue, qRgb(255, 0, 0)) && has(blue, qRgb(0, 0, 255)));
    QVERIFY(cloudThumbnail(file.fileName(), 64, rb::geometry::Box3{{9, 9, 9}, {1, 1, 1}}).isNull());
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
