#include "core/checkpoint/checkpoint.h"
#include "tests/core/checkpoint/test_files.h"
#include "tests/core/checkpoint/torch_zip.h"

#include <QTemporaryDir>

using namespace rb::checkpoint;
using namespace rb::checkpoint::testing;

class ShardIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shardsMakeOneCheckpoint_data();
    void shardsMakeOneCheckpoint();
    void torchShardsMakeOneCheckpoint();
    void torchFileInFolderOpens();
    void indexIsRefused_data();
    void indexIsRefused();
};

void ShardIndexTest::shardsMakeOneCheckpoint_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("shards");
    for (const auto& [name, shards] :
         {std::pair("blip2-opt", 7), std::pair("blip2-t5", 8), std::pair("hf5-opt", 7),
          std::pair("hf5-opt-bf16", 2), std::pair("hf5-t5", 8), std::pair("hf5-t5-bf16", 3)})
        QTest::newRow(name) << dataPath("hf_blip2/") + QString::fromUtf8(name) << shards;
}

void ShardIndexTest::shardsMakeOneCheckpoint() {
    QFETCH(const QString, folder);
    QFETCH(const int, shards);
    const auto opened = Checkpoint::open(fsPath(folder));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    QCOMPARE(static_cast<int>(opened->files().size()), shards);
    QVERIFY(opened->find("query_tokens"));
    for (const auto& [name, info] : opened->tensors()) {
        const auto shard = Checkpoint::open(opened->files()[info.file]);
        QVERIFY(shard.ok());
        const TensorInfo* alone = shard->find(name);
        QVERIFY2(alone, name.c_str());
        QVERIFY2(bytesOf(*shard, *alone) == bytesOf(*opened, info), name.c_str());
    }
}

void ShardIndexTest::torchShardsMakeOneCheckpoint() {
    const QTemporaryDir folder;
    for (const char* name : {"a", "b"})
        QVERIFY(writeContent(
            folder.filePath(QString::fromUtf8(name) + QStringLiteral(".bin")),
            torchZip(pickle(dictionary({text(name), tensor(storage("FloatStorage", "0", 1), 0, {1}, {1})})),
                     {QByteArray(4, *name)})));
    QVERIFY(writeContent(folder.filePath(QStringLiteral("pytorch_model.bin.index.json")),
                         R"({"weight_map": {"a": "a.bin", "b": "b.bin"}})"));
    const auto opened = Checkpoint::open(fsPath(folder.path()));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    QCOMPARE(bytesOf(*opened, *opened->find("a")), QByteArray("aaaa"));
    QCOMPARE(bytesOf(*opened, *opened->find("b")), QByteArray("bbbb"));
}

void ShardIndexTest::torchFileInFolderOpens() {
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(dataPath("hostile/valid/tied.pth"),
                        folder.filePath(QStringLiteral("pytorch_model.bin"))));
    const auto opened = Checkpoint::open(fsPath(folder.path()));
    QVERIFY(opened.ok());
    QCOMPARE(opened->tensors().size(), std::size_t{3});
}

void ShardIndexTest::indexIsRefused_data() {
    QTest::addColumn<QByteArray>("index");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& index, const char* reason) {
        QTest::newRow(name) << index << QString::fromUtf8(reason);
    };
    row("leaves the folder", R"({"weight_map":{"a":"../a.safetensors"}})", "plain file name");
    row("sub-folder", R"({"weight_map":{"a":"x/a.safetensors"}})", "plain file name");
    row("parent", R"({"weight_map":{"a":".."}})", "plain file name");
    row("empty file name", R"({"weight_map":{"a":""}})", "plain file name");
    row("zero byte", R"({"weight_map":{"a":"a.safetensors\u0000"}})", "plain file name");
    row("missing shard", R"({"weight_map":{"a":"b.safetensors"}})", "b.safetensors could not be read");
    row("shard lacks tensor", R"({"weight_map":{"a":"a.safetensors","b":"a.safetensors"}})",
        "does not hold it");
    row("shard holds more", R"({"weight_map":{"a":"two.safetensors"}})", "does not place in it");
    row("tensor in both shards", R"({"weight_map":{"a":"a.safetensors","b":"two.safetensors"}})",
        "does not place in it");
    row("tensor twice", R"({"weight_map":{"a":"a.safetensors","a":"a.safetensors"}})", "twice");
    row("map twice", R"({"weight_map":{"a":"a.safetensors"},"weight_map":{}})", "twice");
    row("no map", R"({"metadata":{"weight_map":{"a":"a.safetensors"}}})", "no weight_map");
    row("empty map", R"({"weight_map":{}})", "no tensor");
    row("map is a list", R"({"weight_map":["a"]})", "not an object");
    row("map is text", R"({"weight_map":"a"})", "not an object");
    row("shard is a number", R"({"weight_map":{"a":1}})", "not given as text");
    row("not an object", R"([1])", "not a JSON object");
    row("deep", R"({"metadata":)" + QByteArray(100'000, '[') + "1" + QByteArray(100'000, ']') + "}",
        "nested too deeply");
    row("cut short", R"({"weight_map":{"a":)", "not valid JSON");
}

void ShardIndexTest::indexIsRefused() {
    QFETCH(const QByteArray, index);
    QFETCH(const QString, reason);
    const QTemporaryDir folder;
    const QByteArray one = R"("dtype":"U8","shape":[1],"data_offsets":)";
    QVERIFY(writeContent(folder.filePath(QStringLiteral("a.safetensors")),
                         safetensors("{\"a\":{" + one + "[0,1]}}", "x")));
    QVERIFY(writeContent(folder.filePath(QStringLiteral("two.safetensors")),
                         safetensors("{\"a\":{" + one + "[0,1]},\"b\":{" + one + "[1,2]}}", "xy")));
    QVERIFY(writeContent(folder.filePath(QStringLiteral("model.safetensors.index.json")), index));
    const auto opened = Checkpoint::open(fsPath(folder.path()));
    QVERIFY(!opened.ok());
    const QString message = QString::fromStdString(opened.error().message);
    QVERIFY2(message.contains(folder.path()) && message.contains(reason), qPrintable(message));
}

QTEST_GUILESS_MAIN(ShardIndexTest)
#include "test_shard_index.moc"
