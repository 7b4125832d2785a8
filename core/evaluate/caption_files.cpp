#include "core/evaluate/caption_files.h"

#include "core/base/durable_file.h"

#include <nlohmann/json.hpp>

namespace rb::evaluate {
namespace {

using nlohmann::json;
constexpr std::uint64_t kLargestFile = 1'000'000'000;

Result<json> readMap(const std::filesystem::path& file) {
    const Result<std::string> text = readFile(file, kLargestFile);
    if (!text.ok()) return text.error();
    json map = json::parse(*text, nullptr, false);
    if (map.is_object()) return map;
    return Error{ErrorCode::FileInvalid, file.string() + " must be a JSON object of ids and their captions."};
}

Result<std::vector<std::string>> captionsOf(const json& value, const std::filesystem::path& file, const std::string& id) {
    std::vector<std::string> captions;
    for (const json& caption : value.is_array() ? value : json::array({value})) {
        if (!caption.is_string()) return Error{ErrorCode::FileInvalid, file.string() + ": " + id + " has a caption that is no text."};
        captions.push_back(caption.get<std::string>());
    }
    return captions;
}

} // namespace

Result<std::vector<EvaluatedItem>> readCaptionFiles(const std::filesystem::path& candidates, const std::filesystem::path& references) {
    const auto written = readMap(candidates);
    if (!written.ok()) return written.error();
    const auto wanted = readMap(references);
    if (!wanted.ok()) return wanted.error();
    std::vector<EvaluatedItem> items;
    for (const auto& [id, value] : written->items()) {
        const auto own = captionsOf(value, candidates, id);
        if (!own.ok()) return own.error();
        if (own->size() != 1) return Error{ErrorCode::FileInvalid, candidates.string() + ": " + id + " needs exactly one caption."};
        if (!wanted->contains(id)) return Error{ErrorCode::FileInvalid, references.string() + " has no references for " + id + "."};
        auto people = captionsOf((*wanted)[id], references, id);
        if (!people.ok()) return people.error();
        EvaluatedItem& item = items.emplace_back();
        item.id = id;
        item.candidate = own->front();
        item.references = std::move(*people);
    }
    return items;
}

} // namespace rb::evaluate
