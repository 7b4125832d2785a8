#include "core/text/added_tokens.h"
#include "tests/core/text/fixtures.h"

using namespace rb::text;

class AddedTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void longestTokenAtLeftmostPlaceWins();
    void whiteSpaceBelongsToStrippingTokens();
    void firstOfEqualTokensCounts();
    void noTokensLeaveTextWhole();

private:
    static std::vector<std::string> parts(const AddedTokens& tokens, std::string_view text);
};

/// Tokens in brackets, text as it is.
std::vector<std::string> AddedTokensTest::parts(const AddedTokens& tokens, std::string_view text) {
    std::vector<std::string> result;
    for (const auto& segment : tokens.split(text))
        result.push_back(segment.token ? "[" + segment.token->content + "]" : std::string(segment.text));
    return result;
}

void AddedTokensTest::longestTokenAtLeftmostPlaceWins() {
    const AddedTokens tokens({{"<a>", 1}, {"<a><b>", 2}, {"b>x", 3}});
    QCOMPARE(parts(tokens, "x<a><b>x<a>"), (std::vector<std::string>{"x", "[<a><b>]", "x", "[<a>]"}));
    QCOMPARE(parts(tokens, "<<a>b>x"), (std::vector<std::string>{"<", "[<a>]", "[b>x]"}));
}

void AddedTokensTest::whiteSpaceBelongsToStrippingTokens() {
    const AddedTokens tokens({{"<l>", 1, true, true, false}, {"<r>", 2, true, false, true}});
    QCOMPARE(parts(tokens, "a \u3000<l> b"), (std::vector<std::string>{"a", "[<l>]", " b"}));
    QCOMPARE(parts(tokens, "a <r>\t\u00A0b <r> "), (std::vector<std::string>{"a ", "[<r>]", "b ", "[<r>]"}));
    QCOMPARE(parts(tokens, " <l>"), (std::vector<std::string>{"[<l>]"}));
}

void AddedTokensTest::firstOfEqualTokensCounts() {
    const AddedTokens tokens({{"<a>", 1}, {"<a>", 2}, {"<c>", 1, false}});
    QCOMPARE(tokens.byContent("<a>")->id, 1);
    QCOMPARE(tokens.byId(1)->content, std::string("<a>"));
    QVERIFY(tokens.isSpecial(1));
    QCOMPARE(tokens.highestId(), 2);
}

void AddedTokensTest::noTokensLeaveTextWhole() {
    const AddedTokens tokens;
    QCOMPARE(parts(tokens, "<a>"), (std::vector<std::string>{"<a>"}));
    QVERIFY(parts(tokens, "").empty());
    QCOMPARE(tokens.highestId(), -1);
}

QTEST_GUILESS_MAIN(AddedTokensTest)
#include "test_added_tokens.moc"
