#include "core/train/feature_cache.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <ATen/ATen.h>

using namespace rb::train;

class FeatureCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keptFeaturesComeBackRounded();
    void anotherPictureModelOrEncoderFindsNothing();
    void cutOrForeignEntriesCountAsAbsent_data();
    void cutOrForeignEntriesCountAsAbsent();
    void trimDropsTheLongestUnused();

private:
    FeatureCache cache(const char* model = "model", std::uint64_t largest = 1'000'000) const;
    std::filesystem::path medium(const char* content) const;
    QStringList entries() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FeatureCacheTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

FeatureCache FeatureCacheTest::cache(const char* model, std::uint64_t largest) const {
    auto opened = FeatureCache::open({m_folder->filePath(QStringLiteral("cache")).toStdString(), model, largest});
    if (!opened.ok()) qFatal("%s", opened.error().message.c_str());
    return std::move(*opened);
}

std::filesystem::path FeatureCacheTest::medium(const char* content) const {
    QFile file(m_folder->filePath(QLatin1String(content)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0) qFatal("not written");
    return file.fileName().toStdString();
}

QStringList FeatureCacheTest::entries() const {
    QStringList files;
    QDirIterator found(m_folder->filePath(QStringLiteral("cache")), {QStringLiteral("*.features")}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) files << found.next();
    return files;
}

void FeatureCacheTest::keptFeaturesComeBackRounded() {
    const at::Tensor features = at::randn({5, 7});
    const auto file = medium("one");
    QVERIFY(cache().store(file, "vision", features).ok());
    const at::Tensor found = cache().find(file, "vision");
    QVERIFY(found.defined());
    QVERIFY(found.equal(FeatureCache::rounded(features)));
}

void FeatureCacheTest::anotherPictureModelOrEncoderFindsNothing() {
    const auto file = medium("one");
    QVERIFY(cache().store(file, "vision", at::ones({2, 2})).ok());
    QVERIFY(!cache().find(medium("two"), "vision").defined());
    QVERIFY(!cache("other model").find(file, "vision").defined());
    QVERIFY(!cache().find(file, "scene").defined());
    QVERIFY(!cache().find(m_folder->filePath(QStringLiteral("none")).toStdString(), "vision").defined());
}

void FeatureCacheTest::cutOrForeignEntriesCountAsAbsent_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("keep");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("cut") << QByteArray() << 30;
    QTest::newRow("foreign") << QByteArray(200, 'x') << 0;
    QTest::newRow("huge shape") << QByteArray("RBFEAT01\xff\xff\xff\xff\xff\xff\xff\x7f\x02\0\0\0\0\0\0\0", 24) << 0;
}

void FeatureCacheTest::cutOrForeignEntriesCountAsAbsent() {
    QFETCH(const QByteArray, content);
    QFETCH(const int, keep);
    const auto file = medium("one");
    QVERIFY(cache().store(file, "vision", at::ones({3, 3})).ok());
    QFile entry(entries().constFirst());
    QVERIFY(entry.open(QIODevice::ReadWrite));
    const QByteArray before = entry.readAll();
    entry.resize(0);
    entry.seek(0);
    entry.write(keep > 0 ? before.left(keep) : content);
    entry.close();
    QVERIFY(!cache().find(file, "vision").defined());
}

void FeatureCacheTest::trimDropsTheLongestUnused() {
    const auto old = medium("old"), used = medium("used");
    const FeatureCache small = cache("model", 300);
    QVERIFY(small.store(old, "vision", at::ones({10, 10})).ok());
    QVERIFY(small.store(used, "vision", at::ones({10, 10})).ok());
    for (const QString& entry : entries()) {
        QFile file(entry);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    }
    QVERIFY(small.find(used, "vision").defined());
    small.trim();
    QVERIFY(small.find(used, "vision").defined());
    QVERIFY(!small.find(old, "vision").defined());
    QVERIFY(small.bytes() <= 300);
}

QTEST_GUILESS_MAIN(FeatureCacheTest)
#include "test_feature_cache.moc"
