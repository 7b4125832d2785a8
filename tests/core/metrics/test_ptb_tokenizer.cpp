#include "core/metrics/ptb_tokenizer.h"
#include "tests/core/metrics/fixtures.h"

#include <QElapsedTimer>

using nlohmann::json;
using rb::metrics::ptbTokenised;
using namespace rb::metrics::testing;

class PtbTokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void captionsMatchReference_data() { addFileRows({"one_reference", "five_references", "single_item", "odd_texts"}); }
    void captionsMatchReference();
    void rulesMatchReference();
    void knownDifferencesStillDiffer();
    void invalidBytesPartWords_data();
    void invalidBytesPartWords();
    void longTextsTakeLinearTime_data();
    void longTextsTakeLinearTime();

private:
    static QString difference(const std::string& text, const std::string& expected) {
        const std::string found = ptbTokenised(text);
        if (found == expected) return {};
        return QStringLiteral("\"%1\" gives \"%2\", not \"%3\"")
            .arg(QString::fromStdString(text), QString::fromStdString(found), QString::fromStdString(expected));
    }
    static void note(QStringList& differences, const json& text, const json& expected) {
        const QString line = difference(text.get<std::string>(), expected.get<std::string>());
        if (!line.isEmpty()) differences << line;
    }
};

void PtbTokenizerTest::captionsMatchReference() {
    QFETCH(const QString, file);
    const json golden = fixture(file);
    QVERIFY(golden.is_object() && !golden["items"].empty());
    QStringList differences;
    for (const json& item : golden["items"]) {
        note(differences, item["candidate"], item["candidate_tokenised"]);
        QCOMPARE(item["references"].size(), item["references_tokenised"].size());
        for (std::size_t i = 0; i < item["references"].size(); ++i)
            note(differences, item["references"][i], item["references_tokenised"][i]);
    }
    QCOMPARE(differences, QStringList());
}

void PtbTokenizerTest::rulesMatchReference() {
    const json golden = fixture(QStringLiteral("extra/ptb_rules"));
    QVERIFY(golden.is_object() && golden["cases"].size() > 3000);
    QStringList differences;
    for (const json& one : golden["cases"])
        note(differences, one["text"], one["tokens"]);
    QCOMPARE(differences, QStringList());
}

// One that is equal by now belongs to the cases.
void PtbTokenizerTest::knownDifferencesStillDiffer() {
    const json golden = fixture(QStringLiteral("extra/ptb_rules"));
    QVERIFY(golden.is_object() && golden["known_differences"].size() < 10);
    for (const json& one : golden["known_differences"])
        QVERIFY2(!difference(one["text"], one["tokens"]).isEmpty(), one["text"].get<std::string>().c_str());
}

void PtbTokenizerTest::invalidBytesPartWords_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tokens");
    QTest::newRow("lone bytes") << QByteArray("a \xff\xfe dog") << QByteArray("a dog");
    QTest::newRow("inside a word") << QByteArray("do\xffg") << QByteArray("do g");
    QTest::newRow("cut short at the end") << QByteArray("a dog \xe2\x80") << QByteArray("a dog");
    QTest::newRow("overlong slash") << QByteArray("a\xc0\xaf""b") << QByteArray("a b");
    QTest::newRow("surrogate half") << QByteArray("a\xed\xa0\x80""b") << QByteArray("a b");
    QTest::newRow("zero byte") << QByteArray("a\0b", 3) << QByteArray("a b");
}

void PtbTokenizerTest::invalidBytesPartWords() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, tokens);
    QCOMPARE(QByteArray::fromStdString(ptbTokenised(text.toStdString())), tokens);
}

// Each pattern makes some rule look far ahead from every token; a quadratic one would take minutes.
void PtbTokenizerTest::longTextsTakeLinearTime_data() {
    QTest::addColumn<QByteArray>("pattern");
    for (const char* pattern : {"a", ".", "-", "it's a dog, ", "a,", "a.", "5.a.", "5.jpg ", "a@", "x@y.", "<", "<a ", "<a b=\"", "<!-- ",
                                "http://", "www.a.bc/", "a.com/", "a~", "a-", "a/", "555 ", "(555) ", "'", "n't", "A&", "&amp;", ":)",
                                ". ", "J. ", "a!", "\xe2\x80\x9c", "\xf0\x9f\x90\xb6", "\xff"})
        QTest::newRow(pattern) << QByteArray(pattern);
}

void PtbTokenizerTest::longTextsTakeLinearTime() {
    QFETCH(const QByteArray, pattern);
    const std::string text = pattern.repeated(1'000'000 / static_cast<int>(pattern.size())).toStdString();
    QElapsedTimer timer;
    timer.start();
    const std::string tokens = ptbTokenised(text);
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(tokens.size() <= 8 * text.size());
}

QTEST_GUILESS_MAIN(PtbTokenizerTest)
#include "test_ptb_tokenizer.moc"
