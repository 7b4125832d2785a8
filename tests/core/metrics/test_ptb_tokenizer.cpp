#include "core/metrics/ptb_tokenizer.h"

#include <QTest>

#include <fstream>

#include <nlohmann/json.hpp>

using rb::metrics::ptbTokenised;

class PtbTokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void captionsAreTokenisedAsTheReference_data();
    void captionsAreTokenisedAsTheReference();
    void generalRulesHold_data();
    void generalRulesHold();
    void invalidBytesAreDropped();
    void longTextsTakeLinearTime();
};

void PtbTokenizerTest::captionsAreTokenisedAsTheReference_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"one_reference", "five_references", "single_item", "odd_texts"}) QTest::newRow(file) << QString::fromLatin1(file);
}

void PtbTokenizerTest::captionsAreTokenisedAsTheReference() {
    QFETCH(const QString, file);
    std::ifstream in(std::string(RB_TEST_DATA) + "/metrics/" + file.toStdString() + ".json");
    const auto golden = nlohmann::json::parse(in);
    int wrong = 0;
    const auto compare = [&wrong](const std::string& text, const std::string& expected) {
        if (ptbTokenised(text) == expected) return;
        qWarning("\"%s\" gives \"%s\" instead of \"%s\"", text.c_str(), ptbTokenised(text).c_str(), expected.c_str());
        ++wrong;
    };
    for (const auto& item : golden.at("items")) {
        compare(item.at("candidate"), item.at("candidate_tokenised"));
        for (std::size_t i = 0; i < item.at("references").size(); ++i)
            compare(item.at("references")[i], item.at("references_tokenised")[i]);
    }
    QCOMPARE(wrong, 0);
}

void PtbTokenizerTest::generalRulesHold_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tokens");
    const auto row = [](const char* text, const char* tokens) { QTest::newRow(text) << QByteArray(text) << QByteArray(tokens); };
    row("They're here, we've seen it; she'll go.", "they 're here we 've seen it she 'll go");
    row("A 3D-printed cup (2nd).", "a 3d-printed cup -lrb- 2nd -rrb-");
    row("the girl\xe2\x80\x99s dog", "the girl 's dog");
    row("Write to me@example.org, please", "write to me@example.org please");
    row("wouldn't we wanna?", "would n't we wan na");
    row("a dog-", "a dog");
}

void PtbTokenizerTest::generalRulesHold() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, tokens);
    QCOMPARE(QByteArray::fromStdString(ptbTokenised(text.toStdString())), tokens);
}

void PtbTokenizerTest::invalidBytesAreDropped() {
    QCOMPARE(ptbTokenised(std::string("a \xff\xfe dog \xc3")), std::string("a dog"));
    QCOMPARE(ptbTokenised(std::string_view("a\0b", 3)), std::string("a b"));
}

void PtbTokenizerTest::longTextsTakeLinearTime() {
    std::string text, dots(1'000'000, '.');
    for (int i = 0; i < 100'000; ++i) text += "it's a dog, ";
    QCOMPARE(ptbTokenised(text).size(), std::string("it 's a dog ").size() * 100'000 - 1);
    QCOMPARE(ptbTokenised(dots), std::string());
    QVERIFY(!ptbTokenised(std::string(1'000'000, 'a')).empty());
}

QTEST_GUILESS_MAIN(PtbTokenizerTest)
#include "test_ptb_tokenizer.moc"
