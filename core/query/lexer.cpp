#include "core/query/lexer.h"

namespace rb::query {
namespace {

constexpr QChar kQuote = u'"';

bool isKeyCharacter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; }

class Lexer {
public:
    explicit Lexer(const QString& text) : m_text(text) {}

    std::variant<std::vector<Token>, ParseFault> all() {
        while (m_at < m_text.size() && !m_fault) {
            if (m_text[m_at].isSpace()) ++m_at;
            else readToken();
        }
        if (m_fault) return *m_fault;
        return std::move(m_tokens);
    }

private:
    void readToken() {
        const QChar c = m_text[m_at];
        if (c == u'(') return addMark(Token::Kind::Open);
        if (c == u')') return addMark(Token::Kind::Close);
        if (c == u'-' && m_at + 1 < m_text.size() && !m_text[m_at + 1].isSpace()) return addMark(Token::Kind::Minus);
        Token token;
        token.position = m_at;
        token.key = readKey();
        token.kind = token.key.isEmpty() ? Token::Kind::Word : Token::Kind::Field;
        readValue(token);
        token.length = m_at - token.position;
        add(std::move(token));
    }

    void addMark(Token::Kind kind) {
        m_tokens.push_back({kind, m_at, 1, {}, {}, false});
        ++m_at;
    }

    void add(Token token) {
        if (token.kind == Token::Kind::Word && !token.quoted) {
            if (token.text == QLatin1String("AND")) return;
            if (token.text == QLatin1String("OR")) token.kind = Token::Kind::Or;
            if (token.text == QLatin1String("NOT")) token.kind = Token::Kind::Minus;
        }
        m_tokens.push_back(std::move(token));
    }

    QString readKey() {
        qsizetype end = m_at;
        while (end < m_text.size() && isKeyCharacter(m_text[end])) ++end;
        if (end == m_at || end == m_text.size() || m_text[end] != u':') return {};
        const QString key = m_text.sliced(m_at, end - m_at);
        m_at = end + 1;
        return key;
    }

    void readValue(Token& token) {
        if (m_at < m_text.size() && m_text[m_at] == kQuote) return readQuoted(token);
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && m_text[m_at] != u'(' && m_text[m_at] != u')' &&
               m_text[m_at] != kQuote)
            ++m_at;
        token.text = m_text.sliced(start, m_at - start);
    }

    void readQuoted(Token& token) {
        const qsizetype end = m_text.indexOf(kQuote, m_at + 1);
        if (end < 0) {
            m_fault = ParseFault{m_at, m_text.size() - m_at, QStringLiteral("this quotation mark is never closed")};
            return;
        }
        token.text = m_text.sliced(m_at + 1, end - m_at - 1);
        token.quoted = true;
        m_at = end + 1;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    std::vector<Token> m_tokens;
    std::optional<ParseFault> m_fault;
};

} // namespace

std::variant<std::vector<Token>, ParseFault> tokensOf(const QString& text) { return Lexer(text).all(); }

QString quoted(const QString& value) {
    bool plain = !value.isEmpty() && value[0] != u'-';
    for (const QChar c : value) plain = plain && !c.isSpace() && c != u'(' && c != u')' && c != u':';
    if (plain) return value;
    // The language has no escape: the wildcard stands in for a quotation mark.
    return kQuote + QString(value).replace(kQuote, u'*') + kQuote;
}

} // namespace rb::query
