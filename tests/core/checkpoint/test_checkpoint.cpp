#include "core/checkpoint/checkpoint.h"
#include "tests/core/checkpoint/test_files.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <thread>

using namespace rb::checkpoint;
using namespace rb::checkpoint::testing;

/// Files as others wrote them, read to the last bit.
class CheckpointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void validFileEqualsExpectation_data();
    void validFileEqualsExpectation();
    void goldenFileOpensWhole_data();
    void goldenFileOpensWhole();
    void shippedWeightsEqualSafetensors_data();
    void shippedWeightsEqualSafetensors();
    void pointBertNamesAreDotted();
    void blip2EntriesAreListed();
    void readingFailsAfterFileShrank();
    void alteredInfoIsRefused();
    void oneCheckpointServesThreads();
    void missingPathIsNotFound();
    void folderWithoutWeightsIsNotFound();
    void singleFileGoesBeforeIndex();
};

namespace {

const char* shortName(const QString& torchName) {
    static const std::map<QString, const char*> names = {
        {QStringLiteral("float32"), "F32"},   {QStringLiteral("float16"), "F16"},
        {QStringLiteral("bfloat16"), "BF16"}, {QStringLiteral("float64"), "F64"},
        {QStringLiteral("int64"), "I64"},     {QStringLiteral("uint8"), "U8"},
        {QStringLiteral("bool"), "BOOL"}};
    const auto found = names.find(torchName);
    return found == names.end() ? "?" : found->second;
}

QByteArray sliceOf(const Checkpoint& checkpoint, const std::string& name) {
    const TensorInfo* info = checkpoint.find(name);
    return info ? bytesOf(checkpoint, *info) : QByteArray();
}

} // namespace

void CheckpointTest::validFileEqualsExpectation_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("expected");
    const QJsonObject files = QJsonDocument::fromJson(contentOf(dataPath("hostile/valid/expected.json")))
                                  .object()[u"files"]
                                  .toObject();
    for (const QString& name : files.keys()) {
        const QString kind = files[name][u"kind"].toString();
        if (kind == u"safetensors" || kind == u"pth")
            QTest::newRow(qPrintable(name)) << dataPath("hostile/valid/") + name << files[name].toObject();
    }
}

void CheckpointTest::validFileEqualsExpectation() {
    QFETCH(const QString, path);
    QFETCH(const QJsonObject, expected);
    const auto opened = Checkpoint::open(fsPath(path));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    const QJsonObject tensors = expected[u"tensors"].toObject();
    QCOMPARE(opened->tensors().size(), static_cast<std::size_t>(tensors.size()));
    for (const QString& name : tensors.keys()) {
        const TensorInfo* info = opened->find(name.toStdString());
        QVERIFY2(info, qPrintable(name));
        QCOMPARE(std::string(toString(info->dtype)),
                 std::string(shortName(tensors[name][u"dtype"].toString())));
        QJsonArray shape;
        for (const std::int64_t size : info->shape)
            shape.append(static_cast<qint64>(size));
        QCOMPARE(shape, tensors[name][u"shape"].toArray());
        const QByteArray bytes =
            QByteArray::fromHex(tensors[name][u"little_endian_hex"].toString().toLatin1());
        QCOMPARE(info->byteCount(), static_cast<std::uint64_t>(bytes.size()));
        QCOMPARE(bytesOf(*opened, *info), bytes);
    }
    for (const QJsonValue& group : expected[u"shared_storage"].toArray())
        for (const QJsonValue& name : group.toArray()) {
            const TensorInfo* first = opened->find(group.toArray().first().toString().toStdString());
            const TensorInfo* other = opened->find(name.toString().toStdString());
            QVERIFY(first && other);
            QCOMPARE(other->storage, first->storage);
            QCOMPARE(other->file, first->file);
        }
}

void CheckpointTest::goldenFileOpensWhole_data() {
    QTest::addColumn<QString>("path");
    for (const char* folder : {"regionblip", "hf_blip2"}) {
        QDirIterator files(dataPath(folder),
                           {QStringLiteral("*.safetensors"), QStringLiteral("*.pth"), QStringLiteral("*.pt"),
                            QStringLiteral("*.index.json")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(path.mid(QStringLiteral(RB_TEST_DATA).size() + 1))) << path;
        }
    }
}

void CheckpointTest::goldenFileOpensWhole() {
    QFETCH(const QString, path);
    const auto opened = Checkpoint::open(fsPath(path));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    QVERIFY(!opened->tensors().empty());
    for (const auto& [name, info] : opened->tensors()) {
        QCOMPARE(name, info.name);
        QVERIFY(info.file < opened->files().size());
        QByteArray bytes(static_cast<qsizetype>(info.byteCount()), '\0');
        const rb::Status read = opened->read(info, bytes.data());
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
    }
}

void CheckpointTest::shippedWeightsEqualSafetensors_data() {
    QTest::addColumn<QString>("model");
    QTest::newRow("opt") << dataPath("regionblip/tiny-opt/");
    QTest::newRow("t5") << dataPath("regionblip/tiny-t5/");
}

void CheckpointTest::shippedWeightsEqualSafetensors() {
    QFETCH(const QString, model);
    const auto shipped = Checkpoint::open(fsPath(model + QStringLiteral("upstream/regionblip.pth")));
    const auto whole = Checkpoint::open(fsPath(model + QStringLiteral("model.safetensors")));
    QVERIFY(shipped.ok() && whole.ok());
    int compared = 0;
    for (const auto& [name, info] : shipped->tensors()) {
        const std::string bare = name.substr(name.starts_with("model.") ? 6 : 0);
        const TensorInfo* twin = whole->find(bare);
        if (!twin) continue;
        QCOMPARE(info.shape, twin->shape);
        QVERIFY2(bytesOf(*shipped, info) == bytesOf(*whole, *twin), name.c_str());
        ++compared;
    }
    QVERIFY2(compared > 250, qPrintable(QString::number(compared)));
}

void CheckpointTest::pointBertNamesAreDotted() {
    const auto opened = Checkpoint::open(fsPath(dataPath("regionblip/tiny-opt/upstream/point_bert.pt")));
    QVERIFY(opened.ok());
    for (const auto& [name, info] : opened->tensors()) {
        QVERIFY2(name.find('.') != std::string::npos, name.c_str());
        QVERIFY2(std::find(opened->topLevelEntries().begin(), opened->topLevelEntries().end(),
                           name.substr(0, name.find('.'))) != opened->topLevelEntries().end(),
                 name.c_str());
    }
}

void CheckpointTest::blip2EntriesAreListed() {
    const auto opened = Checkpoint::open(fsPath(dataPath("regionblip/tiny-opt/upstream/blip2.pth")));
    QVERIFY(opened.ok());
    QCOMPARE(opened->topLevelEntries(), std::vector<std::string>{"model"});
    QVERIFY(opened->find("model.query_tokens"));
    QVERIFY(opened->find("model.visual_encoder.cls_token"));
}

void CheckpointTest::readingFailsAfterFileShrank() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("views.pth"));
    QVERIFY(QFile::copy(dataPath("hostile/valid/views.pth"), path));
    const auto opened = Checkpoint::open(fsPath(path));
    QVERIFY(opened.ok());
    QVERIFY(QFile::resize(path, 20));
    for (const auto& [name, info] : opened->tensors()) {
        QByteArray bytes(static_cast<qsizetype>(info.byteCount()), '\0');
        const rb::Status read = opened->read(info, bytes.data());
        QVERIFY(!read.ok());
        QVERIFY(isOneSentenceNaming(read.error().message, QStringLiteral("views.pth")));
    }
}

void CheckpointTest::alteredInfoIsRefused() {
    const auto opened = Checkpoint::open(fsPath(dataPath("hostile/valid/views.pth")));
    QVERIFY(opened.ok());
    QByteArray bytes(4096, '\0');
    TensorInfo info = *opened->find("column");
    info.strides = {1'000'000};
    QVERIFY(!opened->read(info, bytes.data()).ok());
    info = *opened->find("column");
    info.file = 1;
    QVERIFY(!opened->read(info, bytes.data()).ok());
    info = *opened->find("column");
    info.strides.clear();
    info.shape = {-1};
    QVERIFY(!opened->read(info, bytes.data()).ok());
}

void CheckpointTest::oneCheckpointServesThreads() {
    const auto opened = Checkpoint::open(fsPath(dataPath("hostile/valid/views.pth")));
    QVERIFY(opened.ok());
    const QByteArray expected = sliceOf(*opened, "transposed");
    std::array<bool, 4> same{};
    std::vector<std::thread> threads;
    for (bool& result : same)
        threads.emplace_back([&] {
            result = true;
            for (int i = 0; i < 500; ++i)
                result = result && sliceOf(*opened, "transposed") == expected;
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(same, (std::array<bool, 4>{true, true, true, true}));
}

void CheckpointTest::missingPathIsNotFound() {
    const auto opened = Checkpoint::open("/nowhere/model.safetensors");
    QVERIFY(!opened.ok());
    QVERIFY(opened.error().code == rb::ErrorCode::FileNotFound);
}

void CheckpointTest::folderWithoutWeightsIsNotFound() {
    const QTemporaryDir folder;
    const auto opened = Checkpoint::open(fsPath(folder.path()));
    QVERIFY(!opened.ok());
    QVERIFY(opened.error().code == rb::ErrorCode::FileNotFound);
}

void CheckpointTest::singleFileGoesBeforeIndex() {
    const QTemporaryDir folder;
    QVERIFY(writeContent(folder.filePath(QStringLiteral("model.safetensors")), safetensors("{}")));
    QVERIFY(writeContent(folder.filePath(QStringLiteral("model.safetensors.index.json")), "not read"));
    QVERIFY(Checkpoint::open(fsPath(folder.path())).ok());
}

QTEST_GUILESS_MAIN(CheckpointTest)
#include "test_checkpoint.moc"
