#include "core/clouds/scene_files.h"
#include "tests/core/clouds/cloud_files.h"
#include "tests/core/golden.h"

#include <QDir>
#include <QFile>

#include <cmath>

using namespace rb::clouds;
using namespace rb::clouds::testing;

namespace {

void copyScene(const QTemporaryDir& folder, const char* scene) {
    for (const char* ending : {"_aligned_vert.npy", "_aligned_bbox.npy", "_ins_label.npy", "_sem_label.npy"}) {
        const QString name = QLatin1String(scene) + QLatin1String(ending);
        QFile::copy(dataPath("formats/scanrefer/") + name, folder.filePath(name));
    }
}

} // namespace

class SceneFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void objectsEqualExpected();
    void folderOfOneSceneIsThatScene();
    void folderOfSeveralScenesIsRefused();
    void folderOfItsOwnNameIsChosen();
    void labelsOfAnotherCountAreRefused();
    void boxThatIsNotFiniteIsRefused();
};

void SceneFilesTest::objectsEqualExpected() {
    const nlohmann::json expected = rb::testing::goldenJson("formats/expected_3d.json").at("scanrefer");
    int compared = 0;
    for (const nlohmann::json& entry : expected) {
        const QString scene = QString::fromStdString(entry.at("scene_id").get<std::string>());
        const auto objects = readSceneObjects(fsPath(dataPath("formats/scanrefer/") + scene + QStringLiteral("_aligned_vert.npy")));
        QVERIFY2(objects.ok(), objects.ok() ? "" : objects.error().message.c_str());
        const auto object = std::find_if(objects->begin(), objects->end(), [&](const SceneObject& o) { return o.id == entry.at("object_id").get<int>(); });
        QVERIFY(object != objects->end());
        for (std::size_t axis = 0; axis < 3; ++axis) {
            QVERIFY(std::fabs(object->box.center[axis] - entry.at("centre")[axis].get<double>()) < 1e-6);
            QVERIFY(std::fabs(object->box.size[axis] - entry.at("size")[axis].get<double>()) < 1e-6);
        }
        ++compared;
    }
    QVERIFY(compared > 0);
}

void SceneFilesTest::folderOfOneSceneIsThatScene() {
    const QTemporaryDir folder;
    copyScene(folder, "scene0011_01");
    const auto cloud = readCloud(fsPath(folder.path()));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QCOMPARE(cloud->size(), goldenRows("formats/scanrefer/scene0011_01_aligned_vert.npy").size());
    QCOMPARE(cloud->instances.size(), cloud->size());
    QCOMPARE(QString::fromStdString(cloud->format), QStringLiteral("ScanRefer scene"));
}

void SceneFilesTest::folderOfSeveralScenesIsRefused() {
    const auto both = readCloud(fsPath(dataPath("formats/scanrefer")));
    QVERIFY(!both.ok());
    QVERIFY2(isOneSentenceNaming(both.error().message, QStringLiteral("scanrefer")), both.error().message.c_str());
    QVERIFY(both.error().message.find("2 scenes") != std::string::npos);
    const QTemporaryDir empty;
    QVERIFY(!readCloud(fsPath(empty.path())).ok());
}

void SceneFilesTest::folderOfItsOwnNameIsChosen() {
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("scene0000_00")));
    for (const char* scene : {"scene0000_00", "scene0011_01"}) {
        const QString name = QLatin1String(scene) + QStringLiteral("_aligned_vert.npy");
        QVERIFY(QFile::copy(dataPath("formats/scanrefer/") + name, folder.filePath(QStringLiteral("scene0000_00/") + name)));
    }
    const auto cloud = readCloud(fsPath(folder.filePath(QStringLiteral("scene0000_00"))));
    QVERIFY2(cloud.ok(), textOf(cloud));
    QCOMPARE(cloud->size(), goldenRows("formats/scanrefer/scene0000_00_aligned_vert.npy").size());
    QVERIFY(cloud->instances.empty());
}

void SceneFilesTest::labelsOfAnotherCountAreRefused() {
    const QTemporaryDir folder;
    copyScene(folder, "scene0011_01");
    const QString labels = folder.filePath(QStringLiteral("scene0011_01_ins_label.npy"));
    QFile::remove(labels);
    QVERIFY(QFile::copy(dataPath("formats/scanrefer/scene0000_00_ins_label.npy"), labels));
    const auto cloud = readCloud(fsPath(folder.path()));
    QVERIFY(!cloud.ok());
    QVERIFY2(isOneSentenceNaming(cloud.error().message, QStringLiteral("scene0011_01_ins_label.npy")), cloud.error().message.c_str());
}

void SceneFilesTest::boxThatIsNotFiniteIsRefused() {
    const QTemporaryDir folder;
    QByteArray boxes = contentOf(dataPath("formats/scanrefer/scene0011_01_aligned_bbox.npy"));
    const bool doubles = boxes.contains("<f8");
    const QByteArray bad = doubles ? number<double>(NAN) : number<float>(NAN);
    boxes.replace(boxes.size() - bad.size(), bad.size(), bad);
    QVERIFY(writeContent(folder.filePath(QStringLiteral("a_aligned_bbox.npy")), boxes));
    const auto objects = readSceneObjects(fsPath(folder.filePath(QStringLiteral("a_aligned_vert.npy"))));
    QVERIFY(!objects.ok());
    QVERIFY2(isOneSentenceNaming(objects.error().message, QStringLiteral("a_aligned_bbox.npy")), objects.error().message.c_str());
}

QTEST_GUILESS_MAIN(SceneFilesTest)
#include "test_scene_files.moc"
