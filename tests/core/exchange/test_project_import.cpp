#include "core/exchange/format_table.h"
#include "core/exchange/project_export.h"
#include "core/exchange/project_import.h"
#include "core/exchange/relink.h"
#include "tests/core/formats/golden_records.h"
#include "tests/core/project/sample_records.h"

#include <QDir>
#include <QTemporaryDir>

using namespace rb;
using namespace rb::exchange;
using project::Project;
using project::test::mustOpen;

static QString goldenFile(const char* name) { return QStringLiteral(RB_TEST_DATA "/formats/") + QLatin1String(name); }
static std::filesystem::path native(const QString& path) { return path.toStdString(); }

/// Files of tests/data/formats through a whole project.
class ProjectImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFormatBringsTheGoldenRegions_data();
    void everyFormatBringsTheGoldenRegions();
    void anImportIsOneEditThatCanBeUndone();
    void importingTwiceDoublesNothing();
    void ourOwnFormLosesNothing();
    void whatAnExportSaysIsKeptComesBack_data();
    void whatAnExportSaysIsKeptComesBack();
    void missingPicturesArePlaceholdersAndFoundAgain();
    void aBrokenFileLeavesTheProjectAsItWas();
    void stoppingLeavesTheProjectAsItWas();
    void foldersThatAreNotEmptyAreNotWrittenInto();

private:
    ImportOptions options() const {
        ImportOptions options;
        options.reading.media = native(goldenFile("images"));
        return options;
    }
    Result<ImportCounts> import(Project& project, const char* file, const char* media = "images") {
        const auto chosen = formatOf(native(goldenFile(file)));
        if (!chosen.ok()) return chosen.error();
        ImportOptions there;
        there.reading.media = native(goldenFile(media));
        return importInto(project, **chosen, native(goldenFile(file)), there);
    }
    std::unique_ptr<Project> fresh(const char* name) { return mustOpen(Project::create(m_folder->filePath(QLatin1String(name)))); }
    static QByteArray plain(const Project& project);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void ProjectImportTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = fresh("a.rbproject");
}

/// Pictures, shapes, labels and captions, without ids and times.
QByteArray ProjectImportTest::plain(const Project& project) {
    QByteArrayList lines;
    for (const project::Media& media : project.allMedia()) {
        const QByteArray name = QFileInfo(media.path).fileName().toUtf8() + ' ' + QByteArray::number(media.width) + ' ' + media.split.toUtf8();
        for (const project::Region& region : project.regionsOf(media.id)) {
            const geometry::Box2 box = region.box();
            QByteArray line = name + ' ' + QByteArray::number(box.x, 'f', 2) + ' ' + QByteArray::number(box.width, 'f', 2) + ' ' + region.label.toUtf8();
            for (const project::Caption& caption : project.captionsOf(media.id))
                if (caption.region == region.id) line += '|' + caption.text.toUtf8() + QByteArray::number(int(caption.state)) + QByteArray::number(int(caption.source));
            lines << line;
        }
        for (const project::Caption& caption : project.captionsOf(media.id))
            if (!caption.region) lines << name + '|' + caption.text.toUtf8();
    }
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

void ProjectImportTest::everyFormatBringsTheGoldenRegions_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<double>("tolerance");
    QTest::addColumn<bool>("captions");
    QTest::addColumn<QByteArray>("media");
    QTest::newRow("jsonl") << QByteArray("extra/jsonl/regions.jsonl") << 1e-9 << true << QByteArray("images");
    QTest::newRow("COCO") << QByteArray("coco/instances.json") << 1e-9 << true << QByteArray("images");
    QTest::newRow("RefCOCO") << QByteArray("refcoco/refs(unc).p") << 1e-9 << true << QByteArray("images");
    QTest::newRow("RegionBLIP") << QByteArray("regionblip/regions.json") << 1e-9 << true << QByteArray("images");
    QTest::newRow("labelme") << QByteArray("labelme") << 1e-9 << true << QByteArray("images");
    QTest::newRow("CVAT") << QByteArray("cvat/annotations.xml") << 1e-9 << true << QByteArray("images");
    QTest::newRow("Pascal VOC") << QByteArray("voc/Annotations") << 1.01 << false << QByteArray("images");
    QTest::newRow("YOLO") << QByteArray("yolo/data.yaml") << 1e-3 << false << QByteArray("images");
    QTest::newRow("LLaVA") << QByteArray("llava/llava.json") << 0.2 << true << QByteArray("");
    QTest::newRow("ShareGPT") << QByteArray("sharegpt/sharegpt.jsonl") << 0.2 << true << QByteArray("");
    QTest::newRow("WebDataset") << QByteArray("webdataset/regions-000000.tar") << 1e-9 << true << QByteArray("images");
    QTest::newRow("CSV") << QByteArray("csv/regions.csv") << 1e-9 << true << QByteArray("images");
}

void ProjectImportTest::everyFormatBringsTheGoldenRegions() {
    QFETCH(const QByteArray, file);
    QFETCH(const double, tolerance);
    QFETCH(const bool, captions);
    QFETCH(const QByteArray, media);
    const auto done = import(*m_project, file.constData(), media.constData());
    QVERIFY2(done.ok(), done.ok() ? "" : done.error().message.c_str());
    const auto golden = formats::test::goldenRegions();
    QCOMPARE(done->pictures, 3);
    QCOMPARE(done->regions, int(golden.size()));
    QCOMPARE(done->missing, 0);
    for (const auto& expected : golden) {
        bool found = false;
        for (const project::Media& picture : m_project->allMedia()) {
            if (!picture.path.endsWith(QString::fromStdString(expected.image))) continue;
            const auto all = m_project->captionsOf(picture.id);
            for (const project::Region& region : m_project->regionsOf(picture.id)) {
                const geometry::Box2 box = region.box();
                const std::array<double, 4> corners{box.x, box.y, box.x + box.width, box.y + box.height};
                const bool worded = !captions || std::any_of(all.begin(), all.end(), [&](const project::Caption& caption) {
                    return caption.region == region.id && caption.text.toStdString() == expected.captions.front() && caption.state == project::CaptionState::Accepted;
                });
                found = found || (worded && formats::test::distance(corners, expected.corners) <= tolerance);
            }
        }
        QVERIFY2(found, expected.id.c_str());
    }
}

void ProjectImportTest::anImportIsOneEditThatCanBeUndone() {
    QVERIFY(import(*m_project, "coco/instances.json").ok());
    QCOMPARE(m_project->undoName(), QStringLiteral("Import instances.json"));
    QVERIFY(m_project->undo().ok());
    QCOMPARE(m_project->counts().media, 0);
    QVERIFY(m_project->redo().ok());
    QCOMPARE(m_project->counts().regions, 7);
}

void ProjectImportTest::importingTwiceDoublesNothing() {
    QVERIFY(import(*m_project, "coco/instances.json").ok());
    const QByteArray once = plain(*m_project);
    const auto again = import(*m_project, "coco/instances.json");
    QVERIFY(again.ok());
    QCOMPARE(again->known, 7);
    QCOMPARE(again->regions + again->captions + again->pictures, 0);
    QCOMPARE(plain(*m_project), once);
}

void ProjectImportTest::ourOwnFormLosesNothing() {
    QVERIFY(import(*m_project, "coco/instances.json").ok());
    QVERIFY(m_project->edit(QStringLiteral("More"), [&](project::Edit& edit) {
        const project::Id media = m_project->allMedia().front().id;
        project::Region region;
        region.media = media;
        region.shape = geometry::rotatedBox({10, 20, 30, 40}, 25);
        region.score = 0.5;
        region.locked = true;
        project::Caption caption = project::test::words(media, edit.insert(region), QStringLiteral("two\nlines, \"quoted\" 🦁"), project::CaptionState::Rejected);
        caption.source = project::CaptionSource::Model;
        caption.model = QStringLiteral("mini");
        caption.tokenScores = {-0.5F, -0.25F};
        edit.insert(caption);
    }).ok());
    ExportOptions all;
    all.captions = CaptionChoice::All;
    const formats::Format& jsonl = **formatNamed("jsonl");
    const auto preview = previewExport(*m_project, jsonl, all);
    QVERIFY(preview.ok());
    for (const auto& line : preview->lines)
        if (line.what != "picture folders") QVERIFY2(line.changed + line.dropped == 0, line.what.c_str());
    const QString path = m_folder->filePath(QStringLiteral("all.jsonl"));
    QVERIFY(exportProject(*m_project, jsonl, path, all).ok());
    const auto second = fresh("b.rbproject");
    const auto back = importInto(*second, jsonl, native(path), options());
    QVERIFY2(back.ok(), back.ok() ? "" : back.error().message.c_str());
    QCOMPARE(plain(*second), plain(*m_project));
    const auto regionsOf = [](const Project& project) {
        std::vector<project::Region> regions;
        for (const project::Media& media : project.allMedia())
            for (const project::Region& region : project.regionsOf(media.id)) regions.push_back(region);
        return regions;
    };
    const auto ours = regionsOf(*m_project), theirs = regionsOf(*second);
    for (std::size_t i = 0; i < ours.size(); ++i) {
        QVERIFY(theirs[i].shape == ours[i].shape && theirs[i].score == ours[i].score && theirs[i].locked == ours[i].locked);
        QCOMPARE(theirs[i].extra, ours[i].extra);
    }
}

void ProjectImportTest::whatAnExportSaysIsKeptComesBack_data() {
    QTest::addColumn<QByteArray>("format");
    for (const formats::Format* format : allFormats())
        if (format->read && format->write && QByteArray(format->name) != "kohya") QTest::newRow(format->name) << QByteArray(format->name);
}

void ProjectImportTest::whatAnExportSaysIsKeptComesBack() {
    QFETCH(const QByteArray, format);
    QVERIFY(import(*m_project, "coco/instances.json").ok());
    const formats::Format& chosen = **formatNamed(format.toStdString());
    const bool folder = chosen.output == formats::Format::Output::Folder;
    const QString path = m_folder->filePath(QStringLiteral("out") + (folder ? QString() : QString::fromLatin1(chosen.suffix)));
    formats::WriteOptions writing;
    writing.copyPictures = true;
    const auto written = exportProject(*m_project, chosen, path, {}, writing);
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
    QVERIFY(!written->files.empty());
    const auto recognised = formatOf(folder ? native(path) : written->files.front());
    QVERIFY2(recognised.ok(), recognised.ok() ? "" : recognised.error().message.c_str());
    QCOMPARE(QByteArray((*recognised)->name), format);
    const auto second = fresh("b.rbproject");
    ImportOptions reading = options();
    if (format == "yolo") reading.reading.media.clear();
    const auto back = importInto(*second, chosen, folder ? native(path) : written->files.front(), reading);
    QVERIFY2(back.ok(), back.ok() ? "" : back.error().message.c_str());
    int regions = 0, captions = 0, labels = 0;
    for (const auto& line : written->losses.lines) {
        if (line.what == "regions") regions = line.kept + line.changed;
        if (line.what == "captions") captions = line.kept;
        if (line.what == "labels") labels = line.kept;
    }
    QCOMPARE(int(second->counts().regions), regions);
    int found = 0, labelled = 0;
    for (const project::Media& media : second->allMedia()) {
        for (const project::Caption& caption : second->captionsOf(media.id)) found += caption.region ? 1 : 0;
        for (const project::Region& region : second->regionsOf(media.id)) labelled += region.label.isEmpty() ? 0 : 1;
    }
    QCOMPARE(found, captions);
    QCOMPARE(labelled, labels);
}

void ProjectImportTest::missingPicturesArePlaceholdersAndFoundAgain() {
    ImportOptions elsewhere;
    elsewhere.reading.media = native(m_folder->path() + QStringLiteral("/nowhere"));
    const auto done = importInto(*m_project, **formatNamed("coco"), native(goldenFile("coco/instances.json")), elsewhere);
    QVERIFY(done.ok());
    QCOMPARE(done->missing, 3);
    QCOMPARE(m_project->counts().regions, 7);
    QCOMPARE(m_project->allMedia().front().width > 0, true); // the file's own sizes

    const auto there = fresh("there.rbproject");
    QVERIFY(import(*there, "coco/instances.json").ok());
    QCOMPARE(*hashMedia(*there, 100), 0);
    const QString moved = m_folder->filePath(QStringLiteral("moved/deep"));
    QVERIFY(QDir().mkpath(moved));
    QVERIFY(there->edit(QStringLiteral("Lose"), [&](project::Edit& edit) {
        for (project::Media media : there->allMedia()) {
            const QString renamed = moved + QStringLiteral("/renamed %1.jpg").arg(media.id);
            if (!QFile::copy(there->filePath(media), renamed)) edit.fail({ErrorCode::Internal, "copy"});
            media.root = QStringLiteral("/gone");
            edit.update(media);
        }
    }).ok());
    const auto found = findMedia(there->database(), there->folder(), m_folder->path());
    QVERIFY(found.ok());
    QCOMPARE(found->files.size(), 3);
    QVERIFY(relinkMedia(*there, *found).ok());
    for (const project::Media& media : there->allMedia()) QVERIFY(QFile::exists(there->filePath(media)));
    QVERIFY(changedMedia(*there).isEmpty());
}

void ProjectImportTest::aBrokenFileLeavesTheProjectAsItWas() {
    const QString path = m_folder->filePath(QStringLiteral("broken.jsonl"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 12'000; ++i) file.write("{\"image\": \"street_0042.jpg\", \"width\": 320, \"height\": 240, \"box_xyxy\": [1, 2, 30, " + QByteArray::number(40 + i % 100) + "], \"captions\": [\"a dog\"]}\n");
    file.write("{\"image\": \"street_0042.jpg\", \"box_xyxy\": \"none\"}\n");
    file.close();
    const auto refused = importInto(*m_project, **formatNamed("jsonl"), native(path), options());
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.find("12001") != std::string::npos, refused.error().message.c_str());
    QCOMPARE(m_project->counts().media, 0);
    QVERIFY(!m_project->canUndo());
}

void ProjectImportTest::stoppingLeavesTheProjectAsItWas() {
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = importInto(*m_project, **formatNamed("coco"), native(goldenFile("coco/instances.json")), options(), {}, stop.get_token());
    QVERIFY(!stopped.ok() && stopped.error().code == ErrorCode::Cancelled);
    QCOMPARE(m_project->counts().media, 0);
}

void ProjectImportTest::foldersThatAreNotEmptyAreNotWrittenInto() {
    QVERIFY(import(*m_project, "coco/instances.json").ok());
    const auto refused = exportProject(*m_project, **formatNamed("yolo"), m_folder->path(), {});
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.find("is not empty") != std::string::npos);
    QVERIFY(!exportProject(*m_project, **formatNamed("jsonl"), m_project->path(), {}).ok());
}

QTEST_GUILESS_MAIN(ProjectImportTest)
#include "test_project_import.moc"
