#include "core/project/media_order.h"
#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::project;
using namespace rb::project::test;

class TestMediaOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stepsGoAsAllMediaIsOrdered();
    void beyondAnEndTheLastOneStands();
    void whatIsNotThereHasNoNeighbour();
    void draftsAreFoundInBothDirections_data();
    void draftsAreFoundInBothDirections();
    void stepsReadByAnIndex();

private:
    Id beside(Id id, int step) { return mediaBeside(m_project->database(), id, step); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    std::vector<Id> m_order; ///< of allMedia()
};

void TestMediaOrder::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = mustOpen(Project::create(m_folder->filePath(QStringLiteral("a.rbproject"))));
    QVERIFY(m_project->edit(QStringLiteral("Add"), [](Edit& edit) {
        for (const char* name : {"c.png", "a.png", "b.png", "a.png", "d.png"}) edit.insert(picture(QLatin1String(name))); // one path twice
    }).ok());
    m_order.clear();
    for (const Media& media : m_project->allMedia()) m_order.push_back(media.id);
}

void TestMediaOrder::stepsGoAsAllMediaIsOrdered() {
    QCOMPARE(firstMedia(m_project->database()), m_order.front());
    for (std::size_t i = 0; i < m_order.size(); ++i)
        for (std::size_t j = 0; j < m_order.size(); ++j) QCOMPARE(beside(m_order[i], static_cast<int>(j) - static_cast<int>(i)), m_order[j]);
}

void TestMediaOrder::beyondAnEndTheLastOneStands() {
    QCOMPARE(beside(m_order[1], 100), m_order.back());
    QCOMPARE(beside(m_order[1], -100), m_order.front());
    QCOMPARE(beside(m_order.back(), 1), m_order.back());
}

void TestMediaOrder::whatIsNotThereHasNoNeighbour() {
    QCOMPARE(beside(12345, 1), Id(0));
    QCOMPARE(beside(12345, 0), Id(0));
    QVERIFY(m_project->undo().ok());
    QCOMPARE(firstMedia(m_project->database()), Id(0));
}

void TestMediaOrder::draftsAreFoundInBothDirections_data() {
    QTest::addColumn<int>("elsewhere"); // drafts of the last picture
    QTest::newRow("few") << 1;
    QTest::newRow("many") << 6000;
}

void TestMediaOrder::draftsAreFoundInBothDirections() {
    QFETCH(int, elsewhere);
    const auto add = [&](Edit& edit, Id media, CaptionState state, int rank, const QString& text) {
        Caption caption;
        caption.media = media;
        caption.state = state;
        caption.rank = rank;
        caption.text = text;
        edit.insert(caption);
    };
    QVERIFY(m_project->edit(QStringLiteral("Fill"), [&](Edit& edit) {
        add(edit, m_order[1], CaptionState::Draft, 0, QStringLiteral("a draft"));
        add(edit, m_order[2], CaptionState::Accepted, 0, QStringLiteral("accepted"));
        add(edit, m_order[3], CaptionState::Draft, 1, QStringLiteral("an alternative"));
        for (int i = 0; i < elsewhere; ++i) {
            Region region = box(m_order[4], i % 100);
            Caption caption;
            caption.media = m_order[4];
            caption.region = edit.insert(region);
            caption.text = QStringLiteral("a draft");
            edit.insert(caption);
        }
    }).ok());
    const Database& database = m_project->database();
    QCOMPARE(mediaWithDrafts(database, m_order[0], true), m_order[1]);
    QCOMPARE(mediaWithDrafts(database, m_order[1], true), m_order[4]);
    QCOMPARE(mediaWithDrafts(database, m_order[4], true), Id(0));
    QCOMPARE(mediaWithDrafts(database, m_order[4], false), m_order[1]);
    QCOMPARE(mediaWithDrafts(database, m_order[1], false), Id(0));
}

void TestMediaOrder::stepsReadByAnIndex() {
    Statement plan(m_project->database().handle(), "EXPLAIN QUERY PLAN SELECT id FROM media WHERE (path, id) > (SELECT path, id FROM media WHERE id=1) ORDER BY path, id LIMIT 1");
    QStringList steps;
    while (plan.next()) steps << plan.text(3);
    const QString all = steps.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("SEARCH media USING COVERING INDEX media_by_path")) && !all.contains(QStringLiteral("TEMP B-TREE")), qPrintable(all));
}

QTEST_GUILESS_MAIN(TestMediaOrder)
#include "test_media_order.moc"
