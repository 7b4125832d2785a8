#include "core/text/sentencepiece_tokenizer.h"

#include "core/text/pieces_text.h"
#include "core/text/utf8.h"

#include <sentencepiece_processor.h>

#include <algorithm>

namespace rb::text {

SentencePieceTokenizer::SentencePieceTokenizer() = default;
SentencePieceTokenizer::~SentencePieceTokenizer() = default;

// The library throws where its trie cannot be built.
static std::string loadInto(sentencepiece::SentencePieceProcessor& processor, const std::string& bytes) {
    try {
        const auto status = processor.LoadFromSerializedProto(bytes);
        return status.ok() ? std::string() : status.ToString();
    } catch (const std::exception& exception) {
        return exception.what();
    }
}

Result<std::shared_ptr<const Tokenizer>> SentencePieceTokenizer::from(const SpieceFile& file,
                                                                      AddedTokens added, TokenId end,
                                                                      const std::string& name) {
    std::shared_ptr<SentencePieceTokenizer> tokenizer(new SentencePieceTokenizer());
    tokenizer->m_processor = std::make_unique<sentencepiece::SentencePieceProcessor>();
    const std::string reason = loadInto(*tokenizer->m_processor, file.bytes);
    if (!reason.empty())
        return Error{ErrorCode::FileInvalid, name + " is not a usable SentencePiece model: " + reason + "."};
    tokenizer->m_end = end;
    tokenizer->m_added = std::move(added);
    return std::shared_ptr<const Tokenizer>(std::move(tokenizer));
}

std::vector<TokenId> SentencePieceTokenizer::encode(std::string_view text) const {
    std::vector<TokenId> ids;
    for (const AddedTokens::Segment& segment : m_added.split(text)) {
        if (segment.token) {
            ids.push_back(segment.token->id);
            continue;
        }
        std::vector<int> pieces;
        const auto status =
            m_processor->Encode(absl::string_view(segment.text.data(), segment.text.size()), &pieces);
        if (status.ok()) ids.insert(ids.end(), pieces.begin(), pieces.end());
    }
    if (ids.empty() || ids.back() != m_end) ids.push_back(m_end);
    return ids;
}

bool SentencePieceTokenizer::isPiece(TokenId id) const {
    return id >= 0 && id < m_processor->GetPieceSize();
}

std::string SentencePieceTokenizer::bytesOf(std::span<const TokenId> ids, bool skipSpecialTokens) const {
    std::string text;
    for (const TokenId id : ids) {
        const AddedToken* token = m_added.byId(id);
        if (token && skipSpecialTokens && token->special) continue;
        if (token)
            text += token->content;
        else if (isPiece(id) && m_processor->IsByte(id))
            appendBytePiece(text, pieceOf(id));
        else
            appendPiece(text, pieceOf(id));
    }
    return text;
}

// T5Tokenizer strips what it has decoded.
static std::string stripped(std::string text) {
    text.erase(text.size() - whiteSpaceAtEnd(text));
    text.erase(0, whiteSpaceAtStart(text));
    return text;
}

// Of a text that still grows only the space in front is not its own.
static std::string withoutFirstSpace(std::string text) {
    if (text.starts_with(' ')) text.erase(0, 1);
    return text;
}

std::string SentencePieceTokenizer::decode(std::span<const TokenId> ids, bool skipSpecialTokens) const {
    return stripped(repaired(bytesOf(ids, skipSpecialTokens), false));
}

std::string SentencePieceTokenizer::decodePartial(std::span<const TokenId> ids) const {
    return withoutFirstSpace(repaired(bytesOf(ids, true), true));
}

std::optional<TokenId> SentencePieceTokenizer::idOf(std::string_view piece) const {
    if (const AddedToken* token = m_added.byContent(piece)) return token->id;
    // The library answers with the unknown piece's id for what it lacks.
    const int id = m_processor->PieceToId(absl::string_view(piece.data(), piece.size()));
    if (!isPiece(id) || m_processor->IdToPiece(id) != piece) return std::nullopt;
    return id;
}

std::string SentencePieceTokenizer::pieceOf(TokenId id) const {
    if (const AddedToken* token = m_added.byId(id)) return token->content;
    return isPiece(id) ? m_processor->IdToPiece(id) : std::string();
}

TokenId SentencePieceTokenizer::size() const {
    return std::max(static_cast<TokenId>(m_processor->GetPieceSize()),
                    static_cast<TokenId>(m_added.highestId() + 1));
}

} // namespace rb::text
