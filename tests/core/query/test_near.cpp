#include "core/query/near.h"
#include "core/query/completion.h"
#include "tests/core/query/query_project.h"

using namespace rb;
using namespace rb::query;
using namespace rb::query::test;

/// `meaning:` and `like:` beside the other conditions. What is near is made up: this folder knows no model.
class TestNear : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theQueryTellsWhatItAsksFor();
    void foundPlacesAreTheRows_data();
    void foundPlacesAreTheRows();
    void theMostSimilarComeFirst();
    void idsKeepAllTheirDigits();
    void aTermThatNobodyLookedForIsRefused();
    void aFailureOfTheSearchIsTheAnswer();
    void faultsNameTheirPlace_data();
    void faultsNameTheirPlace();
    void bothKeysAreInTheHelp();

private:
    Near near(project::Id region, double similarity) const { return {(*m_project)->region(region)->media, region, similarity}; }
    QStringList found(const QString& text, Order order = Order::Picture);

    std::unique_ptr<QueryProject> m_project;
    project::Id m_dog = 0, m_cat = 0, m_cup = 0, m_third = 0;
};

void TestNear::init() {
    m_project = std::make_unique<QueryProject>();
    m_dog = m_project->region(QStringLiteral("a.png"), QStringLiteral("dog"), QStringLiteral("a red dog"));
    m_cat = m_project->region(QStringLiteral("b.png"), QStringLiteral("cat"), QStringLiteral("a red cat"));
    m_cup = m_project->region(QStringLiteral("c.png"), QStringLiteral("cup"), {});
    m_third = (*m_project)->region(m_cup)->media;
}

/// "red" is near the cup, the dog and the third picture, in this order; like the dog is the cat.
QStringList TestNear::found(const QString& text, Order order) {
    const auto parsed = parse(text);
    if (!parsed.ok()) return {QString::fromStdString(parsed.error().message)};
    const auto query = withNear(*parsed, [&](const Term& term) -> Result<std::vector<Near>> {
        if (term.key->kind == KeyKind::Like) return std::vector{near(m_cat, 0.5)};
        if (term.text == QLatin1String("nothing")) return std::vector<Near>{};
        return std::vector{near(m_cup, 0.9), near(m_dog, 0.7), Near{m_third, 0, 0.2}};
    });
    const auto rows = select((*m_project)->database(), *query, order);
    if (!rows.ok()) return {QString::fromStdString(rows.error().message)};
    QStringList names;
    for (const Row& row : *rows) names.append(row.region ? (*m_project)->region(row.region)->label : (*m_project)->media(row.media)->path);
    const auto number = count((*m_project)->database(), *query);
    if (!number.ok() || *number != names.size()) names.append(QStringLiteral("count() differs"));
    return names;
}

void TestNear::theQueryTellsWhatItAsksFor() {
    const auto terms = nearTerms(*parse(QStringLiteral("dog (meaning:\"red round\" OR -like:17) label:x")));
    QCOMPARE(terms.size(), std::size_t(2));
    QCOMPARE(terms[0].key->kind, KeyKind::Meaning);
    QCOMPARE(terms[0].text, QStringLiteral("red round"));
    QCOMPARE(terms[1].key->kind, KeyKind::Like);
    QCOMPARE(terms[1].text, QStringLiteral("17"));
    QVERIFY(nearTerms(*parse(QStringLiteral("dog -label:x"))).empty());
}

void TestNear::foundPlacesAreTheRows_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char* text, const QStringList& rows) { QTest::newRow(text) << QString::fromLatin1(text) << rows; };
    const QString dog = QStringLiteral("dog"), cat = QStringLiteral("cat"), cup = QStringLiteral("cup"), third = QStringLiteral("c.png");
    row("meaning:red", {dog, third, cup});
    row("meaning:red is:region", {dog, cup});
    row("meaning:red is:picture", {third});
    row("meaning:red has:caption", {dog});
    row("meaning:red dog", {dog});
    row("like:1", {cat});
    row("like:1 OR meaning:red", {dog, cat, third, cup});
    row("-meaning:red is:region", {cat});
    row("meaning:red -like:1", {dog, third, cup});
    row("meaning:nothing", {});
    row("-meaning:nothing is:region", {dog, cat, cup});
}

void TestNear::foundPlacesAreTheRows() {
    QFETCH(const QString, text);
    QFETCH(const QStringList, rows);
    QCOMPARE(found(text), rows);
}

void TestNear::theMostSimilarComeFirst() {
    QCOMPARE(found(QStringLiteral("meaning:red"), Order::Similarity), QStringList({QStringLiteral("cup"), QStringLiteral("dog"), QStringLiteral("c.png")}));
    // What is not near comes last, in the order of pictures.
    QCOMPARE(found(QStringLiteral("(is:region OR meaning:red)"), Order::Similarity),
             QStringList({QStringLiteral("cup"), QStringLiteral("dog"), QStringLiteral("c.png"), QStringLiteral("cat")}));
    QCOMPARE(found(QStringLiteral("is:region -meaning:red"), Order::Similarity), QStringList({QStringLiteral("cat")}));
}

/// Ids have up to 63 bits, and doubles 53.
void TestNear::idsKeepAllTheirDigits() {
    project::Id odd = 0; // an id that no double has
    for (int i = 0; i < 20 && !(odd & 1); ++i) odd = m_project->add(project::test::box(m_third, 10, QStringLiteral("one of many")));
    QVERIFY(odd > (qint64(1) << 53) && (odd & 1));
    const auto query = withNear(*parse(QStringLiteral("meaning:x")), [&](const Term&) { return std::vector{Near{m_third, odd, 1}}; });
    const auto rows = select((*m_project)->database(), *query);
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), std::size_t(1));
    QCOMPARE(rows->front().region, odd);
}

void TestNear::aTermThatNobodyLookedForIsRefused() {
    const auto query = parse(QStringLiteral("label:dog OR meaning:red"));
    const auto rows = select((*m_project)->database(), *query);
    QVERIFY(!rows.ok());
    QVERIFY(rows.error().message.find("prepared") != std::string::npos);
    QVERIFY(!count((*m_project)->database(), *query).ok());
}

void TestNear::aFailureOfTheSearchIsTheAnswer() {
    const auto query = withNear(*parse(QStringLiteral("meaning:red")),
                                [](const Term&) -> Result<std::vector<Near>> { return Error{ErrorCode::Unsupported, "No."}; });
    QVERIFY(!query.ok());
    QCOMPARE(query.error().message, std::string("No."));
}

void TestNear::faultsNameTheirPlace_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("word") << QStringLiteral("a like:dog") << QStringLiteral("At character 3 of the query: “dog” should be the number of a region.");
    QTest::newRow("zero") << QStringLiteral("like:0") << QStringLiteral("At character 1 of the query: “0” should be the number of a region.");
    QTest::newRow("too large") << QStringLiteral("like:9223372036854775808")
                               << QStringLiteral("At character 1 of the query: “9223372036854775808” should be the number of a region.");
    QTest::newRow("no word") << QStringLiteral("meaning:\"?\"") << QStringLiteral("At character 1 of the query: there is no word in “?”.");
    QTest::newRow("nothing") << QStringLiteral("meaning:")
                             << QStringLiteral("At character 1 of the query: nothing follows “meaning:”; write for example meaning:\"something red\".");
}

void TestNear::faultsNameTheirPlace() {
    QFETCH(const QString, text);
    QFETCH(const QString, sentence);
    const auto query = parse(text);
    QVERIFY(!query.ok());
    QCOMPARE(QString::fromStdString(query.error().message), sentence);
}

void TestNear::bothKeysAreInTheHelp() {
    for (const HelpLine& line : helpTable())
        if (line.key == QLatin1String("meaning:") || line.key == QLatin1String("like:")) {
            QVERIFY(!line.values.isEmpty());
            QVERIFY(parse(line.example).ok());
        }
    const auto offered = complete({}, QStringLiteral("mean"), 4);
    QCOMPARE(offered.size(), std::size_t(1));
    QCOMPARE(offered.front().replacement, QStringLiteral("meaning:"));
}

QTEST_GUILESS_MAIN(TestNear)
#include "test_near.moc"
