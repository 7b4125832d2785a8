#include "core/base/durable_file.h"
#include "core/clouds/cloud_reader.h"
#include "core/synthetic/data_set.h"
#include "core/synthetic/furniture.h"
#include "glyph_sets.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstring>

using namespace rb;
using namespace rb::synthetic;
using rb::synthetic::testing::fewGlyphs;
namespace fs = std::filesystem;

namespace {

fs::path pathOf(const QTemporaryDir& folder) {
    return folder.path().toStdString();
}

DataSetOptions optionsFor(DataKind kind, const fs::path& folder) {
    DataSetOptions options;
    options.kind = kind;
    options.count = 20;
    options.seed = 3;
    options.folder = folder;
    options.recipe = rb::synthetic::testing::recipe();
    options.picture.names = 8;
    return options;
}

QByteArray contentOf(const fs::path& path) {
    const Result<std::string> bytes = readFile(path, 100'000'000);
    return bytes.ok() ? QByteArray::fromStdString(*bytes) : QByteArray("cannot be read");
}

QJsonArray listOf(const fs::path& path) {
    return QJsonDocument::fromJson(contentOf(path)).array();
}

/// Every file below a folder, hidden ones too, by its path from there.
QMap<QString, QByteArray> filesOf(const fs::path& folder) {
    QMap<QString, QByteArray> files;
    const QDir root(QString::fromStdString(folder.string()));
    QDirIterator entries(root.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        files.insert(root.relativeFilePath(path), contentOf(path.toStdString()));
    }
    return files;
}

template <typename T>
std::vector<T> valuesOf(const QByteArray& npy, const char* type, const char* shape) {
    const qsizetype start = npy.indexOf('\n') + 1;
    const bool right = start % 64 == 0 && npy.left(start).contains(type) && npy.left(start).contains(shape);
    std::vector<T> values(right ? static_cast<std::size_t>(npy.size() - start) / sizeof(T) : 0);
    std::memcpy(values.data(), npy.constData() + start, values.size() * sizeof(T));
    return values;
}

} // namespace

class DataSetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesReadBack();
    void objectsReadBack();
    void roomsReadBack();
    void sameSeedSameBytes_data();
    void sameSeedSameBytes();
    void splitsAreByIndexWhateverTheCount();
    void aFolderThatIsNotEmptyIsRefused();
    void badOptionsAreRefused();
    void stoppingLeavesNoList();
    void kindsHaveNames();
};

void DataSetTest::picturesReadBack() {
    const Result<GlyphSet> glyphs = GlyphSet::load(rb::synthetic::testing::recipe(), {.names = 8});
    RB_NEED_GLYPHS(glyphs);
    const QTemporaryDir folder;
    const DataSetOptions options = optionsFor(DataKind::Pictures, pathOf(folder));
    const Status written = writeDataSet(options);
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
    const fs::path val = pathOf(folder) / "val";
    const QJsonArray regions = listOf(val / "regions.json"), names = listOf(val / "names.json"),
                     captions = listOf(val / "captions.json");
    QCOMPARE(captions.size(), 2);
    QCOMPARE(regions.size(), names.size());
    qsizetype at = 0;
    for (const std::uint64_t index : {8u, 18u}) {
        const PictureScene scene = makePicture(*glyphs, options.picture, 3, index);
        const QString image = QStringLiteral("images/%1.jpg").arg(index, 6, 10, QLatin1Char('0'));
        const Result<media::Image> read = media::readImage(val / image.toStdString());
        QVERIFY(read.ok());
        QCOMPARE(read->width, scene.image.width);
        QCOMPARE(captions[index / 10][QStringLiteral("image")].toString(), image);
        for (const PictureObject& object : scene.objects) {
            const QJsonObject region = regions[at].toObject();
            QCOMPARE(region[QStringLiteral("image")].toString(), image);
            QCOMPARE(region[QStringLiteral("image_id")].toString(), image.mid(7, 6));
            QCOMPARE(region[QStringLiteral("bbox")].toArray(),
                     (QJsonArray{object.box.x, object.box.y, object.box.width, object.box.height}));
            QVERIFY(region[QStringLiteral("caption")].toString().contains(names[at].toString()));
            QCOMPARE(names[at++].toString().toStdString(), object.name);
        }
    }
    QCOMPARE(at, regions.size());
}

void DataSetTest::objectsReadBack() {
    const QTemporaryDir folder;
    QVERIFY(writeDataSet(optionsFor(DataKind::Objects, pathOf(folder))).ok());
    const fs::path train = pathOf(folder) / "train";
    const QList<QByteArray> lines = contentOf(train / "captions.csv").trimmed().split('\n');
    const QJsonArray names = listOf(train / "names.json");
    QCOMPARE(lines.size(), 16);
    QCOMPARE(names.size(), 16);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const std::string uid = lines[i].split(',').first().toStdString();
        QVERIFY(lines[i].endsWith(names[i].toString().toUtf8()));
        const Result<geometry::PointCloud> cloud = clouds::readCloudForModel(train / uid / (uid + "_8192.npz"));
        QVERIFY2(cloud.ok(), cloud.ok() ? "" : cloud.error().message.c_str());
        QCOMPARE(cloud->size(), std::size_t{8192});
        if (i == 8) QVERIFY(cloud->positions == makeObject({.points = 8192}, 3, 10).cloud.positions);
    }
}

void DataSetTest::roomsReadBack() {
    const QTemporaryDir folder;
    QVERIFY(writeDataSet(optionsFor(DataKind::Rooms, pathOf(folder))).ok());
    const fs::path test = pathOf(folder) / "test";
    const RoomScene room = makeRoom({}, 3, 9);
    const Result<geometry::PointCloud> cloud = clouds::readCloudForModel(test / "scene000009_00_aligned_vert.npy");
    QVERIFY(cloud.ok());
    QVERIFY(cloud->positions == room.cloud.positions);
    QVERIFY(cloud->colors == room.cloud.colors);
    const auto boxes = valuesOf<double>(contentOf(test / "scene000009_00_aligned_bbox.npy"), "<f8", ", 8)");
    QCOMPARE(boxes.size(), 8 * room.objects.size());
    QVERIFY(valuesOf<std::uint32_t>(contentOf(test / "scene000009_00_ins_label.npy"), "<u4", "(2048,)") ==
            room.instances);
    QVERIFY(valuesOf<std::uint32_t>(contentOf(test / "scene000009_00_sem_label.npy"), "<u4", "(2048,)") ==
            room.semantics);
    const QJsonArray entries = listOf(test / "scanrefer.json");
    for (std::size_t i = 0; i < room.objects.size(); ++i) {
        const QJsonObject entry = entries[static_cast<qsizetype>(i)].toObject();
        QCOMPARE(entry[QStringLiteral("scene_id")].toString(), QStringLiteral("scene000009_00"));
        QCOMPARE(entry[QStringLiteral("object_id")].toString(), QString::number(boxes[8 * i + 7]));
        QCOMPARE(entry[QStringLiteral("object_name")].toString().toStdString(), room.objects[i].name);
        QCOMPARE(entry[QStringLiteral("description")].toString().toStdString(), room.objects[i].caption);
        QCOMPARE(entry[QStringLiteral("token")].toArray().size(),
                 entry[QStringLiteral("description")].toString().split(QLatin1Char(' ')).size());
        for (std::size_t axis = 0; axis < 3; ++axis) {
            QCOMPARE(boxes[8 * i + axis], room.objects[i].box.center[axis]);
            QCOMPARE(boxes[8 * i + 3 + axis], room.objects[i].box.size[axis]);
        }
    }
}

void DataSetTest::sameSeedSameBytes_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("pictures") << static_cast<int>(DataKind::Pictures);
    QTest::newRow("objects") << static_cast<int>(DataKind::Objects);
    QTest::newRow("rooms") << static_cast<int>(DataKind::Rooms);
}

void DataSetTest::sameSeedSameBytes() {
    QFETCH(int, kind);
    if (static_cast<DataKind>(kind) == DataKind::Pictures) RB_NEED_GLYPHS(fewGlyphs());
    const QTemporaryDir first, second, other;
    DataSetOptions options = optionsFor(static_cast<DataKind>(kind), pathOf(first));
    options.count = 10;
    QVERIFY(writeDataSet(options).ok());
    options.folder = pathOf(second);
    QVERIFY(writeDataSet(options).ok());
    options.folder = pathOf(other), options.seed = 4;
    QVERIFY(writeDataSet(options).ok());
    const auto files = filesOf(pathOf(first)), otherFiles = filesOf(pathOf(other));
    QVERIFY(files.size() >= 10);
    QVERIFY(filesOf(pathOf(second)) == files);
    for (auto file = files.begin(); file != files.end(); ++file)
        if (!file.key().endsWith(QLatin1String(".json")))
            QVERIFY(otherFiles.value(file.key()) != file.value());
}

void DataSetTest::splitsAreByIndexWhateverTheCount() {
    const QTemporaryDir few, more;
    DataSetOptions options = optionsFor(DataKind::Rooms, pathOf(few));
    options.count = 10;
    QVERIFY(writeDataSet(options).ok());
    options.folder = pathOf(more), options.count = 20;
    QVERIFY(writeDataSet(options).ok());
    const auto files = filesOf(pathOf(few)), all = filesOf(pathOf(more));
    for (auto file = files.begin(); file != files.end(); ++file)
        if (file.key().endsWith(QLatin1String(".npy"))) QCOMPARE(all.value(file.key()), file.value());
    QVERIFY(all.contains(QStringLiteral("train/scene000017_00_ins_label.npy")));
    QVERIFY(all.contains(QStringLiteral("val/scene000018_00_ins_label.npy")));
    QVERIFY(all.contains(QStringLiteral("test/scene000019_00_ins_label.npy")));
}

void DataSetTest::aFolderThatIsNotEmptyIsRefused() {
    const QTemporaryDir folder;
    QVERIFY(replaceFile(pathOf(folder) / "notes.txt", "mine").ok());
    const Status status = writeDataSet(optionsFor(DataKind::Objects, pathOf(folder)));
    QVERIFY(!status.ok());
    QVERIFY(status.error().message.find("is not empty") != std::string::npos);
    QVERIFY(!writeDataSet(optionsFor(DataKind::Objects, pathOf(folder) / "notes.txt")).ok());
    QCOMPARE(filesOf(pathOf(folder)).size(), 1);
    QCOMPARE(contentOf(pathOf(folder) / "notes.txt"), QByteArray("mine"));
}

void DataSetTest::badOptionsAreRefused() {
    const QTemporaryDir folder;
    const auto refused = [&](const std::function<void(DataSetOptions&)>& change) {
        DataSetOptions options = optionsFor(DataKind::Pictures, pathOf(folder));
        change(options);
        const Status status = writeDataSet(options);
        return !status.ok() && status.error().code == ErrorCode::InvalidArgument;
    };
    QVERIFY(refused([](DataSetOptions& options) { options.count = 9; }));
    QVERIFY(refused([](DataSetOptions& options) { options.folder.clear(); }));
    QVERIFY(refused([](DataSetOptions& options) { options.picture.scale = 0; }));
    QVERIFY(refused([](DataSetOptions& options) { options.picture.minObjects = 6; }));
    QVERIFY(refused([](DataSetOptions& options) { options.picture.maxSize = 1.5; }));
    QVERIFY(filesOf(pathOf(folder)).isEmpty());
}

void DataSetTest::stoppingLeavesNoList() {
    const QTemporaryDir folder;
    std::uint64_t last = 0;
    const Status status = writeDataSet(optionsFor(DataKind::Objects, pathOf(folder)),
                                       [&](std::uint64_t done, std::uint64_t total) {
                                           last = done;
                                           return total == 20 && done < 17; // all of train, and one of val
                                       });
    QVERIFY(!status.ok());
    QVERIFY(status.error().code == ErrorCode::Cancelled);
    QCOMPARE(last, std::uint64_t{17});
    const auto files = filesOf(pathOf(folder));
    QVERIFY(files.contains(QStringLiteral("train/captions.csv")));
    QVERIFY(!files.contains(QStringLiteral("val/captions.csv")));
    for (const QString& file : files.keys())
        QVERIFY2(!file.contains(QLatin1String(".partial")), qPrintable(file));
}

void DataSetTest::kindsHaveNames() {
    QVERIFY(*dataKindNamed("pictures") == DataKind::Pictures);
    QVERIFY(*dataKindNamed("objects") == DataKind::Objects);
    QVERIFY(*dataKindNamed("rooms") == DataKind::Rooms);
    QVERIFY(!dataKindNamed("videos").ok());
}

QTEST_MAIN(DataSetTest)
#include "test_data_set.moc"
