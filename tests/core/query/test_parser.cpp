#include "core/query/query.h"

#include <QDateTime>
#include <QTest>

#include <tuple>

using namespace rb::query;

class TestParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyExampleOfTheManualIsRead();
    void emptyTextAsksForEverything();
    void orBindsLessTightlyThanSideBySide();
    void onlyTheBareWordAtTheEndMayGoOn_data();
    void onlyTheBareWordAtTheEndMayGoOn();
    void rangesAreAsWritten_data();
    void rangesAreAsWritten();
    void datesAreWholeDays();
    void mistakesAreToldWithTheirPlace_data();
    void mistakesAreToldWithTheirPlace();
    void deepAndLongQueriesAreRefused();
    void quotedValuesReadBackAsTheyWere_data();
    void quotedValuesReadBackAsTheyWere();
};

void TestParser::everyExampleOfTheManualIsRead() {
    for (const Key& key : allKeys()) {
        const auto query = parse(QLatin1String(key.example));
        QVERIFY2(query.ok(), key.example);
        QVERIFY(query->root.key == &key);
    }
    for (const Choice& choice : allChoices()) {
        const auto query = parse(QStringLiteral("%1:%2").arg(QLatin1String(choice.key), QLatin1String(choice.value)));
        QVERIFY2(query.ok(), choice.value);
        QVERIFY(query->root.choice == &choice);
    }
}

void TestParser::emptyTextAsksForEverything() {
    QVERIFY(parse({})->isEmpty());
    QVERIFY(parse(QStringLiteral("  \n "))->isEmpty());
    QVERIFY(!parse(QStringLiteral("a"))->isEmpty());
}

void TestParser::orBindsLessTightlyThanSideBySide() {
    const auto query = parse(QStringLiteral("red is:region OR NOT blue AND (green OR is:picture)"));
    QVERIFY(query.ok());
    QVERIFY(query->root.kind == Term::Kind::Any);
    QCOMPARE(query->root.parts.size(), 2U);
    const Term& right = query->root.parts[1];
    QVERIFY(right.kind == Term::Kind::All);
    QCOMPARE(right.parts.size(), 2U);
    QVERIFY(right.parts[0].kind == Term::Kind::Not);
    QVERIFY(right.parts[1].kind == Term::Kind::Any);
}

void TestParser::onlyTheBareWordAtTheEndMayGoOn_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("prefix");
    QTest::newRow("being typed") << QStringLiteral("red app") << true;
    QTest::newRow("typed") << QStringLiteral("red app ") << false;
    QTest::newRow("phrase") << QStringLiteral("red \"app\"") << false;
}

void TestParser::onlyTheBareWordAtTheEndMayGoOn() {
    QFETCH(QString, text);
    QFETCH(bool, prefix);
    const auto query = parse(text);
    QVERIFY(query.ok());
    QVERIFY(!query->root.parts[0].prefix);
    QCOMPARE(query->root.parts[1].prefix, prefix);
}

void TestParser::rangesAreAsWritten_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("open");
    const double none = 1e300;
    QTest::newRow("one") << QStringLiteral("12") << 12.0 << 12.0 << QString();
    QTest::newRow("equal") << QStringLiteral("=12") << 12.0 << 12.0 << QString();
    QTest::newRow("more") << QStringLiteral(">12") << 12.0 << none << QStringLiteral("low");
    QTest::newRow("at least") << QStringLiteral(">=-0.5") << -0.5 << none << QString();
    QTest::newRow("less") << QStringLiteral("<0.4") << none << 0.4 << QStringLiteral("high");
    QTest::newRow("at most") << QStringLiteral("<=1e3") << none << 1000.0 << QString();
    QTest::newRow("between") << QStringLiteral("3..8") << 3.0 << 8.0 << QString();
    QTest::newRow("from") << QStringLiteral("3..") << 3.0 << none << QString();
    QTest::newRow("up to") << QStringLiteral("..8") << none << 8.0 << QString();
}

void TestParser::rangesAreAsWritten() {
    QFETCH(QString, value);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, open);
    const auto query = parse(QStringLiteral("tokens:") + value);
    QVERIFY2(query.ok(), query.ok() ? "" : query.error().message.c_str());
    const Range& range = query->root.range;
    QCOMPARE(range.low.value_or(1e300), low);
    QCOMPARE(range.high.value_or(1e300), high);
    QCOMPARE(range.lowOpen, open == QLatin1String("low"));
    QCOMPARE(range.highOpen, open == QLatin1String("high"));
}

void TestParser::datesAreWholeDays() {
    const auto start = [](int day) { return static_cast<double>(QDate(2026, 1, day).startOfDay().toMSecsSinceEpoch()); };
    const auto covers = [](const char* query, double time) {
        const Range range = parse(QLatin1String(query))->root.range;
        const bool above = !range.low || (range.lowOpen ? time > *range.low : time >= *range.low);
        return above && (!range.high || (range.highOpen ? time < *range.high : time <= *range.high));
    };
    for (const auto& [query, first, last] : {std::tuple("changed:2026-01-10", 10, 10), std::tuple("changed:>2026-01-10", 11, 31),
                                             std::tuple("changed:>=2026-01-10", 10, 31), std::tuple("changed:<2026-01-10", 1, 9),
                                             std::tuple("changed:<=2026-01-10", 1, 10), std::tuple("changed:2026-01-08..2026-01-10", 8, 10),
                                             std::tuple("changed:..2026-01-10", 1, 10)})
        for (int day = 1; day < 31; ++day) {
            QCOMPARE(covers(query, start(day)), day >= first && day <= last);
            QCOMPARE(covers(query, start(day + 1) - 1), day >= first && day <= last);
        }
}

void TestParser::mistakesAreToldWithTheirPlace_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* text, int position, const char* part) {
        QTest::newRow(text) << QString::fromUtf8(text) << position << QString::fromUtf8(part);
    };
    row("red \"apple", 4, "never closed");
    row("(red", 0, "never closed");
    row("red)", 3, "closes nothing");
    row("()", 0, "nothing between");
    row("red OR", 4, "both sides");
    row("OR red", 0, "both sides");
    row("(a) OR ()", 7, "nothing between");
    row("a lable:dog", 2, "did you mean “label:”?");
    row("http://x.org", 0, "quotation marks");
    row("state:drift", 0, "draft, accepted, rejected");
    row("tokens:many", 0, "12, >12");
    row("tokens:", 0, "tokens:>12");
    row("tokens:8..3", 0, "ends before it begins");
    row("tokens:..", 0, "12, >12");
    row("tokens:nan", 0, "12, >12");
    row("score:>inf", 0, "12, >12");
    row("changed:yesterday", 0, "2026-01-31");
    row("changed:2026-02-30", 0, "2026-01-31");
    row("a -", 2, "no word");
    row("a NOT", 2, "nothing to leave out");
    row("a … b", 2, "no word");
}

void TestParser::mistakesAreToldWithTheirPlace() {
    QFETCH(QString, text);
    QFETCH(int, position);
    QFETCH(QString, part);
    ParseFault fault;
    const auto query = parse(text, &fault);
    QVERIFY(!query.ok());
    QCOMPARE(fault.position, position);
    QVERIFY(fault.length > 0 && fault.position + fault.length <= text.size());
    const QString sentence = QString::fromStdString(query.error().message);
    QVERIFY2(sentence.contains(part), qPrintable(sentence));
    QVERIFY(sentence.startsWith(QStringLiteral("At character %1 ").arg(position + 1)));
    QVERIFY(query.error().code == rb::ErrorCode::InvalidArgument);
}

void TestParser::deepAndLongQueriesAreRefused() {
    QVERIFY(!parse(QString(100'000, u'(')).ok());
    QVERIFY(!parse(QString(100'000, u'-') + u'a').ok());
    QVERIFY(!parse(QStringLiteral("a ").repeated(100'000)).ok());
    QVERIFY(parse(QStringLiteral("label:a OR ").repeated(199) + QStringLiteral("b")).ok());
}

void TestParser::quotedValuesReadBackAsTheyWere_data() {
    QTest::addColumn<QString>("value");
    for (const char* value : {"dog", "traffic light", "a(b)", "-x", "a:b", "größe", ""})
        QTest::newRow(value) << QString::fromUtf8(value);
}

void TestParser::quotedValuesReadBackAsTheyWere() {
    QFETCH(QString, value);
    const auto query = parse(QStringLiteral("label:") + quoted(value));
    QVERIFY(query.ok());
    QCOMPARE(query->root.text, value);
}

QTEST_GUILESS_MAIN(TestParser)
#include "test_parser.moc"
