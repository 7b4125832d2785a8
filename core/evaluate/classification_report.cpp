#include "core/evaluate/classification.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

#include <nlohmann/json.hpp>

namespace rb::evaluate {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kShownConfusions = 10;

std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

} // namespace

std::string toJson(const Classification& c) {
    ordered_json json{{"top_1", c.top1}, {"top_5", c.top5}, {"classes", c.classes}, {"confusion", c.confusion}};
    json["items"] = ordered_json::array();
    for (const ClassifiedItem& item : c.items) {
        ordered_json ranking = ordered_json::array();
        for (const std::size_t index : item.ranking) ranking.push_back(c.classes[index]);
        json["items"].push_back({{"id", item.id}, {"truth", c.classes[item.truth]}, {"ranking", ranking}});
    }
    return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string toTable(const Classification& c) {
    char line[512];
    std::snprintf(line, sizeof line, "%zu items of %zu classes\ntop-1 %.1f %%   top-5 %.1f %%\n", c.items.size(), c.classes.size(), 100 * c.top1,
                  100 * c.top5);
    std::string table = line;
    std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> mistakes;
    for (std::size_t truth = 0; truth < c.classes.size(); ++truth)
        for (std::size_t taken = 0; taken < c.classes.size(); ++taken)
            if (truth != taken && c.confusion[truth][taken] > 0) mistakes.emplace_back(c.confusion[truth][taken], truth, taken);
    std::stable_sort(mistakes.begin(), mistakes.end(), [](const auto& a, const auto& b) { return std::get<0>(a) > std::get<0>(b); });
    if (!mistakes.empty()) table += "most frequent mistakes:\n";
    for (std::size_t i = 0; i < std::min(mistakes.size(), kShownConfusions); ++i) {
        const auto& [count, truth, taken] = mistakes[i];
        std::snprintf(line, sizeof line, "%6zu  %s taken for %s\n", count, c.classes[truth].c_str(), c.classes[taken].c_str());
        table += line;
    }
    return table;
}

std::string confusionCsv(const Classification& c) {
    std::string csv = "truth";
    for (const std::string& name : c.classes) csv += "," + csvField(name);
    csv += "\n";
    for (std::size_t truth = 0; truth < c.classes.size(); ++truth) {
        csv += csvField(c.classes[truth]);
        for (const std::size_t count : c.confusion[truth]) csv += "," + std::to_string(count);
        csv += "\n";
    }
    return csv;
}

} // namespace rb::evaluate
