#include "core/text/tokenizer_json.h"

#include "core/text/tokenizer_json_file.h"

namespace rb::text {

Result<std::shared_ptr<const Tokenizer>> openTokenizerJson(const std::filesystem::path& path,
                                                           TokenizerKind kind) {
    const Result<TokenizerJson> file = TokenizerJson::read(path);
    if (!file.ok()) return file.error();
    const std::string type = contentOf(file->part("model"), "type");
    if (kind == TokenizerKind::ByteLevelBpe && type == "BPE") return openBpeJson(*file);
    if (kind == TokenizerKind::WordPiece && type == "WordPiece") return openWordPieceJson(*file);
    if (kind == TokenizerKind::SentencePiece && type == "Unigram") return openUnigramJson(*file);
    const char* wanted = kind == TokenizerKind::ByteLevelBpe ? "BPE"
                         : kind == TokenizerKind::WordPiece  ? "WordPiece"
                                                             : "Unigram";
    return file->refusal("its model is of the kind \"" + type.substr(0, 40) + "\"; expected " + wanted);
}

} // namespace rb::text
