#include "core/text/sentencepiece_tokenizer.h"

#include "core/text/pieces_text.h"

#include <sentencepiece_processor.h>

namespace rb::text {

SentencePieceTokenizer::SentencePieceTokenizer() = default;
SentencePieceTokenizer::~SentencePieceTokenizer() = default;

Result<std::shared_ptr<const Tokenizer>> SentencePieceTokenizer::from(const SpieceFile& file, AddedTokens added,
                                                                      const std::string& name) {
    std::shared_ptr<SentencePieceTokenizer> tokenizer(new SentencePieceTokenizer());
    tokenizer->m_processor = std::make_unique<sentencepiece::SentencePieceProcessor>();
    const auto status = tokenizer->m_processor->LoadFromSerializedProto(file.bytes);
    if (!status.ok())
        return Error{ErrorCode::FileInvalid, name + " is not a usable SentencePiece model: " + status.ToString() + "."};
    if (const AddedToken* end = added.byContent("</s>")) tokenizer->m_end = end->id;
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
        m_processor->Encode(absl::string_view(segment.text.data(), segment.text.size()), &pieces);
        ids.insert(ids.end(), pieces.begin(), pieces.end());
    }
    if (ids.empty() || ids.back() != m_end) ids.push_back(m_end);
    return ids;
}

std::string SentencePieceTokenizer::decode(std::span<const TokenId> ids, bool skipSpecialTokens) const {
    std::string text;
    for (const TokenId id : ids) {
        const AddedToken* token = m_added.byId(id);
        if (!token) appendPiece(text, pieceOf(id));
        else if (!(skipSpecialTokens && token->special)) text += token->content;
    }
    // The library puts a space before every text; only that one is taken away again.
    return !text.empty() && text.front() == ' ' ? text.substr(1) : text;
}

std::optional<TokenId> SentencePieceTokenizer::idOf(std::string_view piece) const {
    if (const AddedToken* token = m_added.byContent(piece)) return token->id;
    const int id = m_processor->PieceToId(absl::string_view(piece.data(), piece.size()));
    if (m_processor->IdToPiece(id) != std::string(piece)) return std::nullopt;
    return id;
}

std::string SentencePieceTokenizer::pieceOf(TokenId id) const {
    if (const AddedToken* token = m_added.byId(id)) return token->content;
    return id >= 0 && id < m_processor->GetPieceSize() ? m_processor->IdToPiece(id) : std::string();
}

TokenId SentencePieceTokenizer::size() const {
    return std::max(static_cast<TokenId>(m_processor->GetPieceSize()), static_cast<TokenId>(m_added.highestId() + 1));
}

} // namespace rb::text
