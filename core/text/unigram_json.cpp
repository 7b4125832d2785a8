#include "core/text/tokenizer_json.h"
#include "core/text/tokenizer_json_file.h"
#include "core/text/unigram_tokenizer.h"

#include <QByteArray>

#include <cmath>

namespace rb::text {
namespace {

using nlohmann::json;

Result<NormalisingStep> charsmapFrom(const TokenizerJson& file, const json& step) {
    const auto decoded =
        QByteArray::fromBase64Encoding(QByteArray::fromStdString(contentOf(step, "precompiled_charsmap")),
                                       QByteArray::AbortOnBase64DecodingErrors);
    auto map = decoded ? PrecompiledCharsmap::from(decoded.decoded.toStdString()) : std::nullopt;
    if (!map) return file.refusal("its character map is damaged");
    return charsmapStep(std::move(*map));
}

Result<NormalisingStep> stepFrom(const TokenizerJson& file, const json& step) {
    const std::string type = contentOf(step, "type");
    if (type == "Precompiled") return charsmapFrom(file, step);
    if (type == "Strip") {
        const bool left = flag(step, "strip_left", false), right = flag(step, "strip_right", false);
        if (left || right)
            return stripStep(left && right ? StripSides::Both : left ? StripSides::Left : StripSides::Right);
    }
    // The one pattern that is known; it is compared, never compiled.
    if (type == "Replace" && contentOf(member(step, "pattern"), "Regex") == " {2,}")
        return spaceRunsStep(contentOf(step, "content").substr(0, kMaxPieceBytes));
    return file.refusal("its normalizer has an unknown step of the kind \"" + type.substr(0, 40) + "\"");
}

Status readNormalizer(const TokenizerJson& file, UnigramParts& parts) {
    const json& normalizer = file.part("normalizer");
    if (normalizer.is_null()) return {};
    const bool sequence = contentOf(normalizer, "type") == "Sequence";
    const json& list = sequence ? member(normalizer, "normalizers") : normalizer;
    if (sequence && (!list.is_array() || list.size() > 16))
        return file.refusal("its normalizer is no list of up to 16 steps");
    for (const json& step : sequence ? list : json::array({list})) {
        Result<NormalisingStep> made = stepFrom(file, step);
        if (!made.ok()) return made.error();
        parts.normalising.push_back(std::move(*made));
    }
    return {};
}

bool isKnownMetaspace(const json& step) {
    const json& scheme = member(step, "prepend_scheme");
    return contentOf(step, "type") == "Metaspace" && contentOf(step, "replacement") == "\u2581" &&
           flag(step, "split", true) &&
           (scheme.is_null() ? flag(step, "add_prefix_space", true) : scheme == "always");
}

Status readWords(const TokenizerJson& file, UnigramParts& parts) {
    const json& words = file.part("pre_tokenizer");
    const json& steps = member(words, "pretokenizers");
    const bool two =
        steps.is_array() && steps.size() == 2 && contentOf(steps[0], "type") == "WhitespaceSplit";
    parts.cut = two ? WhiteSpaceCut::Everywhere : WhiteSpaceCut::AtSpaces;
    const json& metaspace = two ? steps[1] : steps.is_array() && steps.size() == 1 ? steps[0] : words;
    if (isKnownMetaspace(metaspace)) return {};
    return file.refusal(
        "its pre_tokenizer of the kind \"" + contentOf(words, "type").substr(0, 40) +
        "\" is not T5's, Metaspace that always prepends its mark, with or without WhitespaceSplit");
}

Status readPieces(const TokenizerJson& file, UnigramParts& parts) {
    const json& pieces = member(file.part("model"), "vocab");
    if (!pieces.is_array()) return file.refusal("its model has no vocabulary");
    std::vector<std::pair<std::string, std::int64_t>> entries;
    for (const json& piece : pieces) {
        const bool good =
            piece.is_array() && piece.size() == 2 && piece[0].is_string() && piece[1].is_number();
        if (!good || !std::isfinite(piece[1].get<double>()))
            return file.refusal("piece " + std::to_string(entries.size()) + " is not a text with a score");
        entries.emplace_back(piece[0].get<std::string>(), static_cast<std::int64_t>(entries.size()));
        parts.scores.push_back(piece[1].get<double>());
    }
    Result<Vocabulary> vocabulary = Vocabulary::from(std::move(entries), file.name());
    if (!vocabulary.ok()) return vocabulary.error();
    parts.vocabulary = std::move(*vocabulary);
    const json& unknown = member(file.part("model"), "unk_id");
    if (!unknown.is_number_unsigned() || unknown.get<std::uint64_t>() >= parts.scores.size())
        return file.refusal("it has no piece for unknown text");
    parts.unknown = unknown.get<TokenId>();
    if (flag(file.part("model"), "byte_fallback", false))
        return file.refusal("byte_fallback is not supported");
    return {};
}

} // namespace

Result<std::shared_ptr<const Tokenizer>> openUnigramJson(const TokenizerJson& file) {
    UnigramParts parts;
    for (const auto read : {readPieces, readNormalizer, readWords})
        if (Status status = read(file, parts); !status.ok()) return status.error();
    if (Status status = file.expectType("decoder", {"Metaspace"}); !status.ok()) return status.error();
    Result<AddedTokens> added = file.addedTokens();
    if (!added.ok()) return added.error();
    Result<TokenFrame> frame = file.frame();
    if (!frame.ok()) return frame.error();
    parts.added = std::move(*added);
    parts.frame = std::move(*frame);
    return std::shared_ptr<const Tokenizer>(std::make_shared<UnigramTokenizer>(std::move(parts)));
}

} // namespace rb::text
