#include "core/checkpoint/checkpoint.h"
#include "tests/core/checkpoint/peak_memory.h"
#include "tests/core/checkpoint/test_files.h"
#include "tests/core/checkpoint/torch_zip.h"

#include <QTemporaryDir>

#include <random>

using namespace rb::checkpoint;
using namespace rb::checkpoint::testing;

/// Damage at random is refused or read, but never crashes and never fills the memory.
class MutatedCheckpointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void truncationIsRefused_data();
    void truncationIsRefused();
    void flippedBytesAreSurvived_data();
    void flippedBytesAreSurvived();
    void flippedPickleIsSurvived();

private:
    /// Opens `bytes` and reads every tensor; whether it opened.
    bool survive(const QByteArray& bytes) const;
    QTemporaryDir m_folder;
};

namespace {

void addSmallFiles() {
    QTest::addColumn<QByteArray>("bytes");
    for (const char* name : {"zero_size.safetensors", "views.pth"})
        QTest::newRow(name) << contentOf(dataPath("hostile/valid/") + QString::fromUtf8(name));
}

QByteArray withFlips(QByteArray bytes, std::mt19937& random) {
    const auto flips = 1 + random() % 4;
    for (unsigned i = 0; i < flips; ++i) {
        const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
        bytes[at] = static_cast<char>(random() & 0xFFU);
    }
    return bytes;
}

} // namespace

bool MutatedCheckpointsTest::survive(const QByteArray& bytes) const {
    const QString path = m_folder.filePath(QStringLiteral("mutated"));
    if (!writeContent(path, bytes)) qFatal("The temporary folder cannot be written.");
    const auto opened = Checkpoint::open(fsPath(path));
    if (!opened.ok()) {
        if (!isOneSentenceNaming(opened.error().message, QStringLiteral("mutated")))
            QTest::qFail(opened.error().message.c_str(), __FILE__, __LINE__);
        return false;
    }
    for (const auto& [name, info] : opened->tensors()) {
        if (info.byteCount() > static_cast<std::uint64_t>(bytes.size()))
            QTest::qFail("a tensor is larger than its file", __FILE__, __LINE__);
        bytesOf(*opened, info);
    }
    return true;
}

void MutatedCheckpointsTest::truncationIsRefused_data() {
    addSmallFiles();
}

void MutatedCheckpointsTest::truncationIsRefused() {
    QFETCH(const QByteArray, bytes);
    QVERIFY(survive(bytes));
    const PeakMemory memory;
    for (qsizetype length = 0; length < std::min<qsizetype>(bytes.size(), 600); ++length)
        QVERIFY2(!survive(bytes.left(length)), qPrintable(QString::number(length)));
    QVERIFY(memory.grownKiB() < PeakMemory::kLimitKiB);
}

void MutatedCheckpointsTest::flippedBytesAreSurvived_data() {
    addSmallFiles();
}

void MutatedCheckpointsTest::flippedBytesAreSurvived() {
    QFETCH(const QByteArray, bytes);
    std::mt19937 random(20240501);
    const PeakMemory memory;
    for (int i = 0; i < 2'000; ++i)
        survive(withFlips(bytes, random));
    QVERIFY2(memory.grownKiB() < PeakMemory::kLimitKiB, qPrintable(QString::number(memory.grownKiB())));
}

void MutatedCheckpointsTest::flippedPickleIsSurvived() {
    // With a checksum that fits, so that the damage reaches the unpickler.
    const QByteArray view = tensor(storage("FloatStorage", "0", 12), 0, {4, 3}, {1, 4});
    const QByteArray pickled =
        pickle(dictionary({text("model"), dictionary({text("w"), view}), text("epoch"), integer(3)}));
    const QByteArray data(48, '\1');
    QVERIFY(survive(torchZip(pickled, {data})));
    std::mt19937 random(7);
    const PeakMemory memory;
    int opened = 0;
    for (int i = 0; i < 2'000; ++i)
        opened += survive(torchZip(withFlips(pickled, random), {data}));
    QVERIFY(opened > 0); // some only change a name
    QVERIFY2(memory.grownKiB() < PeakMemory::kLimitKiB, qPrintable(QString::number(memory.grownKiB())));
}

QTEST_GUILESS_MAIN(MutatedCheckpointsTest)
#include "test_mutated_checkpoints.moc"
