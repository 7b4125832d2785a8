#include "core/checkpoint/safetensors_writer.h"
#include "tests/core/checkpoint/test_files.h"

#include <QDir>
#include <QTemporaryDir>

using namespace rb::checkpoint;
using namespace rb::checkpoint::testing;

class SafetensorsWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rewrittenGoldenFileIsIdentical_data();
    void rewrittenGoldenFileIsIdentical();
    void wideTypesComeFirst();
    void dataIsAligned();
    void wrongByteCountLeavesOldFile();
    void failingSourceLeavesOldFile();
    void unusableTensorIsRefused_data();
    void unusableTensorIsRefused();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("out.safetensors")); }
    QTemporaryDir m_folder;
};

namespace {

std::function<rb::Result<std::string>()> zeros(std::size_t count) {
    return [count]() -> rb::Result<std::string> { return std::string(count, '\0'); };
}

} // namespace

void SafetensorsWriterTest::rewrittenGoldenFileIsIdentical_data() {
    QTest::addColumn<QString>("golden");
    // Written by the reference implementation.
    QTest::newRow("bf16") << dataPath("hf_blip2/blip2-opt-bf16/model.safetensors");
    QTest::newRow("f32") << dataPath("hf_blip2/blip2-t5/model-00001-of-00008.safetensors");
    QTest::newRow("mixed types") << dataPath("regionblip/tiny-opt/activations.safetensors");
    QTest::newRow("model") << dataPath("regionblip/tiny-opt/model.safetensors");
}

void SafetensorsWriterTest::rewrittenGoldenFileIsIdentical() {
    QFETCH(const QString, golden);
    const auto opened = Checkpoint::open(fsPath(golden));
    QVERIFY(opened.ok());
    std::vector<TensorToWrite> tensors;
    for (const auto& [name, info] : opened->tensors())
        tensors.push_back({name, info.dtype, info.shape, [&opened, &info]() -> rb::Result<std::string> {
                               return bytesOf(*opened, info).toStdString();
                           }});
    const rb::Status written = writeSafetensors(fsPath(path()), tensors, opened->metadata());
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
    QVERIFY(contentOf(path()) == contentOf(golden));
}

void SafetensorsWriterTest::wideTypesComeFirst() {
    QVERIFY(writeSafetensors(fsPath(path()),
                             {{"a", DType::U8, {3}, zeros(3)},
                              {"z", DType::I64, {1}, zeros(8)},
                              {"c", DType::F32, {1}, zeros(4)},
                              {"b", DType::F32, {2}, zeros(8)},
                              {"m", DType::BF16, {1}, zeros(2)}},
                             {})
                .ok());
    const auto opened = Checkpoint::open(fsPath(path()));
    QVERIFY(opened.ok());
    std::vector<std::pair<std::uint64_t, std::string>> order;
    for (const auto& [name, info] : opened->tensors())
        order.emplace_back(info.offset, name);
    std::sort(order.begin(), order.end());
    std::string names;
    for (const auto& [offset, name] : order)
        names += name;
    QCOMPARE(names, std::string("zbcma"));
}

void SafetensorsWriterTest::dataIsAligned() {
    for (const std::string name : {"a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg"}) {
        QVERIFY(
            writeSafetensors(fsPath(path()), {{name, DType::F64, {1}, zeros(8)}}, {{"format", "pt"}}).ok());
        const auto opened = Checkpoint::open(fsPath(path()));
        QVERIFY(opened.ok());
        QCOMPARE(opened->find(name)->offset % 8, std::uint64_t{0});
        QCOMPARE(opened->metadata().at("format"), std::string("pt"));
    }
}

void SafetensorsWriterTest::wrongByteCountLeavesOldFile() {
    QVERIFY(writeContent(path(), "old"));
    const rb::Status written = writeSafetensors(fsPath(path()), {{"a", DType::F32, {2}, zeros(7)}}, {});
    QVERIFY(!written.ok());
    QVERIFY(isOneSentenceNaming(written.error().message, QStringLiteral("out.safetensors")));
    QCOMPARE(contentOf(path()), QByteArray("old"));
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void SafetensorsWriterTest::failingSourceLeavesOldFile() {
    QVERIFY(writeContent(path(), "old"));
    const rb::Error reason{rb::ErrorCode::Cancelled, "Stopped by the user."};
    const rb::Status written = writeSafetensors(
        fsPath(path()), {{"a", DType::F32, {2}, [&]() -> rb::Result<std::string> { return reason; }}}, {});
    QVERIFY(!written.ok());
    QVERIFY(written.error().code == rb::ErrorCode::Cancelled);
    QCOMPARE(contentOf(path()), QByteArray("old"));
}

void SafetensorsWriterTest::unusableTensorIsRefused_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<qint64>("size");
    QTest::newRow("empty name") << QByteArray() << qint64{1};
    QTest::newRow("reserved name") << QByteArray("__metadata__") << qint64{1};
    QTest::newRow("name not UTF-8") << QByteArray("\xFF") << qint64{1};
    QTest::newRow("negative size") << QByteArray("a") << qint64{-1};
    QTest::newRow("size overflows") << QByteArray("a") << (qint64{1} << 62);
    QTest::newRow("name twice") << QByteArray("other") << qint64{1};
}

void SafetensorsWriterTest::unusableTensorIsRefused() {
    QFETCH(const QByteArray, name);
    QFETCH(const qint64, size);
    const rb::Status written = writeSafetensors(
        fsPath(m_folder.filePath(QStringLiteral("none.safetensors"))),
        {{"other", DType::F32, {1}, zeros(4)}, {name.toStdString(), DType::F32, {size}, zeros(4)}}, {});
    QVERIFY(!written.ok());
    QVERIFY(written.error().code == rb::ErrorCode::InvalidArgument);
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("none.safetensors"))));
}

QTEST_GUILESS_MAIN(SafetensorsWriterTest)
#include "test_safetensors_writer.moc"
