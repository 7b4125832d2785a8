#include "core/checkpoint/safetensors_writer.h"
#include "tests/core/checkpoint/hostile_folder.h"
#include "tests/core/checkpoint/peak_memory.h"
#include "tests/core/checkpoint/test_files.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace rb::checkpoint;
using namespace rb::checkpoint::testing;

/// Every hostile file of the public set is refused, cheaply, and nothing in it runs.
class HostileCheckpointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fileIsRefused_data();
    void fileIsRefused();
    void indexIsRefusedOverGoodFolder_data();
    void indexIsRefusedOverGoodFolder();
    void goodFolderOpens();

private:
    void addRows(const QStringList& kinds);
    void makeGoodFolder(const QString& folder);
    std::unique_ptr<HostileFolder> m_folder;
};

void HostileCheckpointsTest::init() { m_folder = std::make_unique<HostileFolder>(); }

void HostileCheckpointsTest::cleanup() {
    QVERIFY(!m_folder->dir().exists(QStringLiteral("regionblip_pwned")));
    m_folder.reset();
}

void HostileCheckpointsTest::addRows(const QStringList& kinds) {
    QTest::addColumn<QString>("path");
    const QJsonArray cases = QJsonDocument::fromJson(contentOf(dataPath("hostile/index.json"))).array();
    for (const QJsonValue& value : cases) {
        const QString file = value[u"file"].toString();
        if (kinds.contains(value[u"kind"].toString()))
            QTest::newRow(qPrintable(file)) << dataPath("hostile/") + file;
    }
}

void HostileCheckpointsTest::fileIsRefused_data() {
    addRows({QStringLiteral("safetensors"), QStringLiteral("pth"), QStringLiteral("shard_index")});
}

void HostileCheckpointsTest::fileIsRefused() {
    QFETCH(const QString, path);
    QVERIFY(QFileInfo::exists(path));
    const PeakMemory memory;
    const auto opened = Checkpoint::open(fsPath(path));
    QVERIFY(!opened.ok());
    QVERIFY2(memory.grownKiB() >= 0 && memory.grownKiB() < PeakMemory::kLimitKiB,
             qPrintable(QString::number(memory.grownKiB())));
    QVERIFY2(isOneSentenceNaming(opened.error().message, QFileInfo(path).fileName()),
             opened.error().message.c_str());
    QVERIFY(m_folder->dir().isEmpty());
}

void HostileCheckpointsTest::makeGoodFolder(const QString& folder) {
    const auto bytes = []() -> rb::Result<std::string> { return std::string(8, '\1'); };
    QVERIFY(writeSafetensors(fsPath(folder + QStringLiteral("/good.safetensors")),
                             {{"temp", DType::F32, {2}, bytes}}, {})
                .ok());
    QVERIFY(writeContent(folder + QStringLiteral("/model.safetensors.index.json"),
                         R"({"metadata": {}, "weight_map": {"temp": "good.safetensors"}})"));
}

void HostileCheckpointsTest::indexIsRefusedOverGoodFolder_data() {
    addRows({QStringLiteral("shard_index")});
}

void HostileCheckpointsTest::indexIsRefusedOverGoodFolder() {
    QFETCH(const QString, path);
    const QTemporaryDir folder;
    makeGoodFolder(folder.path());
    const QDir hostile(path);
    for (const QString& name : hostile.entryList(QDir::Files)) {
        QFile::remove(folder.filePath(name));
        QVERIFY(QFile::copy(hostile.filePath(name), folder.filePath(name)));
    }
    const auto opened = Checkpoint::open(fsPath(folder.path()));
    QVERIFY(!opened.ok());
    QVERIFY2(isOneSentenceNaming(opened.error().message, QFileInfo(folder.path()).fileName()),
             opened.error().message.c_str());
}

void HostileCheckpointsTest::goodFolderOpens() {
    const QTemporaryDir folder;
    makeGoodFolder(folder.path());
    const auto opened = Checkpoint::open(fsPath(folder.path()));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    QCOMPARE(opened->tensors().size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(HostileCheckpointsTest)
#include "test_hostile_checkpoints.moc"
