#include "core/query/odd_characters.h"

#include <QList>

namespace rb::query {
namespace {

enum class Alphabet { Other, Latin, Greek, Cyrillic };

Alphabet alphabetOf(char32_t c) {
    switch (QChar::script(c)) {
    case QChar::Script_Latin: return Alphabet::Latin;
    case QChar::Script_Greek: return Alphabet::Greek;
    case QChar::Script_Cyrillic: return Alphabet::Cyrillic;
    default: return Alphabet::Other;
    }
}

bool isJoiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool isInvisible(char32_t c) {
    return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
           c == 0xFEFF;
}

bool isBroken(char32_t c) {
    switch (QChar::category(c)) {
    case QChar::Other_Control: return c != U'\n' && c != U'\t' && c != U'\r';
    case QChar::Other_PrivateUse:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned: return true;
    default: return c == 0xFFFD;
    }
}

class Walk {
public:
    std::optional<QString> step(char32_t c) {
        ++m_position;
        std::optional<QString> found;
        const bool joinerIsGood = isJoiner(c) && m_last != 0 && m_last != U' ' && alphabetOf(m_last) == Alphabet::Other;
        if (isBroken(c) || (isInvisible(c) && !joinerIsGood)) found = codeOf(c);
        else if (c == U' ' && m_last == U' ') found = QStringLiteral("doubled space");
        else if (mixes(c)) found = QStringLiteral("letters of two alphabets in one word");
        m_last = c;
        if (!found) return std::nullopt;
        return QStringLiteral("%1 at character %2").arg(*found).arg(m_position);
    }

private:
    static QString codeOf(char32_t c) { return QStringLiteral("U+%1").arg(static_cast<uint>(c), 4, 16, QChar(u'0')).toUpper(); }

    bool mixes(char32_t c) {
        if (!QChar::isLetter(c) && !QChar::isMark(c)) {
            m_alphabet = Alphabet::Other;
            return false;
        }
        const Alphabet alphabet = alphabetOf(c);
        if (alphabet == Alphabet::Other) return false;
        const bool mixed = m_alphabet != Alphabet::Other && m_alphabet != alphabet;
        m_alphabet = alphabet;
        return mixed;
    }

    qsizetype m_position = 0;
    char32_t m_last = 0;
    Alphabet m_alphabet = Alphabet::Other;
};

/// What nearly every caption is.
bool isPlain(const QString& text) {
    QChar last;
    for (const QChar c : text) {
        if (c < u' ' || c > u'~' || (c == u' ' && last == u' ')) return false;
        last = c;
    }
    return true;
}

} // namespace

std::optional<QString> oddCharacter(const QString& text) {
    if (isPlain(text)) return std::nullopt;
    Walk walk;
    for (const uint c : text.toUcs4())
        if (auto found = walk.step(c)) return found;
    return std::nullopt;
}

} // namespace rb::query
