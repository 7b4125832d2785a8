#include "core/project/copies.h"
#include "core/project/merge.h"
#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::project;
using namespace rb::project::test;

/// Two people took the same project home and went on.
class MergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void workOnDifferentPicturesComesTogether();
    void whereBothChangedARowOursStays();
    void whatWasDeletedHereStaysDeleted();
    void mergingTwiceChangesNothing();
    void aCopyThatWentOnIsMergedAgain();
    void whatWasTakenOverAndChangedHereStays();
    void whatWasTakenOverAndDeletedHereStaysDeleted();
    void aMergeIsOneEditThatCanBeUndone();
    void strangersAreRefused();

private:
    std::unique_ptr<Project> open(const char* name) { return mustOpen(Project::open(m_folder->filePath(QLatin1String(name)))); }
    static Status rewrite(Project& project, Id caption, const char* text);
    Status addBox(Project& project, double x);

    std::unique_ptr<QTemporaryDir> m_folder;
    Id m_media = 0, m_region = 0, m_caption = 0;
};

void MergeTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    const auto project = mustOpen(Project::create(m_folder->filePath(QStringLiteral("ours.rbproject"))));
    QVERIFY(project->edit(QStringLiteral("Fill"), [&](Edit& edit) {
        m_media = edit.insert(picture(QStringLiteral("a.png")));
        m_region = edit.insert(box(m_media, 1));
        m_caption = edit.insert(words(m_media, m_region, QStringLiteral("a dog")));
    }).ok());
    const auto copy = takeSnapshot(project->path());
    QVERIFY(copy.ok() && QFile::rename(*copy, m_folder->filePath(QStringLiteral("theirs.rbproject"))));
}

Status MergeTest::rewrite(Project& project, Id caption, const char* text) {
    return project.edit(QStringLiteral("Edit"), [&](Edit& edit) {
        Caption changed = *project.caption(caption);
        changed.text = QString::fromUtf8(text);
        edit.update(changed);
    });
}

Status MergeTest::addBox(Project& project, double x) {
    return project.edit(QStringLiteral("Draw"), [&](Edit& edit) {
        edit.insert(words(m_media, edit.insert(box(m_media, x)), QStringLiteral("box at %1").arg(x)));
    });
}

void MergeTest::workOnDifferentPicturesComesTogether() {
    const auto ours = open("ours.rbproject");
    {
        const auto theirs = open("theirs.rbproject");
        QVERIFY(addBox(*theirs, 50).ok() && addBox(*theirs, 60).ok());
        QVERIFY(rewrite(*theirs, m_caption, "a small dog").ok());
    }
    QVERIFY(addBox(*ours, 70).ok());
    const auto report = mergeFrom(*ours, m_folder->filePath(QStringLiteral("theirs.rbproject")));
    QVERIFY2(report.ok(), report.ok() ? "" : report.error().message.c_str());
    QCOMPARE(report->edits, 3);
    QVERIFY2(report->conflicts.isEmpty(), qPrintable(report->conflicts.join(QLatin1Char('\n'))));
    QCOMPARE(ours->regionsOf(m_media).size(), std::size_t{4});
    QCOMPARE(ours->caption(m_caption)->text, QStringLiteral("a small dog"));
    Statement found(ours->database().handle(), "SELECT count(*) FROM caption_words WHERE caption_words MATCH 'small'");
    QVERIFY(found.next() && found.integer(0) == 1);
}

void MergeTest::whereBothChangedARowOursStays() {
    const auto ours = open("ours.rbproject");
    {
        const auto theirs = open("theirs.rbproject");
        QVERIFY(rewrite(*theirs, m_caption, "theirs").ok() && addBox(*theirs, 50).ok());
    }
    QVERIFY(rewrite(*ours, m_caption, "ours").ok());
    const auto report = mergeFrom(*ours, m_folder->filePath(QStringLiteral("theirs.rbproject")));
    QVERIFY(report.ok());
    QCOMPARE(report->conflicts.size(), 1);
    QVERIFY(report->conflicts.front().contains(QString::number(m_caption)) && report->conflicts.front().contains(QStringLiteral("changed in both")));
    QCOMPARE(ours->caption(m_caption)->text, QStringLiteral("ours"));
    QCOMPARE(ours->regionsOf(m_media).size(), std::size_t{2});
}

void MergeTest::whatWasDeletedHereStaysDeleted() {
    const auto ours = open("ours.rbproject");
    {
        const auto theirs = open("theirs.rbproject");
        QVERIFY(rewrite(*theirs, m_caption, "theirs").ok());
        QVERIFY(theirs->edit(QStringLiteral("More words"), [&](Edit& edit) { edit.insert(words(m_media, m_region, QStringLiteral("another"))); }).ok());
    }
    QVERIFY(ours->edit(QStringLiteral("Delete"), [&](Edit& edit) { edit.removeRegion(m_region); }).ok());
    const auto report = mergeFrom(*ours, m_folder->filePath(QStringLiteral("theirs.rbproject")));
    QVERIFY2(report.ok(), report.ok() ? "" : report.error().message.c_str());
    QCOMPARE(report->conflicts.size(), 2); // the changed caption, and the one added to the region
    QCOMPARE(ours->counts().regions, 0);
    QCOMPARE(ours->counts().drafts, 0);
}

void MergeTest::mergingTwiceChangesNothing() {
    const auto ours = open("ours.rbproject");
    QVERIFY(addBox(*open("theirs.rbproject"), 50).ok());
    const QString other = m_folder->filePath(QStringLiteral("theirs.rbproject"));
    QVERIFY(mergeFrom(*ours, other).ok());
    const QByteArray once = dumpOf(ours->path());
    const auto again = mergeFrom(*ours, other);
    QVERIFY(again.ok());
    QCOMPARE(again->rows, 0);
    QVERIFY2(again->conflicts.isEmpty(), qPrintable(again->conflicts.join(QLatin1Char('\n'))));
    QCOMPARE(dumpOf(ours->path()), once);
}

void MergeTest::aCopyThatWentOnIsMergedAgain() {
    const auto ours = open("ours.rbproject");
    const QString other = m_folder->filePath(QStringLiteral("theirs.rbproject"));
    QVERIFY(addBox(*open("theirs.rbproject"), 50).ok());
    QVERIFY(mergeFrom(*ours, other).ok());
    QVERIFY(addBox(*open("theirs.rbproject"), 60).ok());
    const auto again = mergeFrom(*ours, other);
    QVERIFY(again.ok() && again->conflicts.isEmpty());
    QCOMPARE(again->rows, 2);
    QCOMPARE(ours->regionsOf(m_media).size(), std::size_t{3});
}

void MergeTest::whatWasTakenOverAndChangedHereStays() {
    const auto ours = open("ours.rbproject");
    const QString other = m_folder->filePath(QStringLiteral("theirs.rbproject"));
    QVERIFY(addBox(*open("theirs.rbproject"), 50).ok());
    QVERIFY(mergeFrom(*ours, other).ok());
    const Id taken = ours->captionsOf(m_media).back().id;
    QVERIFY(rewrite(*ours, taken, "a person's words").ok());
    const auto again = mergeFrom(*ours, other);
    QVERIFY(again.ok());
    QCOMPARE(again->conflicts.size(), 1);
    QCOMPARE(ours->caption(taken)->text, QStringLiteral("a person's words"));
}

void MergeTest::whatWasTakenOverAndDeletedHereStaysDeleted() {
    const auto ours = open("ours.rbproject"), theirs = open("theirs.rbproject");
    const QString other = theirs->path();
    QVERIFY(addBox(*theirs, 50).ok());
    const Id brought = theirs->regionsOf(m_media).back().id;
    QVERIFY(mergeFrom(*ours, other).ok());
    QVERIFY(ours->edit(QStringLiteral("Delete"), [&](Edit& edit) { edit.removeRegion(brought); }).ok());
    QVERIFY(addBox(*theirs, 90).ok()); // the other copy goes on
    const auto again = mergeFrom(*ours, other);
    QVERIFY(again.ok());
    QVERIFY(!ours->region(brought));
    QCOMPARE(ours->regionsOf(m_media).size(), std::size_t{2}); // the first one, and what is new
    QVERIFY2(again->conflicts.filter(QStringLiteral("stays deleted")).size() >= 1, qPrintable(again->conflicts.join(QLatin1Char('\n'))));
}

void MergeTest::aMergeIsOneEditThatCanBeUndone() {
    const auto ours = open("ours.rbproject");
    {
        const auto theirs = open("theirs.rbproject");
        for (int i = 0; i < 5; ++i) QVERIFY(addBox(*theirs, 50 + i).ok());
    }
    const QByteArray before = dumpOf(ours->path());
    QVERIFY(mergeFrom(*ours, m_folder->filePath(QStringLiteral("theirs.rbproject"))).ok());
    QCOMPARE(ours->undoName(), QStringLiteral("Merge theirs.rbproject"));
    QVERIFY(ours->undo().ok());
    QCOMPARE(dumpOf(ours->path()), before);
}

void MergeTest::strangersAreRefused() {
    {
        const auto stranger = mustOpen(Project::create(m_folder->filePath(QStringLiteral("other.rbproject"))));
        QVERIFY(stranger->edit(QStringLiteral("Add"), [](Edit& edit) { edit.insert(picture(QStringLiteral("z.png"))); }).ok());
    }
    const auto ours = open("ours.rbproject");
    const auto refused = mergeFrom(*ours, m_folder->filePath(QStringLiteral("other.rbproject")));
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.find("is no copy of this project") != std::string::npos);
    QVERIFY(!mergeFrom(*ours, ours->path()).ok());
}

QTEST_GUILESS_MAIN(MergeTest)
#include "test_merge.moc"
