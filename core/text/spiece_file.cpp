#include "core/text/spiece_file.h"

#include "core/base/durable_file.h"
#include "core/text/precompiled_charsmap.h"
#include "core/text/vocabulary.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace rb::text {
namespace {

constexpr std::uint64_t kMaxFile = 64 * 1024 * 1024;
// Field numbers and values of sentencepiece_model.proto.
constexpr std::uint64_t kPieces = 1, kNormalizer = 3, kPieceText = 1, kPieceType = 3, kCharsmap = 2, kTypeUnknown = 2;

/// One field of a protocol-buffer message.
struct Field {
    std::uint64_t number = 0;
    std::uint64_t value = 0;      ///< of a varint
    std::string_view bytes;       ///< of a length-delimited field
};

/// Walks a message field by field; `next` gives nothing at the end, and bad() tells why.
class MessageReader {
public:
    explicit MessageReader(std::string_view bytes) : m_rest(bytes) {}

    std::optional<Field> next() {
        if (m_rest.empty() || m_bad) return std::nullopt;
        const auto tag = varint();
        Field field;
        if (!tag) return fail();
        field.number = *tag >> 3;
        switch (*tag & 7) {
        case 0: {
            const auto value = varint();
            if (!value) return fail();
            field.value = *value;
            return field;
        }
        case 1: return take(8) ? std::optional(field) : fail();
        case 5: return take(4) ? std::optional(field) : fail();
        case 2: {
            const auto length = varint();
            if (!length || *length > m_rest.size()) return fail();
            field.bytes = m_rest.substr(0, *length);
            m_rest.remove_prefix(*length);
            return field;
        }
        default: return fail();
        }
    }
    bool bad() const { return m_bad; }

private:
    std::optional<Field> fail() {
        m_bad = true;
        return std::nullopt;
    }
    bool take(std::size_t count) {
        if (count > m_rest.size()) return false;
        m_rest.remove_prefix(count);
        return true;
    }
    std::optional<std::uint64_t> varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (!(byte & 0x80)) return value;
        }
        return std::nullopt;
    }

    std::string_view m_rest;
    bool m_bad = false;
};

struct Findings {
    std::size_t pieces = 0;
    bool unknown = false;
    std::string reason; ///< empty when good
};

void checkPiece(std::string_view message, Findings& findings) {
    MessageReader reader(message);
    std::size_t length = 0;
    while (const auto field = reader.next()) {
        if (field->number == kPieceText) length = field->bytes.size();
        if (field->number == kPieceType && field->value == kTypeUnknown) findings.unknown = true;
    }
    if (reader.bad()) findings.reason = "piece " + std::to_string(findings.pieces) + " is damaged";
    else if (length == 0 || length > kMaxPieceBytes)
        findings.reason = "piece " + std::to_string(findings.pieces) + " has " + std::to_string(length) + " bytes; 1 to 512 are allowed";
    ++findings.pieces;
}

void checkNormalizer(std::string_view message, Findings& findings) {
    MessageReader reader(message);
    while (const auto field = reader.next())
        if (field->number == kCharsmap && !field->bytes.empty() && !PrecompiledCharsmap::from(std::string(field->bytes)))
            findings.reason = "its character map reaches out of its bounds";
    if (reader.bad()) findings.reason = "its normalizer is damaged";
}

Findings check(std::string_view bytes) {
    Findings findings;
    MessageReader reader(bytes);
    while (const auto field = reader.next()) {
        if (field->number == kPieces) checkPiece(field->bytes, findings);
        if (field->number == kNormalizer) checkNormalizer(field->bytes, findings);
        if (findings.pieces > kMaxVocabulary) findings.reason = "it has more than a million pieces";
        if (!findings.reason.empty()) return findings;
    }
    if (reader.bad()) findings.reason = "it is truncated or damaged";
    else if (findings.pieces == 0) findings.reason = "it has no pieces";
    else if (!findings.unknown) findings.reason = "it has no piece for the unknown";
    return findings;
}

} // namespace

Result<SpieceFile> readSpieceFile(const std::filesystem::path& path) {
    Result<std::string> bytes = readFile(path, kMaxFile);
    if (!bytes.ok()) return bytes.error();
    const Findings findings = check(*bytes);
    if (!findings.reason.empty())
        return Error{ErrorCode::FileInvalid, path.string() + " is not a usable SentencePiece model: " + findings.reason + "."};
    return SpieceFile{std::move(*bytes), findings.pieces};
}

} // namespace rb::text
