#include "core/formats/trainers/tar_reader.h"
#include "core/formats/trainers/tar_writer.h"
#include "tests/core/formats/trainers/trainer_records.h"

#include <QProcess>

using namespace rb::formats;
using namespace rb::formats::test;

namespace {

class TextSink final : public rb::FileSink {
public:
    rb::Status write(std::string_view bytes) override {
        text += bytes;
        return {};
    }
    std::string text;
};

std::string blockOf(const std::string& name, std::uint64_t size, char type) {
    const TarBlock block = tarHeader(name, size, type);
    return {block.data(), block.size()};
}

/// Puts the checksum right after bytes of a header were changed.
std::string withChecksum(std::string tar) {
    tar.replace(148, 8, "        ");
    unsigned sum = 0;
    for (std::size_t i = 0; i < kTarBlock; ++i) sum += static_cast<unsigned char>(tar[i]);
    std::array<char, 8> digits{};
    std::snprintf(digits.data(), digits.size(), "%06o", sum);
    return tar.replace(148, 7, digits.data(), 7);
}

std::string padded(std::string bytes) {
    bytes.resize(wholeBlocks(bytes.size()));
    return bytes;
}

const std::string kEnd(2 * kTarBlock, '\0');

struct Listing {
    rb::Status status;
    std::vector<std::pair<std::string, std::string>> files;
};

Listing listOf(const std::filesystem::path& file) {
    Listing listing;
    auto tar = TarReader::open(file);
    if (!tar.ok()) return {tar.error(), {}};
    for (;;) {
        const auto member = tar->next();
        if (!member.ok()) listing.status = member.error();
        if (!member.ok() || !*member) return listing;
        const auto content = tar->content(1 << 20);
        if (!content.ok()) return {content.error(), {}};
        listing.files.emplace_back((*member)->name, *content);
    }
}

std::string writtenTar(const std::vector<std::pair<std::string, std::string>>& files) {
    TextSink sink;
    TarWriter tar(sink);
    for (const auto& [name, bytes] : files)
        if (!tar.add(name, bytes).ok()) return {};
    return tar.end().ok() ? sink.text : std::string();
}

} // namespace

class TestTar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filesComeBack_data();
    void filesComeBack();
    void systemsTarReadsThem();
    void systemsTarIsRead_data();
    void systemsTarIsRead();
    void headersOfTheFixtureAreTheSame();
    void numbersInBase256AreRead();
    void foldersAndLinksArePassedOver();
    void damagedArchivesAreRefused_data();
    void damagedArchivesAreRefused();
    void everyCutIsRefused();
    void contentBeyondTheLimitIsRefused();
};

void TestTar::filesComeBack_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("short") << QStringLiteral("a.txt");
    QTest::newRow("100 bytes") << QString(QStringLiteral("a")).repeated(100);
    QTest::newRow("divided") << QString(QStringLiteral("folder/")).repeated(20) + QStringLiteral("a.txt");
    QTest::newRow("101 bytes, no folder") << QString(QStringLiteral("b")).repeated(101);
    QTest::newRow("3000 bytes") << QString(QStringLiteral("folder/")).repeated(428) + QStringLiteral("a.txt");
    QTest::newRow("many letters") << QString(QStringLiteral("größe/")).repeated(30) + QStringLiteral("女孩.txt");
}

void TestTar::filesComeBack() {
    QFETCH(QString, name);
    Folder folder;
    const std::vector<std::pair<std::string, std::string>> files = {
        {name.toStdString(), "hello"}, {"empty", ""}, {"block", std::string(512, 'x')}, {"more", std::string(513, 'y')}};
    const Listing listing = listOf(folder.put("a.tar", writtenTar(files)));
    RB_OK(listing.status);
    QCOMPARE(listing.files, files);
}

void TestTar::systemsTarReadsThem() {
    Folder folder;
    const std::string longName = std::string(150, 'c') + ".txt";
    folder.put(
        "a.tar",
        writtenTar({{"a/b.txt", "hello"}, {longName, "long"}, {std::string(90, 'd') + "/" + std::string(90, 'e'), "divided"}}));
    QProcess tar;
    tar.setWorkingDirectory(QString::fromStdString(folder.path().string()));
    tar.start(QStringLiteral("tar"), {QStringLiteral("xf"), QStringLiteral("a.tar")});
    if (!tar.waitForFinished()) QSKIP("The system has no tar.");
    QCOMPARE(tar.exitCode(), 0);
    QCOMPARE(folder.bytesOf("a/b.txt"), std::string("hello"));
    QCOMPARE(folder.bytesOf(longName), std::string("long"));
    QCOMPARE(folder.bytesOf(std::string(90, 'd') + "/" + std::string(90, 'e')), std::string("divided"));
}

void TestTar::systemsTarIsRead_data() {
    QTest::addColumn<QString>("format");
    for (const char* format : {"ustar", "gnu", "pax", "v7"}) QTest::newRow(format) << QString::fromUtf8(format);
}

void TestTar::systemsTarIsRead() {
    QFETCH(QString, format);
    Folder folder;
    const bool longNames = format == QStringLiteral("gnu") || format == QStringLiteral("pax");
    const std::string name = longNames ? std::string(200, 'n') + ".txt" : "short.txt";
    folder.put("in/" + name, "hello");
    QProcess tar;
    tar.setWorkingDirectory(QString::fromStdString(folder.path().string()));
    tar.start(QStringLiteral("tar"),
              {QStringLiteral("--format=") + format, QStringLiteral("-cf"), QStringLiteral("a.tar"), QStringLiteral("in")});
    if (!tar.waitForFinished()) QSKIP("The system has no tar.");
    const Listing listing = listOf(folder.path() / "a.tar");
    RB_OK(listing.status);
    QCOMPARE(listing.files, (std::vector<std::pair<std::string, std::string>>{{"in/" + name, "hello"}}));
}

void TestTar::headersOfTheFixtureAreTheSame() {
    const auto file = dataFile("webdataset/regions-000000.tar");
    std::ifstream in(file, std::ios::binary);
    std::string header(kTarBlock, '\0');
    in.read(header.data(), kTarBlock);
    QCOMPARE(blockOf("data/street_0042.jpg", 7741, '0'), header);
}

void TestTar::numbersInBase256AreRead() {
    std::string header = blockOf("a.txt", 5, '0');
    header.replace(124, 12, std::string("\x80\0\0\0\0\0\0\0\0\0\0\x05", 12));
    Folder folder;
    const Listing listing = listOf(folder.put("a.tar", withChecksum(header) + padded("hello") + kEnd));
    RB_OK(listing.status);
    QCOMPARE(listing.files.at(0).second, std::string("hello"));
}

void TestTar::foldersAndLinksArePassedOver() {
    Folder folder;
    const std::string tar = blockOf("folder/", 0, '5') + blockOf("link", 0, '2') + blockOf("pax_global_header", 20, 'g') +
                            padded("20 comment=whatever\n") + blockOf("a.txt", 5, '0') + padded("hello") + kEnd;
    const Listing listing = listOf(folder.put("a.tar", tar));
    RB_OK(listing.status);
    QCOMPARE(listing.files, (std::vector<std::pair<std::string, std::string>>{{"a.txt", "hello"}}));
}

void TestTar::damagedArchivesAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const std::string& bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    row("empty", "");
    row("text", std::string(2000, 'x'));
    row("no end", blockOf("a.txt", 5, '0') + padded("hello"));
    row("more bytes than there are", blockOf("a.txt", 1'000'000, '0') + padded("hello") + kEnd);
    row("8 GB", blockOf("a.txt", 077777777777, '0') + padded("hello") + kEnd);
    std::string header = blockOf("a.txt", 5, '0');
    header.replace(124, 12, std::string(12, '\xFF'));
    row("negative size", withChecksum(header) + padded("hello") + kEnd);
    header.replace(124, 12, "0000000000x");
    row("size in letters", withChecksum(header) + padded("hello") + kEnd);
    header = blockOf("a.txt", 5, '0');
    header[0] = 'b';
    row("wrong checksum", header + padded("hello") + kEnd);
    row("leaves the folder", blockOf("../a.txt", 5, '0') + padded("hello") + kEnd);
    row("absolute", blockOf("/a.txt", 5, '0') + padded("hello") + kEnd);
    row("pax leaves the folder",
        blockOf("p", 19, 'x') + padded("19 path=../../a.txt") + blockOf("a.txt", 5, '0') + padded("hello") + kEnd);
    row("pax with a long entry",
        blockOf("p", 14, 'x') + padded("99 path=a.txt\n") + blockOf("a.txt", 5, '0') + padded("hello") + kEnd);
    row("pax with a short entry",
        blockOf("p", 14, 'x') + padded("2 path=a.txt\n\n") + blockOf("a.txt", 5, '0') + padded("hello") + kEnd);
    row("pax with a huge size",
        blockOf("p", 23, 'x') + padded("23 size=99999999999999\n") + blockOf("a.txt", 5, '0') + padded("hello") + kEnd);
    row("pax of 2 MB", blockOf("p", 2 << 20, 'x') + std::string(2 << 20, ' ') + kEnd);
    row("sparse", blockOf("a.txt", 5, 'S') + padded("hello") + kEnd);
}

void TestTar::damagedArchivesAreRefused() {
    QFETCH(QByteArray, bytes);
    Folder folder;
    const auto file = folder.put("a.tar", bytes.toStdString());
    RB_REFUSED(listOf(file).status, file.string());
}

void TestTar::everyCutIsRefused() {
    Folder folder;
    const std::string whole = writtenTar({{"a.txt", "hello"}, {"b.txt", std::string(700, 'x')}});
    for (std::size_t size = 0; size < whole.size() - 2 * kTarBlock; size += 100)
        RB_REFUSED(listOf(folder.put("a.tar", whole.substr(0, size))).status, "byte");
}

void TestTar::contentBeyondTheLimitIsRefused() {
    Folder folder;
    RB_REFUSED(listOf(folder.put("a.tar", writtenTar({{"a.txt", std::string((1 << 20) + 1, 'x')}}))).status, "a.txt");
}

QTEST_GUILESS_MAIN(TestTar)
#include "test_tar.moc"
