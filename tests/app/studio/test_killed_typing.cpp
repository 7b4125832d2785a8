#include "core/project/caption_edits.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace rb;

class KilledTypingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingThatWasShownAsSavedIsLost();
};

static project::Id makeProject(const QString& path) {
    auto made = project::Project::create(path);
    if (!made.ok()) qFatal("%s", made.error().message.c_str());
    project::Id media = 0;
    const Status status = (*made)->edit(QStringLiteral("Add"), [&](project::Edit& edit) {
        project::Media picture;
        picture.path = QStringLiteral("not there.png"); // a missing picture loses no caption either
        picture.width = picture.height = 100;
        media = edit.insert(picture);
    });
    if (!status.ok()) qFatal("%s", status.error().message.c_str());
    return media;
}

/// Lets the window work until it has saved `lines` texts, waits a little more, and kills it.
static QString lastSavedBeforeKill(const QString& path, int lines, int more) {
    QProcess window;
    window.start(QStringLiteral(RB_TEST_PROGRAMS "/edit_in_window"), {path});
    QByteArray out;
    while (out.count('\n') < lines && window.waitForReadyRead(30000)) out += window.readAllStandardOutput();
    window.waitForReadyRead(more);
    window.kill(); // SIGKILL
    window.waitForFinished();
    out += window.readAllStandardOutput();
    return QString::fromUtf8(out.left(out.lastIndexOf('\n'))).section(QLatin1Char('\n'), -1);
}

void KilledTypingTest::nothingThatWasShownAsSavedIsLost() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("killed.rbproject"));
    const project::Id media = makeProject(path);
    QRandomGenerator random(20260101);
    for (int round = 0; round < 20; ++round) {
        const QString saved = lastSavedBeforeKill(path, random.bounded(1, 3), random.bounded(1, 200));
        QVERIFY(saved.startsWith(QStringLiteral("caption number ")));
        auto reopened = project::Project::open(path);
        QVERIFY2(reopened.ok(), reopened.ok() ? "" : reopened.error().message.c_str());
        QVERIFY((*reopened)->access() == project::Project::Access::ReadWrite);
        const auto caption = project::shownCaption(**reopened, media, 0);
        QVERIFY(caption);
        // A text that was still being typed may have been saved after the last line was printed.
        const int shown = saved.section(QLatin1Char(' '), -1).toInt();
        QVERIFY2(caption->text.section(QLatin1Char(' '), -1).toInt() >= shown, qPrintable(caption->text + QStringLiteral(" after ") + saved));
    }
}

QTEST_GUILESS_MAIN(KilledTypingTest)
#include "test_killed_typing.moc"
