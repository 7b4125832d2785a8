#include "core/evaluate/evaluation_report.h"

#include <cstdio>

#include <nlohmann/json.hpp>

namespace rb::evaluate {
namespace {

using nlohmann::ordered_json;

ordered_json scoresOf(const metrics::CaptionScores& scores) {
    ordered_json json;
    for (std::size_t n = 0; n < scores.bleu.size(); ++n) json["bleu_" + std::to_string(n + 1)] = scores.bleu[n];
    json["rouge_l"] = scores.rougeL;
    json["cider"] = scores.cider;
    return json;
}

std::string referencesText(const Evaluation& e) {
    const std::string fewest = std::to_string(e.fewestReferences);
    return e.fewestReferences == e.mostReferences ? fewest : fewest + " to " + std::to_string(e.mostReferences);
}

} // namespace

std::string toJson(const Evaluation& e, const std::string& subset) {
    ordered_json json;
    json["corpus"] = scoresOf(e.corpus);
    json["cider_interval"] = {e.cider.low, e.cider.high};
    json["subset"] = subset;
    json["references"] = {e.fewestReferences, e.mostReferences};
    json["name_accuracy"] = e.nameAccuracy ? ordered_json(*e.nameAccuracy) : ordered_json(nullptr);
    json["items"] = ordered_json::array();
    for (const EvaluatedItem& item : e.items) {
        ordered_json entry{{"id", item.id}, {"candidate", item.candidate}, {"references", item.references}};
        entry.update(scoresOf(item.scores));
        if (item.nameRight) entry["name_right"] = *item.nameRight;
        json["items"].push_back(std::move(entry));
    }
    return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string toTable(const Evaluation& e, const std::string& subset) {
    char text[1024];
    std::snprintf(text, sizeof text,
                  "%zu items of %s, %s reference(s) each\n"
                  "BLEU-1 %.3f   BLEU-2 %.3f   BLEU-3 %.3f   BLEU-4 %.3f\n"
                  "ROUGE-L %.3f   CIDEr %.3f (95 %%: %.3f to %.3f)\n",
                  e.items.size(), subset.c_str(), referencesText(e).c_str(), e.corpus.bleu[0], e.corpus.bleu[1], e.corpus.bleu[2],
                  e.corpus.bleu[3], e.corpus.rougeL, e.corpus.cider, e.cider.low, e.cider.high);
    std::string table = text;
    if (!e.nameAccuracy) return table;
    std::snprintf(text, sizeof text, "named right %.1f %%\n", 100 * *e.nameAccuracy);
    return table + text;
}

} // namespace rb::evaluate
