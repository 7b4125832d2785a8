#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <set>

#include <nlohmann/json.hpp>

using nlohmann::json;

/// A project on the command line: files of others come in, are captioned, looked after, and leave again.
class ProjectVerbsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void checkTellsWhatAFileHolds();
    void checkFindsBoxesOfAnotherPictureSize();
    void importedRegionsLeaveAsTheyCame();
    void everyFormatIsListed();
    void unknownNamesAreUsageErrors_data();
    void unknownNamesAreUsageErrors();
    void aQueryIsCaptionedAndPeoplesWordsStay();
    void backupsAreRestored();
    void aNamedCopyIsListedAndBroughtBack();
    void copiesAreMerged();

private:
    struct Outcome {
        int code = -1;
        QByteArray out, err;
    };
    static Outcome regionblip(const QStringList& arguments);
    static QString golden(const char* name) { return QStringLiteral(RB_TEST_DATA "/formats/") + QLatin1String(name); }
    QString at(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    Outcome import(const char* file, const QString& project) const {
        return regionblip({QStringLiteral("import"), golden(file), QStringLiteral("--media"), golden("images"), QStringLiteral("--project"), project, QStringLiteral("--json")});
    }
    static json info(const QString& project) {
        return json::parse(regionblip({QStringLiteral("project"), QStringLiteral("info"), project, QStringLiteral("--json")}).out.toStdString(), nullptr, false);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

ProjectVerbsTest::Outcome ProjectVerbsTest::regionblip(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(RB_PROGRAMS "/regionblip"), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000)) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void ProjectVerbsTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void ProjectVerbsTest::checkTellsWhatAFileHolds() {
    const Outcome checked = regionblip({QStringLiteral("check"), golden("coco/instances.json"), QStringLiteral("--media"), golden("images"), QStringLiteral("--json")});
    QVERIFY2(checked.code == 0, checked.err.constData());
    const json report = json::parse(checked.out.toStdString());
    QCOMPARE(report.at("format").get<std::string>(), std::string("coco"));
    QCOMPARE(report.at("regions").get<int>(), 7);
    QCOMPARE(report.at("missing").get<int>(), 0);
    QVERIFY(report.at("findings").empty());
}

void ProjectVerbsTest::checkFindsBoxesOfAnotherPictureSize() {
    QFile list(at("list.jsonl"));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("{\"image\": \"street_0042.jpg\", \"width\": 640, \"height\": 480, \"box_xyxy\": [20, 40, 221, 440], \"captions\": [\"a man\"]}\n");
    list.close();
    const QStringList media{QStringLiteral("--media"), golden("images"), QStringLiteral("--json")};
    const json report = json::parse(regionblip(QStringList{QStringLiteral("check"), at("list.jsonl")} + media).out.toStdString());
    QCOMPARE(report.at("findings")[0].at("corrections")[0].get<std::string>(), std::string("other-size"));
    const Outcome done = regionblip(QStringList{QStringLiteral("import"), at("list.jsonl"), QStringLiteral("--project"), at("a.rbproject"), QStringLiteral("--correct"), QStringLiteral("other-size")} + media);
    QVERIFY2(done.code == 0, done.err.constData());
    QVERIFY(regionblip({QStringLiteral("export"), QStringLiteral("--project"), at("a.rbproject"), QStringLiteral("--format"), QStringLiteral("jsonl"), QStringLiteral("--output"), at("out.jsonl")}).code == 0);
    QFile out(at("out.jsonl"));
    QVERIFY(out.open(QIODevice::ReadOnly));
    const json line = json::parse(out.readLine().toStdString());
    QCOMPARE(line.at("box_xyxy").get<std::vector<double>>(), (std::vector<double>{10, 20, 110.5, 220}));
    QCOMPARE(line.at("width").get<int>(), 320);
}

void ProjectVerbsTest::importedRegionsLeaveAsTheyCame() {
    QVERIFY(import("coco/instances.json", at("a.rbproject")).code == 0);
    const QStringList arguments{QStringLiteral("export"), QStringLiteral("--project"), at("a.rbproject"), QStringLiteral("--format"), QStringLiteral("coco"), QStringLiteral("--output"), at("set.json")};
    const Outcome preview = regionblip(arguments.mid(0, 5) + QStringList{QStringLiteral("--preview")});
    QVERIFY2(preview.code == 0 && preview.out.contains("regions"), preview.err.constData());
    QVERIFY(!QFile::exists(at("set.json")));
    QVERIFY(regionblip(arguments).code == 0);
    std::multiset<std::vector<double>> boxes, expected;
    const auto read = [](const QString& path, std::multiset<std::vector<double>>& into) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return;
        const json whole = json::parse(file.readAll().toStdString());
        for (const json& each : whole.at("annotations")) into.insert(each.at("bbox").get<std::vector<double>>());
    };
    read(at("set.json"), boxes);
    read(golden("coco/instances.json"), expected);
    QCOMPARE(boxes.size(), std::size_t{7});
    QVERIFY(boxes == expected);
}

void ProjectVerbsTest::everyFormatIsListed() {
    const Outcome list = regionblip({QStringLiteral("export"), QStringLiteral("--list")});
    QCOMPARE(list.code, 0);
    for (const char* name : {"jsonl", "regionblip", "coco", "refcoco", "visual_genome", "labelme", "cvat", "voc", "yolo", "llava", "sharegpt", "grounding", "webdataset", "kohya", "csv"})
        QVERIFY2(list.out.contains(name), name);
}

void ProjectVerbsTest::unknownNamesAreUsageErrors_data() {
    QTest::addColumn<QStringList>("arguments");
    const auto list = [](const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QTest::newRow("format") << list("export --project x.rbproject --format dream --output y");
    QTest::newRow("correction") << list("check x.json --correct luck");
    QTest::newRow("nothing to caption") << list("caption");
    QTest::newRow("query") << list("project");
}

void ProjectVerbsTest::unknownNamesAreUsageErrors() {
    QFETCH(const QStringList, arguments);
    const Outcome refused = regionblip(arguments);
    QCOMPARE(refused.code, 2);
    QVERIFY(!refused.err.isEmpty());
}

void ProjectVerbsTest::aQueryIsCaptionedAndPeoplesWordsStay() {
    QVERIFY(import("coco/instances.json", at("a.rbproject")).code == 0);
    QVERIFY(import("voc/Annotations", at("b.rbproject")).code == 0); // boxes without captions
    const auto caption = [&](const char* project, const QStringList& more) {
        return regionblip(QStringList{QStringLiteral("caption"), QStringLiteral("--project"), at(project), QStringLiteral("--beams"), QStringLiteral("1")} + more);
    };
    const Outcome kept = caption("a.rbproject", {});
    QVERIFY2(kept.code == 0 && kept.out.contains("0 without a caption") && kept.out.contains("7 stay as they are"), kept.out.constData());
    const Outcome preview = caption("b.rbproject", {QStringLiteral("--query"), QStringLiteral("label:dog"), QStringLiteral("--preview")});
    QVERIFY2(preview.code == 0, preview.err.constData());
    QCOMPARE(info(at("b.rbproject")).at("drafts").get<int>(), 0);
    const Outcome written = caption("b.rbproject", {});
    QVERIFY2(written.code == 0, written.err.constData());
    const json after = info(at("b.rbproject"));
    QCOMPARE(after.at("drafts").get<int>(), 7);
    QCOMPARE(after.at("undo").get<std::string>(), std::string("Caption many"));
    const Outcome wrong = caption("b.rbproject", {QStringLiteral("--query"), QStringLiteral("label:")});
    QVERIFY(wrong.code != 0 && wrong.err.count('\n') == 1);
}

void ProjectVerbsTest::backupsAreRestored() {
    const QString project = at("a.rbproject");
    QVERIFY(import("coco/instances.json", project).code == 0);
    QVERIFY(regionblip({QStringLiteral("project"), QStringLiteral("backup"), project}).code == 0);
    QVERIFY(import("voc/Annotations", project).code == 0);
    QVERIFY(info(project).at("regions").get<int>() > 7);
    QVERIFY(regionblip({QStringLiteral("project"), QStringLiteral("verify"), project}).code == 0);
    QVERIFY(regionblip({QStringLiteral("project"), QStringLiteral("restore"), project}).code == 0);
    QCOMPARE(info(project).at("regions").get<int>(), 7);
}

void ProjectVerbsTest::aNamedCopyIsListedAndBroughtBack() {
    const QString project = at("a.rbproject");
    QVERIFY(import("coco/instances.json", project).code == 0);
    QVERIFY(regionblip({QStringLiteral("project"), QStringLiteral("backup"), project, QStringLiteral("--name"), QStringLiteral("before cleaning up")}).code == 0);
    QVERIFY(import("voc/Annotations", project).code == 0);
    const auto copies = nlohmann::json::parse(regionblip({QStringLiteral("project"), QStringLiteral("copies"), project, QStringLiteral("--json")}).out.toStdString());
    QCOMPARE(copies.size(), std::size_t(1));
    QCOMPARE(copies[0].at("name").get<std::string>(), std::string("before cleaning up"));
    QCOMPARE(copies[0].at("kind").get<std::string>(), std::string("snapshot"));
    const QString file = QString::fromStdString(copies[0].at("file").get<std::string>());
    QVERIFY(regionblip({QStringLiteral("project"), QStringLiteral("restore"), project, QStringLiteral("--copy"), file}).code == 0);
    QCOMPARE(info(project).at("regions").get<int>(), 7);
    const auto after = nlohmann::json::parse(regionblip({QStringLiteral("project"), QStringLiteral("copies"), project, QStringLiteral("--json")}).out.toStdString());
    QCOMPARE(after.size(), std::size_t(2)); // what was there is one more
}

void ProjectVerbsTest::copiesAreMerged() {
    const QString ours = at("a.rbproject"), theirs = at("b.rbproject");
    QVERIFY(import("coco/instances.json", ours).code == 0);
    QVERIFY(QFile::copy(ours, theirs));
    QVERIFY(import("csv/regions.csv", theirs).code == 0);
    const int expected = info(theirs).at("regions").get<int>();
    const Outcome merged = regionblip({QStringLiteral("project"), QStringLiteral("merge"), ours, theirs});
    QVERIFY2(merged.code == 0 && merged.out.contains("0 conflicts"), (merged.out + merged.err).constData());
    QCOMPARE(info(ours).at("regions").get<int>(), expected);
}

QTEST_GUILESS_MAIN(ProjectVerbsTest)
#include "test_project_verbs.moc"
