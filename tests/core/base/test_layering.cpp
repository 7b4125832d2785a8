#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

/// What each folder may include of the others; the table of ARCHITECTURE.md.
static const QHash<QString, QStringList>& allowed() {
    const auto list = [](const char* names) { return QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts); };
    static const QHash<QString, QStringList> table{
        {QStringLiteral("core/base"), {}},
        {QStringLiteral("core/geometry"), list("core/base")},
        {QStringLiteral("core/spatial"), list("core/base core/geometry")},
        {QStringLiteral("core/media"), list("core/base core/geometry")},
        {QStringLiteral("core/clouds"), list("core/base core/geometry core/media")},
        {QStringLiteral("core/checkpoint"), list("core/base")},
        {QStringLiteral("core/text"), list("core/base")},
        {QStringLiteral("core/nn"), list("core/base")},
        {QStringLiteral("core/vlm"), list("core/base core/geometry core/media core/checkpoint core/text core/nn")},
        {QStringLiteral("core/project"), list("core/base core/geometry")},
        {QStringLiteral("core/meaning"), list("core/base core/geometry core/project")},
        {QStringLiteral("core/query"), list("core/base core/geometry core/project")},
        {QStringLiteral("core/formats"), list("core/base core/geometry core/media core/checkpoint")},
        {QStringLiteral("core/exchange"), list("core/base core/geometry core/spatial core/media core/clouds core/formats core/project")},
        {QStringLiteral("core/metrics"), list("core/base core/text")},
        {QStringLiteral("core/synthetic"), list("core/base core/geometry core/media")},
        {QStringLiteral("core/train"), list("core/base core/geometry core/media core/clouds core/checkpoint core/text core/nn core/vlm core/project core/formats")},
        {QStringLiteral("core/pretrain"), list("core/base core/text core/vlm core/synthetic core/train")},
        {QStringLiteral("core/evaluate"), list("core/base core/geometry core/media core/clouds core/text core/vlm core/metrics core/train")},
        {QStringLiteral("core/jobs"), list("core/base core/geometry core/media core/clouds core/vlm core/project core/meaning core/formats core/exchange core/query")},
        {QStringLiteral("core/runs"), list("core/base core/geometry core/checkpoint core/vlm core/project core/jobs")},
        {QStringLiteral("viewer3d"), list("core/base core/geometry core/spatial core/clouds")},
        {QStringLiteral("ui"), list("core/base core/geometry core/media core/clouds core/vlm core/project core/meaning core/formats core/exchange core/query core/jobs core/runs")},
        {QStringLiteral("cloud_workspace"), list("core/base core/geometry core/spatial core/clouds core/project ui viewer3d")},
    };
    return table;
}

static QString folderOf(const QString& path) {
    return path.startsWith(QLatin1String("core/")) ? path.section(QLatin1Char('/'), 0, 1) : path.section(QLatin1Char('/'), 0, 0);
}

class LayeringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldersIncludeOnlyWhatTheyMayKnow_data();
    void foldersIncludeOnlyWhatTheyMayKnow();
};

void LayeringTest::foldersIncludeOnlyWhatTheyMayKnow_data() {
    QTest::addColumn<QString>("folder");
    for (auto entry = allowed().begin(); entry != allowed().end(); ++entry) QTest::newRow(qPrintable(entry.key())) << entry.key();
}

void LayeringTest::foldersIncludeOnlyWhatTheyMayKnow() {
    QFETCH(QString, folder);
    static const QRegularExpression ours(QStringLiteral("^#include \"((?:core|ui|app|viewer3d|cloud_workspace)/[^\"]+)\"")),
        torch(QStringLiteral("^#include <(?:ATen|torch|c10)/"));
    const bool mayUseTorch = folder == QLatin1String("core/nn") || folder == QLatin1String("core/vlm") || folder == QLatin1String("core/train") ||
                             folder == QLatin1String("core/pretrain");
    int files = 0;
    QDirIterator sources(QStringLiteral(RB_SOURCES "/") + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++files;
        for (const QByteArray& bytes : file.readAll().split('\n')) {
            const QString line = QString::fromUtf8(bytes);
            QVERIFY2(mayUseTorch || !torch.match(line).hasMatch(), qPrintable(file.fileName() + QStringLiteral(": ") + line));
            const QString target = folderOf(ours.match(line).captured(1));
            QVERIFY2(target.isEmpty() || target == folder || allowed().value(folder).contains(target),
                     qPrintable(file.fileName() + QStringLiteral(": ") + line));
        }
    }
    QVERIFY(files > 0);
}

QTEST_GUILESS_MAIN(LayeringTest)
#include "test_layering.moc"
