#include "core/query/lexer.h"
#include "core/query/values.h"
#include "core/query/words.h"

#include <algorithm>

namespace rb::query {
namespace {

constexpr int kDeepest = 40;
// SQLite refuses expressions that are nested more than 1000 deep, and a long AND is nested.
constexpr int kMostTerms = 200;

bool hasWord(const QString& text) { return wordCount(text) > 0; }
bool isEmpty(const Term& term) { return term.kind == Term::Kind::All && term.parts.empty(); }

class Parser {
public:
    Parser(const QString& text, std::vector<Token> tokens) : m_text(text), m_tokens(std::move(tokens)) {}

    std::optional<Term> all() {
        Term term = anyOf(0);
        if (!m_fault && m_at < m_tokens.size()) fail(m_tokens[m_at], QStringLiteral("this parenthesis closes nothing"));
        if (m_fault) return std::nullopt;
        return term;
    }
    const ParseFault& fault() const { return *m_fault; }

private:
    using Kind = Token::Kind;

    bool at(Kind kind) const { return !m_fault && m_at < m_tokens.size() && m_tokens[m_at].kind == kind; }

    Term fail(const Token& token, QString sentence) {
        if (!m_fault) m_fault = ParseFault{token.position, token.length, std::move(sentence)};
        return {};
    }

    Term anyOf(int depth) {
        Term first = allOf(depth);
        if (!at(Kind::Or)) return first;
        Term any;
        any.kind = Term::Kind::Any;
        any.parts.push_back(std::move(first));
        while (at(Kind::Or)) {
            const Token& mark = m_tokens[m_at++];
            any.parts.push_back(allOf(depth));
            if (isEmpty(any.parts.front()) || isEmpty(any.parts.back()))
                return fail(mark, QStringLiteral("OR needs something on both sides"));
        }
        return any;
    }

    Term allOf(int depth) {
        Term all;
        while (!m_fault && m_at < m_tokens.size() && !at(Kind::Or) && !at(Kind::Close)) all.parts.push_back(one(depth));
        if (all.parts.size() == 1) return std::move(all.parts.front());
        return all;
    }

    Term one(int depth) {
        const Token& token = m_tokens[m_at++];
        if (depth > kDeepest) return fail(token, QStringLiteral("the query is nested too deeply"));
        if (++m_terms > kMostTerms) return fail(token, QStringLiteral("the query has more than %1 parts").arg(kMostTerms));
        switch (token.kind) {
        case Kind::Minus: return negated(token, depth);
        case Kind::Open: return inParentheses(token, depth);
        case Kind::Field: return field(token);
        default: return words(token);
        }
    }

    Term negated(const Token& minus, int depth) {
        if (m_at == m_tokens.size() || at(Kind::Or) || at(Kind::Close))
            return fail(minus, QStringLiteral("there is nothing to leave out"));
        Term term;
        term.kind = Term::Kind::Not;
        term.parts.push_back(one(depth + 1));
        return term;
    }

    Term inParentheses(const Token& open, int depth) {
        Term term = anyOf(depth + 1);
        if (m_fault) return term;
        if (!at(Kind::Close)) return fail(open, QStringLiteral("this parenthesis is never closed"));
        ++m_at;
        if (isEmpty(term)) return fail(open, QStringLiteral("there is nothing between the parentheses"));
        return term;
    }

    Term words(const Token& token) {
        if (!hasWord(token.text)) return fail(token, QStringLiteral("there is no word in “%1”").arg(token.text));
        Term term;
        term.kind = Term::Kind::Words;
        term.text = token.text;
        term.prefix = !token.quoted && token.position + token.length == m_text.size();
        return term;
    }

    Term field(const Token& token) {
        Term term;
        term.kind = Term::Kind::Field;
        term.text = token.text;
        term.key = keyNamed(token.key);
        if (!term.key) return unknownKey(token);
        if (token.text.isEmpty() && !token.quoted)
            return fail(
                token,
                QStringLiteral("nothing follows “%1:”; write for example %2").arg(token.key, QLatin1String(term.key->example)));
        if (term.key->kind == KeyKind::Choice) {
            term.choice = choiceNamed(*term.key, token.text);
            return term.choice ? term : unknownChoice(token, *term.key);
        }
        if (term.key->kind == KeyKind::Meaning && !hasWord(term.text)) return fail(token, QStringLiteral("there is no word in “%1”").arg(token.text));
        if (term.key->kind == KeyKind::Like && term.text.toLongLong() <= 0)
            return fail(token, QStringLiteral("“%1” should be the number of a region").arg(token.text));
        if (term.key->kind != KeyKind::Number && term.key->kind != KeyKind::Date) return term;
        const auto range = rangeOf(term.key->kind, token.text);
        if (const auto* sentence = std::get_if<QString>(&range)) return fail(token, *sentence);
        term.range = std::get<Range>(range);
        return term;
    }

    Term unknownKey(const Token& token) {
        const QString near = nearest(token.key.toLower(), keyNames());
        const QString advice = near.isEmpty() ? QStringLiteral("put the text in quotation marks to search for it as it stands")
                                              : QStringLiteral("did you mean “%1:”?").arg(near);
        return fail(token, QStringLiteral("there is no key “%1:”; %2").arg(token.key, advice));
    }

    Term unknownChoice(const Token& token, const Key& key) {
        return fail(token, QStringLiteral("“%1:” can be %2, not “%3”")
                               .arg(QLatin1String(key.name), choicesOf(key).join(QLatin1String(", ")), token.text));
    }

    const QString& m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_terms = 0;
    std::optional<ParseFault> m_fault;
};

Error errorOf(const ParseFault& fault) {
    const QString point = fault.sentence.endsWith(u'?') ? QString() : QStringLiteral(".");
    const QString sentence =
        QStringLiteral("At character %1 of the query: %2%3").arg(fault.position + 1).arg(fault.sentence, point);
    return {ErrorCode::InvalidArgument, sentence.toStdString()};
}

} // namespace

Result<Query> parse(const QString& text, ParseFault* fault) {
    const auto refused = [&](const ParseFault& found) {
        if (fault) *fault = found;
        return errorOf(found);
    };
    auto tokens = tokensOf(text);
    if (const auto* found = std::get_if<ParseFault>(&tokens)) return refused(*found);
    Parser parser(text, std::move(std::get<std::vector<Token>>(tokens)));
    std::optional<Term> root = parser.all();
    if (!root) return refused(parser.fault());
    return Query{std::move(*root)};
}

} // namespace rb::query
