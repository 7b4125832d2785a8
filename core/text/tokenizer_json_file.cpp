#include "core/text/tokenizer_json_file.h"

#include "core/text/side_files.h"

#include <algorithm>

namespace rb::text {

using nlohmann::json;

Result<TokenizerJson> TokenizerJson::read(const std::filesystem::path& path) {
    Result<json> root = readJsonObject(path);
    if (!root.ok()) return root.error();
    return TokenizerJson(std::move(*root), path);
}

Error TokenizerJson::refusal(const std::string& reason) const {
    return {ErrorCode::FileInvalid, name() + " is not a usable tokenizer: " + reason + "."};
}

Status TokenizerJson::expectType(const char* key, std::initializer_list<std::string_view> known) const {
    const std::string type = contentOf(part(key), "type");
    if (part(key).is_null() || std::find(known.begin(), known.end(), type) != known.end()) return {};
    return refusal(std::string("its ") + key + " is of the unknown kind \"" + type.substr(0, 40) + "\"");
}

Result<Vocabulary> TokenizerJson::vocabulary() const {
    const json& pieces = member(part("model"), "vocab");
    if (!pieces.is_object()) return refusal("its model has no vocabulary");
    std::vector<std::pair<std::string, std::int64_t>> entries;
    for (const auto& [piece, id] : pieces.items()) {
        if (!id.is_number_integer()) return refusal("the id of a piece is not a whole number");
        entries.emplace_back(piece, id.get<std::int64_t>());
    }
    return Vocabulary::from(std::move(entries), name());
}

Result<AddedTokens> TokenizerJson::addedTokens() const {
    const json& list = part("added_tokens");
    if (list.size() > kMaxAddedTokens) return refusal("it adds more than 100,000 tokens");
    std::vector<AddedToken> tokens;
    for (const json& token : list.is_array() ? list : json::array()) {
        const json& id = member(token, "id");
        Result<AddedToken> added =
            addedTokenFrom(token, id.is_number_integer() ? id.get<std::int64_t>() : -1, name());
        if (!added.ok()) return added.error();
        tokens.push_back(std::move(*added));
    }
    return AddedTokens(std::move(tokens));
}

Result<TokenFrame> TokenizerJson::frame() const {
    TokenFrame frame;
    const json& processor = part("post_processor");
    const json& steps = member(processor, "processors");
    if (contentOf(processor, "type") != "Sequence") {
        if (Status status = addSteps(processor, frame); !status.ok()) return status.error();
        return frame;
    }
    for (const json& step : steps.is_array() ? steps : json::array())
        if (Status status = addSteps(step, frame); !status.ok()) return status.error();
    return frame;
}

Status TokenizerJson::addSteps(const json& processor, TokenFrame& frame) const {
    const std::string type = contentOf(processor, "type");
    // ByteLevel only moves offsets, which are not kept here.
    if (processor.is_null() || type == "ByteLevel") return {};
    if (type == "TemplateProcessing") return addTemplate(processor, frame);
    if (type != "BertProcessing" && type != "RobertaProcessing")
        return refusal("its post_processor is of the unknown kind \"" + type.substr(0, 40) + "\"");
    for (const auto& [key, place] : {std::pair("cls", &frame.before), std::pair("sep", &frame.behind)}) {
        const json& token = member(processor, key);
        const Result<TokenId> id = idOf(token.is_array() && token.size() == 2 ? token[1] : json());
        if (!id.ok()) return id.error();
        place->push_back(*id);
    }
    return {};
}

Status TokenizerJson::addTemplate(const json& processor, TokenFrame& frame) const {
    const json& steps = member(processor, "single");
    if (!steps.is_array()) return refusal("the template of its post_processor has no steps");
    bool behind = false;
    for (const json& step : steps) {
        if (step.contains("Sequence")) {
            behind = true;
            continue;
        }
        const std::string content = contentOf(member(step, "SpecialToken"), "id");
        const json& ids = member(member(member(processor, "special_tokens"), content.c_str()), "ids");
        if (!ids.is_array())
            return refusal("the template of its post_processor does not say what \"" + content.substr(0, 40) +
                           "\" is");
        for (const json& value : ids) {
            const Result<TokenId> id = idOf(value);
            if (!id.ok()) return id.error();
            (behind ? frame.behind : frame.before).push_back(*id);
        }
        if (frame.before.size() + frame.behind.size() > 64)
            return refusal("it puts more than 64 tokens around a text");
    }
    return {};
}

Result<TokenId> TokenizerJson::idOf(const json& value) const {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() >= static_cast<std::uint64_t>(kMaxTokenId))
        return refusal("its post_processor names an id that is no number from 0 to 4,000,000");
    return value.get<TokenId>();
}

} // namespace rb::text
