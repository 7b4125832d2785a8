#include "core/exchange/format_table.h"
#include "core/exchange/project_export.h"
#include "tests/core/exchange/came_back.h"
#include "tests/core/exchange/rich_project.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::exchange;
using namespace rb::exchange::test;
using formats::Format;
using project::Project;

/// The loss report tells the truth: what it calls kept comes back as it was, what it calls changed comes back
/// otherwise, and what it calls dropped does not come back.
class LossReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reportTellsWhatComesBack_data();
    void reportTellsWhatComesBack();
    void cropsComeBackAsPictures_data();
    void cropsComeBackAsPictures();
    void unknownSizesCanBeReadAgain();
    void filesHaveTheNamesThatTheUserChose_data();
    void filesHaveTheNamesThatTheUserChose();
    void unknownDialectsAreRefused();

private:
    void write(const Format& format, const QByteArray& dialect);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    Exported m_written;
    formats::test::Reading m_read;
};

static ExportOptions everything() {
    ExportOptions options;
    options.captions = CaptionChoice::All;
    return options;
}

static void eachDialect(const std::function<void(const Format&, const QByteArray& dialect)>& take) {
    for (const Format* format : allFormats()) {
        if (!format->read || !format->write) continue;
        if (format->dialects.empty()) take(*format, {});
        for (const char* dialect : format->dialects) take(*format, dialect);
    }
}

static Counts countsOf(const formats::LossReport& report) {
    Counts counts;
    for (const auto& line : report.lines)
        if (const Count count{line.kept, line.changed, line.dropped}; count != Count()) counts[line.what] = count;
    return counts;
}

static QByteArray text(const Counts& counts) {
    QByteArray lines;
    for (const auto& [what, count] : counts)
        lines += '\n' + QByteArray::fromStdString(what) + ": " + QByteArray::number(count.kept) + " kept, " + QByteArray::number(count.changed) +
                 " changed, " + QByteArray::number(count.dropped) + " dropped";
    return lines;
}

void LossReportTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = project::test::mustOpen(Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
}

/// Exports the rich project and reads it back.
void LossReportTest::write(const Format& format, const QByteArray& dialect) {
    const Status filled = RichProject(*m_project, format.name).fill();
    QVERIFY2(filled.ok(), filled.ok() ? "" : filled.error().message.c_str());
    const std::string name = formats::outputName(format, dialect.toStdString(), "out");
    const QString path = m_folder->filePath(QStringLiteral("exported/") + QString::fromStdString(name));
    formats::WriteOptions writing;
    writing.dialect = dialect.toStdString();
    writing.copyPictures = true;
    const auto written = exportProject(*m_project, format, path, everything(), writing);
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
    m_written = *written;
    const auto told = previewExport(*m_project, format, everything(), writing);
    QVERIFY(told.ok());
    QCOMPARE(text(countsOf(*told)), text(countsOf(m_written.losses)));
    m_read = formats::test::readAll(format, path.toStdString());
    QVERIFY2(m_read.status.ok(), m_read.status.ok() ? "" : m_read.status.error().message.c_str());
}

void LossReportTest::reportTellsWhatComesBack_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("dialect");
    eachDialect([](const Format& format, const QByteArray& dialect) {
        if (!format.holds.crops) QTest::newRow(QByteArray(format.name) + ' ' + dialect) << QByteArray(format.name) << dialect;
    });
}

void LossReportTest::reportTellsWhatComesBack() {
    QFETCH(const QByteArray, format);
    QFETCH(const QByteArray, dialect);
    write(**formatNamed(format.toStdString()), dialect);
    if (QTest::currentTestFailed()) return;
    std::vector<formats::PictureRecord> all;
    QVERIFY(recordsOf(*m_project, everything())([&](const formats::PictureRecord& picture) {
        all.push_back(picture);
        return Status();
    }).ok());
    Counts found = CameBack(m_read.pictures).of(all), told = countsOf(m_written.losses);
    // YOLO's reader takes the size from the picture itself.
    if (format == "yolo") found.erase("picture sizes"), told.erase("picture sizes");
    QCOMPARE(text(told), text(found));
    for (const auto& line : m_written.losses.lines) QCOMPARE(line.reason.empty(), line.changed + line.dropped == 0);
}

void LossReportTest::cropsComeBackAsPictures_data() {
    QTest::addColumn<QByteArray>("dialect");
    for (const char* dialect : (*formatNamed("kohya"))->dialects) QTest::newRow(dialect) << QByteArray(dialect);
}

void LossReportTest::cropsComeBackAsPictures() {
    QFETCH(const QByteArray, dialect);
    write(**formatNamed("kohya"), dialect);
    if (QTest::currentTestFailed()) return;
    Counts told = countsOf(m_written.losses);
    QStringList captions;
    for (const formats::PictureRecord& crop : m_read.pictures) {
        QCOMPARE(crop.captions.size(), std::size_t{1});
        captions << QString::fromStdString(crop.captions.front().text);
    }
    captions.sort();
    QCOMPARE(captions, (QStringList{QStringLiteral("  spaces around "), QStringLiteral("a kitten"), QStringLiteral("a small dog"), QStringLiteral("an outline"),
                                    QStringLiteral("at the edge"), QStringLiteral("first line second line")}));
    QVERIFY((told["captions"] == Count{5, 1, 4}));
    QVERIFY((told["regions"] == Count{0, 6, 4}));
    QVERIFY((told["pictures"] == Count{0, 1, 2}));
    for (const auto& [what, count] : told) QVERIFY2(count.kept == 0 || what == "captions", what.c_str());
}

void LossReportTest::unknownSizesCanBeReadAgain() {
    QVERIFY(m_project->edit(QStringLiteral("Add"), [](project::Edit& edit) {
        project::Media media;
        media.path = QStringLiteral("gone.jpg");
        const project::Id id = edit.insert(media);
        edit.insert(project::test::box(id, 3, QStringLiteral("dog")));
    }).ok());
    for (const char* name : {"coco", "jsonl", "visual_genome", "labelme", "cvat", "voc", "webdataset", "csv"}) {
        const Format& format = **formatNamed(name);
        const QString path = m_folder->filePath(QLatin1String(name) + QString::fromStdString(formats::outputName(format, {}, "-out")));
        QVERIFY(exportProject(*m_project, format, path, everything()).ok());
        const auto read = formats::test::readAll(format, path.toStdString());
        QVERIFY2(read.status.ok(), read.status.ok() ? "" : read.status.error().message.c_str());
        QVERIFY2(read.regionCount() == 1 && read.pictures.front().width == 0, name);
    }
}

void LossReportTest::filesHaveTheNamesThatTheUserChose_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("dialect");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("written");
    QTest::newRow("usual") << QByteArray("llava") << QByteArray("json") << "a.json" << "a.json";
    QTest::newRow("other dialect") << QByteArray("llava") << QByteArray("jsonl") << "a.jsonl" << "a.jsonl";
    QTest::newRow("suffix of another dialect") << QByteArray("llava") << QByteArray("jsonl") << "a.json" << "a.jsonl";
    QTest::newRow("dot in the name") << QByteArray("csv") << QByteArray() << "a.v2" << "a.v2.csv";
    QTest::newRow("no suffix") << QByteArray("coco") << QByteArray() << "a" << "a.json";
    QTest::newRow("xml") << QByteArray("cvat") << QByteArray() << "b.xml" << "b.xml";
}

void LossReportTest::filesHaveTheNamesThatTheUserChose() {
    QFETCH(const QByteArray, format);
    QFETCH(const QByteArray, dialect);
    QFETCH(const QString, chosen);
    QFETCH(const QString, written);
    QVERIFY(RichProject(*m_project, format).fill().ok());
    formats::WriteOptions writing;
    writing.dialect = dialect.toStdString();
    const auto exported = exportProject(*m_project, **formatNamed(format.toStdString()), m_folder->filePath(chosen), {}, writing);
    QVERIFY2(exported.ok(), exported.ok() ? "" : exported.error().message.c_str());
    QCOMPARE(QString::fromStdString(exported->files.front().filename().string()), written);
    QVERIFY(QFile::exists(m_folder->filePath(written)));
    QCOMPARE(formats::outputName(**formatNamed("yolo"), "obb", "regions"), std::string("regions-obb"));
    QCOMPARE(formats::outputName(**formatNamed("yolo"), "", "regions"), std::string("regions"));
    QCOMPARE(formats::outputName(**formatNamed("llava"), "jsonl", "regions"), std::string("regions.jsonl"));
}

void LossReportTest::unknownDialectsAreRefused() {
    formats::WriteOptions writing;
    writing.dialect = "klingon";
    for (const Format* format : allFormats()) {
        if (!format->write) continue;
        const auto refused = exportProject(*m_project, *format, m_folder->filePath(QStringLiteral("out")), {}, writing);
        QVERIFY2(!refused.ok() && refused.error().message.find("klingon") != std::string::npos, format->name);
        QVERIFY(!previewExport(*m_project, *format, {}, writing).ok());
    }
}

QTEST_GUILESS_MAIN(LossReportTest)
#include "test_loss_report.moc"
