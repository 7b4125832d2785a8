#include "core/checkpoint/zip_directory.h"
#include "tests/core/checkpoint/peak_memory.h"
#include "tests/core/checkpoint/test_files.h"
#include "tests/core/checkpoint/torch_zip.h"

#include <QTemporaryDir>

using namespace rb::checkpoint;
using namespace rb::checkpoint::testing;

class ZipDirectoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void archiveIsRefused_data();
    void archiveIsRefused();
    void recordsAreRead();
    void commentIsAllowed();
    void wideEndRecordIsRead();
    void packedRecordIsRead();
    void badRecordIsRefused_data();
    void badRecordIsRefused();

private:
    std::shared_ptr<const ReadOnlyFile> file(const QByteArray& bytes) const {
        const QString path = m_folder.filePath(QStringLiteral("a.zip"));
        return writeContent(path, bytes) ? ReadOnlyFile::open(fsPath(path)).value() : nullptr;
    }
    QTemporaryDir m_folder;
};

namespace {

/// Raw DEFLATE data: qCompress() without its length, zlib header and checksum.
QByteArray deflated(const QByteArray& bytes) {
    const QByteArray packed = qCompress(bytes, 9);
    return packed.mid(6, packed.size() - 10);
}

ZipPart packedPart(const QByteArray& bytes) {
    ZipPart part{"a", deflated(bytes)};
    part.method = 8;
    part.statedBytes = bytes.size();
    part.crcError = crc32(bytes) - crc32(part.data);
    return part;
}

QByteArray patched(QByteArray bytes, qsizetype at, const QByteArray& with) {
    return bytes.replace(at < 0 ? bytes.size() + at : at, with.size(), with);
}

} // namespace

void ZipDirectoryTest::archiveIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& bytes, const char* reason) {
        QTest::newRow(name) << bytes << QString::fromUtf8(reason);
    };
    const QByteArray good = zip({{"a", "12"}, {"b", "34"}});
    row("empty file", "", "no end record");
    row("bytes appended", good + "x", "no end record");
    row("cut short", good.chopped(1), "no end record");
    row("twice", zip({{"a", "1"}, {"a", "2"}}), "twice");
    row("twice but for case", zip({{"a", "1"}, {"A", "2"}}), "twice");
    for (const char* name : {"/a", "../a", "a/../b", "a/..", "..", "a\\b", "c:a"})
        QTest::newRow(name) << zip({{name, "1"}}) << QStringLiteral("leaves the archive");
    row("empty name", zip({{"", "1"}}), "leaves the archive");
    row("zero in the name", zip({{QByteArray("a\0b", 3), "1"}}), "leaves the archive");
    row("method", zip({{"a", "1", 9}}), "method 9");
    row("encrypted", zip({{"a", "1", 0, -1, {}, -1, 1}}), "encrypted");
    row("two sizes", zip({{"a", "1", 0, 5}}), "two sizes");
    row("other local name", zip({{"a", "1", 0, -1, "b"}}), "contradicts the directory");
    row("other local method", patched(good, 8, QByteArray("\x08", 1)), "contradicts the directory");
    row("other local size", patched(good, 18, QByteArray("\x01", 1)), "contradicts the directory");
    row("same local header", zip({{"a", "1"}, {"b", "1", 0, -1, "a", 0}}), "contradicts the directory");
    row("offset beyond", zip({{"a", "1", 0, -1, {}, 1'000'000}}), "contradicts the directory");
    row("record count", patched(patched(good, -14, QByteArray("\3", 1)), -12, QByteArray("\3", 1)),
        "directory");
    row("record count less", patched(patched(good, -14, QByteArray("\1", 1)), -12, QByteArray("\1", 1)),
        "longer than its records");
    row("directory offset", patched(good, -6, QByteArray("\1", 1)), "does not lie");
    row("several disks", patched(good, -18, QByteArray("\1", 1)), "several disks");
    row("wide record missing", patched(good, -6, "\xff\xff\xff\xff"), "ZIP64");
    // A record whose data is another record, header and all.
    const QByteArray inner = zip({{"b", "1"}}).left(32);
    row("overlap", zip({{"a", inner}, {"b", "1", 0, -1, {}, 31}}), "overlap");
}

void ZipDirectoryTest::archiveIsRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, reason);
    const auto read = readZipDirectory(*file(bytes));
    QVERIFY(!read.ok());
    QVERIFY2(isOneSentenceNaming(read.error().message, QStringLiteral("a.zip")),
             read.error().message.c_str());
    QVERIFY2(QString::fromStdString(read.error().message).contains(reason), read.error().message.c_str());
}

void ZipDirectoryTest::recordsAreRead() {
    const auto archive = file(zip({{"x/a", "12"}, {"x/.b", ""}, {"c", "345"}}));
    const auto directory = readZipDirectory(*archive);
    QVERIFY2(directory.ok(), directory.ok() ? "" : directory.error().message.c_str());
    QCOMPARE(directory->size(), std::size_t{3});
    QCOMPARE(readZipRecord(*archive, "c", directory->at("c"), 3).value(), std::string("345"));
    QCOMPARE(readZipRecord(*archive, "x/.b", directory->at("x/.b"), 3).value(), std::string());
}

void ZipDirectoryTest::commentIsAllowed() {
    QVERIFY(readZipDirectory(*file(zip({{"a", "1"}}, "made by hand"))).ok());
}

void ZipDirectoryTest::wideEndRecordIsRead() {
    const QByteArray good = zip({{"a", "1"}});
    const QByteArray body = good.chopped(22);
    const auto offset = static_cast<quint64>(good.indexOf("PK\x01\x02"));
    const auto bytes = static_cast<quint64>(body.size()) - offset;
    const QByteArray wide = "PK\x06\x06" + little<quint64>(44) + little<quint32>(0) + little<quint64>(0) +
                            little<quint64>(1) + little<quint64>(1) + little(bytes) + little(offset);
    const QByteArray locator =
        "PK\x06\x07" + little<quint32>(0) + little(static_cast<quint64>(body.size())) + little<quint32>(1);
    const QByteArray end = "PK\x05\x06" + little<quint32>(0) + QByteArray(12, '\xff') + little<quint16>(0);
    QVERIFY(readZipDirectory(*file(body + wide + locator + end)).ok());
    QVERIFY(
        !readZipDirectory(*file(body + patched(wide, 40, "\xff\xff\xff\xff\xff\xff\xff\xff") + locator + end))
             .ok());
    QVERIFY(
        !readZipDirectory(*file(body + wide + patched(locator, 8, "\xff\xff\xff\xff\xff\xff\xff\x7f") + end))
             .ok());
    QVERIFY(
        !readZipDirectory(*file(body + wide + locator + patched(end, 8, QByteArray("\2\0\2\0", 4)))).ok());
}

void ZipDirectoryTest::packedRecordIsRead() {
    const QByteArray bytes = QByteArray("some text ").repeated(300);
    const auto archive = file(zip({packedPart(bytes)}));
    const auto directory = readZipDirectory(*archive);
    QVERIFY(directory.ok());
    QCOMPARE(readZipRecord(*archive, "a", directory->at("a"), 3000).value(), bytes.toStdString());
}

void ZipDirectoryTest::badRecordIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    ZipPart part{"a", "12"};
    part.crcError = 1;
    QTest::newRow("checksum") << zip({part}) << QStringLiteral("checksum");
    QTest::newRow("over the limit") << zip({{"a", QByteArray(5000, 'x')}}) << QStringLiteral("at most 4096");
    const QByteArray plain = QByteArray("abcd").repeated(1000);
    part = packedPart(plain);
    part.statedBytes = 3999;
    QTest::newRow("unpacks to more") << zip({part}) << QStringLiteral("damaged");
    part.statedBytes = 4001;
    QTest::newRow("unpacks to less") << zip({part}) << QStringLiteral("damaged");
    part = packedPart(plain);
    part.data.chop(3);
    QTest::newRow("packed data cut short") << zip({part}) << QStringLiteral("damaged");
    part = packedPart(plain);
    part.data += "junk";
    QTest::newRow("bytes behind the packed data") << zip({part}) << QStringLiteral("damaged");
    part = packedPart(QByteArray(8 << 20, 'x'));
    part.statedBytes = 4096;
    QTest::newRow("bomb that lies about its size") << zip({part}) << QStringLiteral("at most 4096");
    part.data.truncate(4000);
    QTest::newRow("bomb cut short") << zip({part}) << QStringLiteral("damaged");
    part = packedPart(QByteArray(4096, 'x'));
    QTest::newRow("ratio") << zip({part}) << QStringLiteral("200 to 1");
}

void ZipDirectoryTest::badRecordIsRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, reason);
    const auto archive = file(bytes);
    const auto directory = readZipDirectory(*archive);
    QVERIFY2(directory.ok(), directory.ok() ? "" : directory.error().message.c_str());
    const PeakMemory memory;
    const auto read = readZipRecord(*archive, "a", directory->at("a"), 4096);
    QVERIFY(!read.ok());
    QVERIFY(memory.grownKiB() < 2048);
    QVERIFY2(QString::fromStdString(read.error().message).contains(reason), read.error().message.c_str());
}

QTEST_GUILESS_MAIN(ZipDirectoryTest)
#include "test_zip_directory.moc"
