#include "core/text/legacy_files.h"
#include "core/text/tokenizer_json.h"

namespace rb::text {

Result<std::shared_ptr<const Tokenizer>> openTokenizer(const std::filesystem::path& folder,
                                                       TokenizerKind kind) {
    const auto has = [&](const char* name) {
        std::error_code ignored;
        return std::filesystem::exists(folder / name, ignored);
    };
    if (kind == TokenizerKind::WordPiece && has("vocab.txt")) return openVocabTxt(folder);
    if (kind == TokenizerKind::ByteLevelBpe && has("vocab.json")) return openVocabAndMerges(folder);
    if (kind == TokenizerKind::SentencePiece && has("spiece.model")) return openSpieceModel(folder);
    if (has("tokenizer.json")) return openTokenizerJson(folder / "tokenizer.json", kind);
    const char* wanted = kind == TokenizerKind::WordPiece      ? "vocab.txt"
                         : kind == TokenizerKind::ByteLevelBpe ? "vocab.json with merges.txt"
                                                               : "spiece.model";
    return Error{ErrorCode::FileNotFound,
                 folder.string() + " holds no tokenizer: expected " + wanted + " or tokenizer.json."};
}

} // namespace rb::text
