#include "core/project/database.h"
#include "core/project/caption_edits.h"
#include "core/query/row_sql.h"
#include "tests/core/query/query_project.h"

using namespace rb::project;
using namespace rb::project::test;
using namespace rb::query;
using rb::query::test::QueryProject;

class TestSelect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void queriesFindTheirRows_data();
    void queriesFindTheirRows();
    void ordersAreAsTheySay();
    void pagesFitTogether();
    void rowsNameTheirRecords();
    void textOfThePersonIsNeverSql();
    void indexesAreUsed_data();
    void indexesAreUsed();

private:
    QueryProject m_project;
    Id m_dogCaption = 0;
};

void TestSelect::initTestCase() {
    Media street = picture(QStringLiteral("holiday/b_street.jpg"));
    street.split = QStringLiteral("train");
    const Id streetId = m_project.add(street);
    Region dog = box(streetId, 10, QStringLiteral("dog"));
    dog.score = 0.3;
    dog.locked = true;
    const Id dogId = m_project.add(dog);
    Caption model = words(streetId, dogId, QStringLiteral("A brown dog, running on the beach"));
    model.source = CaptionSource::Model;
    model.model = QStringLiteral("region-mini-2");
    model.adapter = QStringLiteral("Birds");
    model.tokenScores = {-0.5F, -1.5F, -0.25F, -0.75F};
    m_dogCaption = m_project.add(model);
    m_project.add(words(streetId, dogId, QStringLiteral("zebra alternative"), CaptionState::Draft, 1));

    Region cat = box(streetId, 50, QStringLiteral("Cat"));
    cat.score = 0.9;
    cat.hidden = true;
    cat.shape = rb::geometry::polygon({{0, 0}, {20, 0}, {0, 20}});
    const Id catId = m_project.add(cat);
    Caption edited = words(streetId, catId, QStringLiteral("two apples and a cat"), CaptionState::Accepted);
    edited.editedFrom = QStringLiteral("an apple");
    edited.author = QStringLiteral("Zoë");
    edited.model = QStringLiteral("other");
    m_project.add(edited);

    Media lamp = picture(QStringLiteral("a_lamp.png"));
    lamp.split = QStringLiteral("val");
    lamp.width = 100;
    const Id lampId = m_project.add(lamp);
    m_project.add(box(lampId, 7, QStringLiteral("traffic light")));
    m_project.add(words(lampId, 0, QStringLiteral("a red apple under a lamp lamp lamp"), CaptionState::Rejected));

    Media cloud = picture(QStringLiteral("z_cloud.ply"));
    cloud.kind = MediaKind::Cloud;
    cloud.width = cloud.height = 0;
    m_project.add(cloud);
}

void TestSelect::queriesFindTheirRows_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("names");
    const auto row = [](const char* query, const char* names) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(names);
    };
    row("", "a_lamp.png|traffic light|holiday/b_street.jpg|dog|Cat|z_cloud.ply");
    row("state:draft", "dog");
    row("state:accepted", "Cat");
    row("state:rejected", "a_lamp.png");
    row("-state:draft is:region", "traffic light|Cat");
    row("source:model", "dog");
    row("source:human", "a_lamp.png|Cat");
    row("edited:yes", "Cat");
    row("edited:no", "a_lamp.png|dog");
    row("label:DOG", "dog");
    row("label:dog OR label:cat", "dog|Cat");
    row("label:\"traffic light\"", "traffic light");
    row("label:*t", "traffic light|Cat");
    row("label:do", "");
    row("label:d_g", "");
    row("-label:dog is:region", "traffic light|Cat");
    row("-label:dog is:picture", "a_lamp.png|holiday/b_street.jpg|z_cloud.ply");
    row("tokens:4", "dog");
    row("tokens:>3", "dog");
    row("words:7", "dog");
    row("words:8", "a_lamp.png");
    row("words:3..7", "dog|Cat");
    row("score:<0.4", "dog");
    row("score:>=0.9", "Cat");
    row("certainty:0.4..0.5", "dog");
    row("certainty:>0.5", "");
    row("model:MINI", "dog");
    row("adapter:bird", "dog");
    row("author:zoë", "Cat");
    row("split:train", "holiday/b_street.jpg|dog|Cat");
    row("-has:split", "z_cloud.ply");
    row("has:caption", "a_lamp.png|dog|Cat");
    row("-has:caption is:region", "traffic light");
    row("has:label -has:caption", "traffic light");
    row("is:picture -has:region", "z_cloud.ply");
    row("has:alternative", "dog");
    row("is:hidden", "Cat");
    row("is:locked", "dog");
    row("media:street is:picture", "holiday/b_street.jpg");
    row("folder:holiday is:picture", "holiday/b_street.jpg");
    row("folder:holi", "");
    row("kind:cloud", "z_cloud.ply");
    row("kind:image is:picture", "a_lamp.png|holiday/b_street.jpg");
    row("shape:polygon", "Cat");
    row("shape:box", "traffic light|dog");
    row("width:20", "Cat");
    row("width:100", "a_lamp.png");
    row("height:40", "traffic light|dog");
    row("area:200", "Cat");
    row("area:1205", "traffic light|dog");
    row("area:48000", "a_lamp.png");
    row("changed:>2020-01-01", "a_lamp.png|dog|Cat");
    row("changed:<2020-01-01", "");
    row("apple", "a_lamp.png|Cat");
    row("apple ", "a_lamp.png");
    row("\"red apple\"", "a_lamp.png");
    row("\"apple red\"", "");
    row("brown beach", "dog");
    row("brown lamp", "");
    row("brown OR lamp", "a_lamp.png|dog");
    row("zebra", "");
    row("-apple has:caption", "dog|Cat");
    row("-(\"red apple\" OR apples) has:caption", "dog");
    row("(apple OR dog) state:draft", "dog");
    row("lint:repetition", "a_lamp.png");
    row("lint:label", "");
    row("lint:long OR lint:quotes OR lint:characters OR lint:unfinished OR lint:empty", "");
}

void TestSelect::queriesFindTheirRows() {
    QFETCH(QString, query);
    QFETCH(QString, names);
    QCOMPARE(m_project.found(query).join(u'|'), names);
}

void TestSelect::ordersAreAsTheySay() {
    QueryProject project;
    const Id media = project.add(picture(QStringLiteral("a.png")));
    const auto add = [&](const char* label, const char* model, std::vector<float> scores) {
        Caption caption = words(media, project.add(box(media, 1, QLatin1String(label))), QStringLiteral("x"));
        caption.model = QLatin1String(model);
        caption.tokenScores = std::move(scores);
        project.add(caption);
    };
    add("sure", "b", {-0.1F, -0.1F});
    add("unsure", "a", {-4.0F});
    add("middle", "", {-1.0F, -0.5F, -1.5F});
    add("human", "c", {});
    const auto joined = [&](Order order) { return project.found(QStringLiteral("is:region"), order).join(u' '); };
    QCOMPARE(joined(Order::Picture), QStringLiteral("sure unsure middle human"));
    QCOMPARE(joined(Order::Uncertainty), QStringLiteral("unsure middle sure human"));
    QCOMPARE(joined(Order::Model), QStringLiteral("unsure sure human middle"));
    QTest::qWait(2);
    const Id first = project->regionsOf(media).front().id;
    QVERIFY(setCaptionText(*project, media, first, QStringLiteral("y")).ok());
    QCOMPARE(joined(Order::Age), QStringLiteral("unsure middle human sure"));
}

void TestSelect::pagesFitTogether() {
    const auto query = parse(QString());
    const auto all = select(m_project->database(), *query);
    QVERIFY(all.ok());
    std::vector<Row> paged;
    for (qint64 offset = 0; offset < 8; offset += 2) {
        const auto page = select(m_project->database(), *query, Order::Picture, 2, offset);
        QVERIFY(page.ok() && page->size() <= 2);
        paged.insert(paged.end(), page->begin(), page->end());
    }
    QVERIFY(paged == *all);
}

void TestSelect::rowsNameTheirRecords() {
    const auto rows = select(m_project->database(), *parse(QStringLiteral("label:dog")));
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), 1U);
    QCOMPARE(rows->front().caption, m_dogCaption);
    QCOMPARE(m_project->caption(m_dogCaption)->region, rows->front().region);
    QCOMPARE(m_project->caption(m_dogCaption)->media, rows->front().media);
}

void TestSelect::textOfThePersonIsNeverSql() {
    for (const char* value : {"'; DROP TABLE caption;--", "x' OR '1'='1", "%", "_", "\\", "NEAR(", "a AND b", "text:a", "^a"}) {
        QCOMPARE(m_project.found(QStringLiteral("label:\"%1\"").arg(QLatin1String(value))), QStringList());
        const auto query = parse(QStringLiteral("model:\"%1\"").arg(QLatin1String(value)));
        QVERIFY(query.ok());
        QCOMPARE(conditionOf(*query).sql, conditionOf(*parse(QStringLiteral("model:plain"))).sql);
        QVERIFY(count(m_project->database(), *query).ok());
    }
    for (const char* words :
         {"NEAR(brown", "brown*", "\"brown AND zebra\"", "brown^2", "text-brown", "{brown}", "brown+dog", "\"'\"x"})
        QVERIFY2(!parse(QLatin1String(words)).ok() || count(m_project->database(), *parse(QLatin1String(words))).ok(), words);
}

void TestSelect::indexesAreUsed_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("step");
    QTest::newRow("label") << QStringLiteral("label:dog")
                           << QStringLiteral("SEARCH r USING COVERING INDEX region_by_label (label=?)");
    QTest::newRow("state") << QStringLiteral("state:draft")
                           << QStringLiteral("SEARCH c USING INDEX caption_by_state (state=? AND rank=?)");
    QTest::newRow("words") << QStringLiteral("apple") << QStringLiteral("SEARCH c USING INTEGER PRIMARY KEY");
    QTest::newRow("model") << QStringLiteral("model:mini") << QStringLiteral("SEARCH");
    QTest::newRow("whole pictures") << QStringLiteral("model:mini")
                                    << QStringLiteral("SEARCH c USING INDEX caption_by_region (region=?)");
    QTest::newRow("all") << QString() << QStringLiteral("SEARCH c USING INDEX caption_by_region (region=?)");
}

void TestSelect::indexesAreUsed() {
    QFETCH(QString, query);
    QFETCH(QString, step);
    const Condition condition = conditionOf(*parse(query));
    QVERIFY(prepareFunctions(m_project->database().handle(), condition).ok());
    QStringList plan;
    for (const QByteArray& sql : rowSelects(condition, "r.id")) {
        Statement statement(m_project->database().handle(), ("EXPLAIN QUERY PLAN " + sql).constData());
        while (statement.next()) plan.append(statement.text(3));
    }
    QVERIFY2(plan.join(u'\n').contains(step), qPrintable(plan.join(u'\n')));
    QVERIFY2(!plan.join(u'\n').contains(QLatin1String("INDEX caption_by_media")), qPrintable(plan.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestSelect)
#include "test_select.moc"
