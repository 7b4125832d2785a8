#include "core/formats/datasets/text_pickle.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>

namespace rb::formats {
namespace {

template <typename T>
std::optional<T> numberOf(std::string_view digits, int base = 10) {
    T number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    return error == std::errc() && end == digits.data() + digits.size() && !digits.empty() ? std::optional(number) : std::nullopt;
}

void appendUtf8(std::string& text, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    const auto tail = [&](unsigned shift) { put(0x80 | ((code >> shift) & 0x3f)); };
    if (code < 0x80) return put(code);
    if (code < 0x800) put(0xc0 | (code >> 6));
    else if (code < 0x10000) put(0xe0 | (code >> 12)), tail(6);
    else put(0xf0 | (code >> 18)), tail(12), tail(6);
    tail(0);
}

/// The code point of `count` hexadecimal digits at the beginning.
std::optional<std::uint32_t> hexadecimal(std::string_view digits, std::size_t count) {
    if (digits.size() < count) return std::nullopt;
    return numberOf<std::uint32_t>(digits.substr(0, count), 16);
}

/// A Python 2 byte string as repr() writes it: in quotes, with escapes.
std::optional<std::string> unquoted(std::string_view quoted) {
    if (quoted.size() < 2 || quoted.front() != quoted.back()) return std::nullopt;
    if (quoted.front() != '\'' && quoted.front() != '"') return std::nullopt;
    const std::string_view body = quoted.substr(1, quoted.size() - 2);
    std::string text;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i] != '\\') {
            text += body[i];
            continue;
        }
        if (++i == body.size()) return std::nullopt;
        const std::size_t known = std::string_view("ntr\\'\"").find(body[i]);
        if (known != std::string_view::npos) {
            text += "\n\t\r\\'\""[known];
            continue;
        }
        const std::optional<std::uint32_t> byte = body[i] == 'x' ? hexadecimal(body.substr(i + 1), 2) : std::nullopt;
        if (!byte) return std::nullopt;
        text += static_cast<char>(*byte);
        i += 2;
    }
    return text;
}

/// Latin-1 with \uXXXX and \UXXXXXXXX for everything else.
std::optional<std::string> unescaped(std::string_view raw) {
    std::string text;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const bool escape = raw[i] == '\\' && i + 1 < raw.size() && (raw[i + 1] == 'u' || raw[i + 1] == 'U');
        if (!escape) {
            appendUtf8(text, static_cast<unsigned char>(raw[i]));
            continue;
        }
        const std::size_t digits = raw[i + 1] == 'u' ? 4 : 8;
        const std::optional<std::uint32_t> code = hexadecimal(raw.substr(i + 2), digits);
        if (!code || *code > 0x10ffff) return std::nullopt;
        appendUtf8(text, *code);
        i += 1 + digits;
    }
    return text;
}

class Translator {
public:
    explicit Translator(std::string_view text) : m_text(text) {}

    bool run() {
        while (m_at < m_text.size())
            if (!step(m_text[m_at++])) return false;
        return true;
    }
    std::size_t at() const { return m_at; }
    std::string take() && { return std::move(m_binary); }

private:
    bool step(char operation);
    bool empty(char made);
    bool text(std::optional<std::string> content);
    bool integer(std::string_view digits);
    bool memo(char operation, std::string_view digits);
    bool put(std::string_view bytes) {
        m_binary += bytes;
        m_afterMark = false;
        return true;
    }
    template <typename T>
    bool putNumber(std::string_view operation, T number) {
        std::array<char, sizeof(T)> bytes;
        for (std::size_t i = 0; i < sizeof(T); ++i) bytes[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
        return put(operation) && put({bytes.data(), bytes.size()});
    }
    /// The rest of the line.
    std::string_view line() {
        const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        const std::string_view rest = m_text.substr(m_at, end - m_at);
        m_at = std::min(end + 1, m_text.size());
        return rest;
    }

    std::string_view m_text;
    std::string m_binary = "\x80\x02";
    std::size_t m_at = 0;
    bool m_afterMark = false;
};

// Python writes containers empty, and appends to them.
bool Translator::empty(char made) {
    if (!m_afterMark) return false;
    m_binary.pop_back();
    return put({&made, 1});
}

bool Translator::text(std::optional<std::string> content) {
    if (!content || content->size() > std::numeric_limits<std::uint32_t>::max()) return false;
    return putNumber("X", static_cast<std::uint32_t>(content->size())) && put(*content);
}

bool Translator::integer(std::string_view digits) {
    if (digits == "00" || digits == "01") return put(digits == "01" ? "\x88" : "\x89");
    if (!digits.empty() && digits.back() == 'L') digits.remove_suffix(1);
    const std::optional<std::int64_t> number = numberOf<std::int64_t>(digits);
    return number && putNumber("\x8a\x08", *number);
}

bool Translator::memo(char operation, std::string_view digits) {
    const std::optional<std::uint32_t> key = numberOf<std::uint32_t>(digits);
    return key && putNumber({&operation, 1}, *key);
}

bool Translator::step(char operation) {
    switch (operation) {
    case '(':
        return put("(") && (m_afterMark = true);
    case 'l':
        return empty(']');
    case 'd':
        return empty('}');
    case 't':
    case 'a':
    case 's':
    case 'N':
    case '.':
        return put({&operation, 1});
    case 'S':
        return text(unquoted(line()));
    case 'V':
        return text(unescaped(line()));
    case 'I':
    case 'L':
        return integer(line());
    case 'F':
        line();
        return put("N");
    case 'p':
        return memo('r', line());
    case 'g':
        return memo('j', line());
    default:
        return false;
    }
}

} // namespace

Result<std::string> binaryPickle(std::string_view text) {
    Translator translator(text);
    if (translator.run()) return std::move(translator).take();
    return Error{ErrorCode::FileInvalid, "it is no pickle of plain lists and texts: byte " + std::to_string(translator.at()) +
                                             " or the line before it holds something else"};
}

} // namespace rb::formats
