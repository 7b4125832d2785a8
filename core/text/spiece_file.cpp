#include "core/text/spiece_file.h"

#include "core/base/durable_file.h"
#include "core/text/precompiled_charsmap.h"
#include "core/text/protobuf_walk.h"
#include "core/text/utf8.h"
#include "core/text/vocabulary.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rb::text {
namespace {

constexpr std::uint64_t kMaxFile = 64 * 1024 * 1024;
// Room for matches of one text in the library's matcher of user-defined pieces.
constexpr std::size_t kMaxNesting = 64;

// Field numbers and values of sentencepiece_model.proto.
enum ModelField : std::uint64_t { Pieces = 1, Trainer = 2, Normalizer = 3, Denormalizer = 5 };
enum PieceField : std::uint64_t { PieceText = 1, PieceScore = 2, PieceType = 3 };
enum PieceKind : std::uint64_t { Normal = 1, Unknown = 2, UserDefined = 4 };
constexpr std::uint64_t kTrainerModelType = 3, kUnigram = 1, kNormalizerCharsmap = 2;

/// Gathers what the file says and the first reason to refuse it.
class SpieceCheck {
public:
    explicit SpieceCheck(std::string_view bytes) { walk(bytes); }

    const std::string& reason() const { return m_reason; } ///< empty when the file is good
    const SpieceFile& found() const { return m_found; }

private:
    void refuse(const std::string& reason) {
        if (m_reason.empty()) m_reason = reason;
    }
    void walk(std::string_view bytes);
    void addPiece(std::string_view message);
    void checkTrainer(std::string_view message);
    void checkNormalizer(std::string_view message);
    void checkNesting();

    SpieceFile m_found;
    std::vector<std::string_view> m_userDefined;
    std::string m_reason;
};

void SpieceCheck::walk(std::string_view bytes) {
    ProtobufWalk fields(bytes);
    while (const auto field = fields.next()) {
        if (field->number == Pieces) addPiece(field->bytes);
        if (field->number == Trainer) checkTrainer(field->bytes);
        if (field->number == Normalizer || field->number == Denormalizer) checkNormalizer(field->bytes);
        if (!m_reason.empty()) return;
    }
    if (fields.bad()) refuse("it is truncated or damaged");
    if (m_found.pieceCount == 0) refuse("it has no pieces");
    if (m_found.unknown < 0) refuse("it has no piece for unknown text");
    checkNesting();
}

void SpieceCheck::addPiece(std::string_view message) {
    ProtobufWalk fields(message);
    std::string_view text;
    float score = 0;
    std::uint64_t kind = Normal;
    while (const auto field = fields.next()) {
        if (field->number == PieceText) text = field->bytes;
        if (field->number == PieceScore)
            score = std::bit_cast<float>(static_cast<std::uint32_t>(field->value));
        if (field->number == PieceType) kind = field->value;
    }
    const TokenId id = m_found.pieceCount++;
    const std::string name = "piece " + std::to_string(id);
    if (fields.bad()) refuse(name + " is damaged");
    if (id >= static_cast<TokenId>(kMaxVocabulary)) refuse("it has more than a million pieces");
    if (text.empty() || text.size() > kMaxPieceBytes)
        refuse(name + " has " + std::to_string(text.size()) + " bytes; 1 to 512 are allowed");
    if (text.find('\0') != std::string_view::npos || repaired(text, false) != text)
        refuse(name + " is not text");
    if (!std::isfinite(score)) refuse(name + " has a score that is no number");
    if (kind == Unknown) {
        if (m_found.unknown >= 0) refuse("it has two pieces for unknown text");
        m_found.unknown = id;
        m_found.unknownPiece = text;
    }
    if (kind == UserDefined) m_userDefined.push_back(text);
    if (text == "</s>") m_found.end = id;
    if (text == "<pad>") m_found.pad = id;
}

void SpieceCheck::checkTrainer(std::string_view message) {
    ProtobufWalk fields(message);
    while (const auto field = fields.next())
        if (field->number == kTrainerModelType && field->value != kUnigram)
            refuse("its model is of type " + std::to_string(field->value) +
                   "; T5's are unigram models, type 1");
    if (fields.bad()) refuse("its training description is damaged");
}

void SpieceCheck::checkNormalizer(std::string_view message) {
    ProtobufWalk fields(message);
    while (const auto field = fields.next())
        if (field->number == kNormalizerCharsmap && !field->bytes.empty() &&
            !PrecompiledCharsmap::from(field->bytes))
            refuse("its character map is damaged");
    if (fields.bad()) refuse("its normalizer is damaged");
}

void SpieceCheck::checkNesting() {
    std::sort(m_userDefined.begin(), m_userDefined.end());
    std::vector<std::string_view> open; // each the beginning of the next
    for (const std::string_view piece : m_userDefined) {
        while (!open.empty() && piece.substr(0, open.back().size()) != open.back())
            open.pop_back();
        open.push_back(piece);
        if (open.size() > kMaxNesting) return refuse("its user-defined pieces are nested more than 64 deep");
    }
}

} // namespace

Result<SpieceFile> readSpieceFile(const std::filesystem::path& path) {
    Result<std::string> bytes = readFile(path, kMaxFile);
    if (!bytes.ok()) return bytes.error();
    const SpieceCheck check(*bytes);
    if (!check.reason().empty())
        return Error{ErrorCode::FileInvalid,
                     path.string() + " is not a usable SentencePiece model: " + check.reason() + "."};
    SpieceFile file = check.found();
    file.bytes = std::move(*bytes);
    return file;
}

} // namespace rb::text
