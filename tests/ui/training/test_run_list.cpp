#include "tests/ui/training/training_fixture.h"
#include "ui/training/adapter_list.h"
#include "ui/training/adapter_model.h"
#include "ui/training/run_list.h"
#include "ui/training/run_model.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace rb;
using namespace rb::ui;
using ui::test::TrainingFixture;

class TestRunList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsTellStateStepsAndScores();
    void renamedRunKeepsItsName();
    void deletedRunComesBackByUndo();
    void buttonsSuitTheRun();
    void tickSwitchesAnAdapterOn();
    void conflictingAdapterTakesTheOthersPlace();
    void adapterIsExportedAndDeletedWithUndo();
    void olderDraftsAreSearchedFor();
};

static const char kFinished[] = "{\"event\":\"end\",\"stopped\":false}\n";

static QPushButton* button(const QWidget& in, const char* text) {
    for (auto* one : in.findChildren<QPushButton*>())
        if (one->text() == QString::fromUtf8(text)) return one;
    qFatal("There is no button %s", text);
}

void TestRunList::runsTellStateStepsAndScores() {
    TrainingFixture f;
    RunModel model(*f.history);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    f.pastRun(QStringLiteral("first"), 40, 2.6, kFinished);
    const QString second = f.pastRun(QStringLiteral("second"), 60, 3.1, "");
    Q_EMIT f.history->changed();
    QCOMPARE(model.rowCount(), 2);
    const int row = model.rowOf(second);
    QCOMPARE(model.index(row, RunModel::Name).data().toString(), QStringLiteral("second"));
    QCOMPARE(model.index(row, RunModel::State).data().toString(), QStringLiteral("Broken off"));
    QCOMPARE(model.index(row, RunModel::Steps).data().toString(), QStringLiteral("60 of 60"));
    QCOMPARE(model.index(row, RunModel::Cider).data().toString(), QStringLiteral("2.10 → 3.10"));
    QCOMPARE(model.index(row, RunModel::Data).data().toString(), QStringLiteral("54, 6 held out"));
    QVERIFY(model.index(row, RunModel::Name).data(Qt::ToolTipRole).toString().contains(QStringLiteral("rank 16")));
}

void TestRunList::renamedRunKeepsItsName() {
    TrainingFixture f;
    const QString id = f.pastRun(QStringLiteral("first"), 20, 2.6, kFinished);
    RunModel model(*f.history);
    QVERIFY(model.setData(model.index(0, RunModel::Name), QStringLiteral("birds")));
    QVERIFY(!model.setData(model.index(0, RunModel::Name), QStringLiteral("  ")));
    QCOMPARE(f.history->run(id)->name, QStringLiteral("birds"));
    QCOMPARE(model.index(0, RunModel::Name).data().toString(), QStringLiteral("birds"));
}

void TestRunList::deletedRunComesBackByUndo() {
    TrainingFixture f;
    const QString id = f.pastRun(QStringLiteral("first"), 20, 2.6, kFinished);
    RunList list(*f.history);
    list.show();
    list.choose(id);
    button(list, "Delete")->click();
    QCOMPARE(list.model()->rowCount(), 0);
    QVERIFY(button(list, "Undo")->isVisible());
    button(list, "Undo")->click();
    QCOMPARE(list.model()->rowCount(), 1);
    QVERIFY(!button(list, "Undo")->isVisible());
    QCOMPARE(list.model()->run(0).summary.step, 20);
}

void TestRunList::buttonsSuitTheRun() {
    TrainingFixture f;
    const QString finished = f.pastRun(QStringLiteral("finished"), 20, 2.6, kFinished), broken = f.pastRun(QStringLiteral("broken"), 20, 2.6, "");
    const QString waits = f.history->create(QStringLiteral("waits"), {}, rb::test::someItems(2))->id;
    RunList list(*f.history);
    QVERIFY(!button(list, "Delete")->isEnabled());
    list.choose(finished);
    QVERIFY(!button(list, "Go on")->isEnabled() && button(list, "Same settings again")->isEnabled());
    list.choose(broken);
    QVERIFY(button(list, "Go on")->isEnabled() && !button(list, "Take out of the queue")->isEnabled());
    list.choose(waits);
    QVERIFY(button(list, "Take out of the queue")->isEnabled());
    button(list, "Take out of the queue")->click();
    QVERIFY(!f.history->run(waits)->queued);
    QVERIFY(!button(list, "Take out of the queue")->isEnabled());
    QSignalSpy resumed(&list, &RunList::resumeRequested);
    list.choose(broken);
    button(list, "Go on")->click();
    QCOMPARE(resumed.at(0).at(0).toString(), broken);
}

void TestRunList::tickSwitchesAnAdapterOn() {
    TrainingFixture f;
    rb::test::writeAdapter(f.at("runs/run-1/adapter.safetensors"), "a.lora_A", "base-1");
    AdapterModel model(*f.shelf);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex name = model.index(0, AdapterModel::Name);
    QCOMPARE(name.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(model.setData(name, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(f.shelf->active(), QStringList{QStringLiteral("run-1/adapter.safetensors")});
    QCOMPARE(name.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(model.index(0, AdapterModel::Preset).data().toString(), QStringLiteral("lora, rank 16"));
    QCOMPARE(model.index(0, AdapterModel::Cider).data().toString(), QStringLiteral("2.50"));
    QVERIFY(name.data(Qt::ToolTipRole).toString().contains(QStringLiteral("base: base-1")));
    QVERIFY(model.setData(name, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(f.shelf->active().isEmpty());
}

void TestRunList::conflictingAdapterTakesTheOthersPlace() {
    TrainingFixture f;
    const char* tensors[] = {"a.lora_A", "a.lora_A", "b.lora_A"};
    for (int i = 0; i < 3; ++i) rb::test::writeAdapter(f.at("runs/adapters/%1.safetensors").arg(i), tensors[i], "base-1");
    AdapterModel model(*f.shelf);
    const auto tick = [&](const QString& id) {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.adapter(row).id == id) return model.setData(model.index(row, AdapterModel::Name), Qt::Checked, Qt::CheckStateRole);
        return false;
    };
    const auto id = [](int number) { return QStringLiteral("adapters/%1.safetensors").arg(number); };
    QVERIFY(tick(id(0)) && tick(id(2)));
    QCOMPARE(f.shelf->active(), QStringList({id(2), id(0)}));
    QVERIFY(tick(id(1)));
    QCOMPARE(f.shelf->active(), QStringList({id(1), id(2)}));
}

void TestRunList::adapterIsExportedAndDeletedWithUndo() {
    TrainingFixture f;
    rb::test::writeAdapter(f.at("runs/run-1/adapter.safetensors"), "a.lora_A", "base-1");
    QVERIFY(f.shelf->activate({QStringLiteral("run-1/adapter.safetensors")}).ok());
    AdapterList list(*f.shelf, f.dialogs);
    list.show();
    auto* view = list.findChild<QTreeView*>();
    view->setCurrentIndex(list.model()->index(0, 0));
    f.dialogs.newFile = f.at("out.safetensors");
    button(list, "Export…")->click();
    QVERIFY(QFile::exists(f.at("out.safetensors")));
    button(list, "Delete")->click();
    QCOMPARE(list.model()->rowCount(), 0);
    button(list, "Undo")->click();
    QCOMPARE(list.model()->rowCount(), 1);
    QVERIFY(list.model()->adapter(0).active); // as it was
}

void TestRunList::olderDraftsAreSearchedFor() {
    TrainingFixture f;
    rb::test::writeAdapter(f.at("runs/adapters/birds.safetensors"), "a.lora_A", "base-1");
    AdapterList list(*f.shelf, f.dialogs);
    QSignalSpy asked(&list, &AdapterList::queryRequested);
    QVERIFY(!button(list, "Find older drafts")->isEnabled());
    QVERIFY(f.shelf->activate({QStringLiteral("adapters/birds.safetensors")}).ok());
    button(list, "Find older drafts")->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("state:draft source:model -adapter:birds"));
}

QTEST_MAIN(TestRunList)
#include "test_run_list.moc"
