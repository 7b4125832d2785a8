#include "app/cli/caption_report.h"

#include <cstdio>

#include <nlohmann/json.hpp>

namespace rb::cli {
namespace {

using nlohmann::ordered_json;

ordered_json captionJson(const vlm::Caption& caption) {
    ordered_json json;
    json["text"] = caption.text;
    json["token_ids"] = caption.tokenIds;
    json["score"] = caption.score;
    json["token_scores"] = caption.tokenScores;
    return json;
}

ordered_json regionJson(const CaptionReport& report, std::size_t i) {
    ordered_json json;
    json["box"] = nullptr;
    json["box3"] = nullptr;
    if (i < report.boxes.size()) {
        const geometry::Box2& box = report.boxes[i];
        json["box"] = {box.x, box.y, box.width, box.height};
    }
    if (i < report.boxes3.size()) {
        const geometry::Box3& box = report.boxes3[i];
        json["box3"] = {box.center[0], box.center[1], box.center[2], box.size[0], box.size[1], box.size[2]};
    }
    json["captions"] = ordered_json::array();
    for (const vlm::Caption& caption : report.captions[i]) json["captions"].push_back(captionJson(caption));
    return json;
}

std::string regionName(const CaptionReport& report, std::size_t i) {
    char text[160];
    if (i < report.boxes.size()) {
        const geometry::Box2& b = report.boxes[i];
        std::snprintf(text, sizeof text, "%g,%g,%g,%g", b.x, b.y, b.width, b.height);
    } else if (i < report.boxes3.size()) {
        const geometry::Box3& b = report.boxes3[i];
        std::snprintf(text, sizeof text, "%.2f,%.2f,%.2f", b.center[0], b.center[1], b.center[2]);
    } else {
        return "whole";
    }
    return text;
}

} // namespace

std::string jsonLine(const CaptionReport& report, const vlm::ModelDescription& model) {
    ordered_json json;
    json["input"] = report.input;
    json["width"] = report.width ? ordered_json(report.width) : ordered_json(nullptr);
    json["height"] = report.height ? ordered_json(report.height) : ordered_json(nullptr);
    json["modality"] = report.modality;
    json["model"] = model.name;
    json["adapter"] = model.adapter.empty() ? ordered_json(nullptr) : ordered_json(model.adapter);
    json["device"] = model.device;
    json["precision"] = model.precision;
    json["seconds"] = report.seconds;
    json["regions"] = ordered_json::array();
    for (std::size_t i = 0; i < report.captions.size(); ++i) json["regions"].push_back(regionJson(report, i));
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string jsonErrorLine(const std::string& input, const std::string& message) {
    ordered_json json;
    json["input"] = input;
    json["error"] = message;
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string textTable(const CaptionReport& report) {
    std::string table;
    for (std::size_t i = 0; i < report.captions.size(); ++i)
        for (const vlm::Caption& caption : report.captions[i]) {
            char head[512];
            std::snprintf(head, sizeof head, "%-28s %-18s %7.3f  ", report.input.c_str(), regionName(report, i).c_str(),
                          caption.score);
            table += head + caption.text + "\n";
        }
    return table;
}

} // namespace rb::cli
