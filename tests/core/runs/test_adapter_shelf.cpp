#include "core/runs/adapter_shelf.h"
#include "tests/core/runs/run_fixture.h"

#include <QTest>

#include <memory>

using namespace rb;
using namespace rb::runs;
using namespace rb::test;

class TestAdapterShelf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void adaptersOfRunsAndImportedOnesAreShown();
    void fileOfAnotherModelIsRefused();
    void exportedFileIsTheSame();
    void nameAndTickSurviveARestart();
    void twoThatChangeTheSamePartDoNotGoTogether();
    void deletedOneIsSwitchedOffAndComesBack();

private:
    QString at(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AdapterShelf> m_shelf;
};

static const QString kOfRun = QStringLiteral("run-1/adapter.safetensors");

void TestAdapterShelf::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    writeAdapter(at("runs/run-1/adapter.safetensors"), "a.lora_A", "base-1");
    append(at("runs/run-2/log.jsonl"), "\n"); // has none yet
    m_shelf = std::make_unique<AdapterShelf>(at("runs"));
}

void TestAdapterShelf::adaptersOfRunsAndImportedOnesAreShown() {
    writeAdapter(at("birds.safetensors"), "b.lora_A", "base-1");
    const auto imported = m_shelf->import(at("birds.safetensors"), QStringLiteral("base-1")), again = m_shelf->import(at("birds.safetensors"), QStringLiteral("base-1"));
    QVERIFY(imported.ok() && again.ok());
    QCOMPARE(imported->id, QStringLiteral("adapters/birds.safetensors"));
    QCOMPARE(again->id, QStringLiteral("adapters/birds-2.safetensors"));
    QCOMPARE(m_shelf->adapters().size(), std::size_t{3});
    const auto ofRun = m_shelf->adapter(kOfRun);
    QVERIFY(ofRun);
    QCOMPARE(ofRun->run, QStringLiteral("run-1"));
    QCOMPARE(ofRun->base, QStringLiteral("base-1"));
    QCOMPARE(ofRun->baseName, QStringLiteral("mini"));
    QCOMPARE(ofRun->card[QStringLiteral("rank")], QStringLiteral("16"));
    QCOMPARE(ofRun->metrics[QStringLiteral("cider")], 2.5);
    QVERIFY(ofRun->bytes > 0);
}

void TestAdapterShelf::fileOfAnotherModelIsRefused() {
    writeAdapter(at("birds.safetensors"), "b.lora_A", "base-2");
    QVERIFY(!m_shelf->import(at("birds.safetensors"), QStringLiteral("base-1")).ok());
    append(at("text.safetensors"), "no adapter at all");
    QVERIFY(!m_shelf->import(at("text.safetensors"), QStringLiteral("base-1")).ok());
    QCOMPARE(m_shelf->adapters().size(), std::size_t{1});
}

void TestAdapterShelf::exportedFileIsTheSame() {
    QVERIFY(m_shelf->exportTo(kOfRun, at("out.safetensors")).ok());
    QVERIFY(m_shelf->exportTo(kOfRun, at("out.safetensors")).ok()); // replaces it
    QFile first(at("runs/run-1/adapter.safetensors")), second(at("out.safetensors"));
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
    QCOMPARE(second.readAll(), first.readAll());
    QVERIFY(!m_shelf->exportTo(QStringLiteral("nothing"), at("out.safetensors")).ok());
}

void TestAdapterShelf::nameAndTickSurviveARestart() {
    QVERIFY(m_shelf->rename(kOfRun, QStringLiteral("catalogue")).ok());
    QVERIFY(m_shelf->activate({kOfRun}).ok());
    const AdapterShelf next(at("runs"));
    QCOMPARE(next.active(), QStringList{kOfRun});
    QCOMPARE(next.adapter(kOfRun)->name, QStringLiteral("catalogue"));
    QVERIFY(next.adapter(kOfRun)->active);
}

void TestAdapterShelf::twoThatChangeTheSamePartDoNotGoTogether() {
    writeAdapter(at("runs/adapters/same.safetensors"), "a.lora_A", "base-1");
    writeAdapter(at("runs/adapters/other.safetensors"), "b.lora_A", "base-1");
    const QString same = QStringLiteral("adapters/same.safetensors"), other = QStringLiteral("adapters/other.safetensors");
    QVERIFY(m_shelf->activate({kOfRun, other}).ok());
    QVERIFY(!m_shelf->activate({kOfRun, same}).ok());
    QCOMPARE(m_shelf->active(), QStringList({kOfRun, other}));
}

void TestAdapterShelf::deletedOneIsSwitchedOffAndComesBack() {
    QVERIFY(m_shelf->activate({kOfRun}).ok());
    QVERIFY(m_shelf->remove(kOfRun).ok());
    QVERIFY(m_shelf->adapters().empty());
    QVERIFY(m_shelf->active().isEmpty());
    QVERIFY(m_shelf->restore(kOfRun).ok());
    QCOMPARE(m_shelf->adapters().size(), std::size_t{1});
    QVERIFY(m_shelf->activate({kOfRun}).ok());
}

QTEST_GUILESS_MAIN(TestAdapterShelf)
#include "test_adapter_shelf.moc"
