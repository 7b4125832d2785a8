#include "app/cli/report_text.h"

#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

namespace rb::cli {

using formats::Finding;
using formats::LossReport;
using nlohmann::ordered_json;

std::string toTable(const LossReport& report) {
    std::size_t width = 4;
    for (const LossReport::Line& line : report.lines) width = std::max(width, line.what.size());
    std::ostringstream out;
    const auto cell = [&out](auto value, std::size_t size, bool left = false) {
        out << (left ? std::left : std::right);
        out.width(static_cast<std::streamsize>(size));
        out << value;
    };
    const auto row = [&](const auto& what, const auto& kept, const auto& changed, const auto& dropped, const std::string& why) {
        cell(what, width, true), cell(kept, 10), cell(changed, 10), cell(dropped, 10);
        out << (why.empty() ? "" : "  ") << why << '\n';
    };
    row("", "kept", "changed", "dropped", "");
    for (const LossReport::Line& line : report.lines)
        if (line.kept + line.changed + line.dropped > 0) row(line.what, line.kept, line.changed, line.dropped, line.reason);
    return out.str();
}

ordered_json toJson(const LossReport& report) {
    ordered_json lines = ordered_json::array();
    for (const LossReport::Line& line : report.lines)
        lines.push_back({{"what", line.what}, {"kept", line.kept}, {"changed", line.changed}, {"dropped", line.dropped}, {"reason", line.reason}});
    return lines;
}

static std::string optionsOf(const Finding& finding) {
    std::string text;
    for (const formats::Correction mend : finding.mends) text += (text.empty() ? " Mended by --correct " : ", ") + formats::nameOf(mend);
    return text;
}

std::string toTable(const exchange::ImportReport& report) {
    std::ostringstream out;
    out << report.pictures << " pictures, " << report.regions << " regions, " << report.captions << " captions of regions, " << report.pictureCaptions
        << " of whole pictures\n";
    if (report.missing > 0) {
        out << report.missing << " pictures are not there (they become placeholders that keep their regions; --media DIR says where pictures lie):\n";
        for (const QString& file : report.firstMissing) out << "  " << file.toStdString() << '\n';
    }
    for (const Finding& finding : report.findings)
        out << (finding.kind == Finding::Kind::Suspicious ? "! " : "  ") << finding.sentence << optionsOf(finding) << '\n';
    const bool lossy = std::any_of(report.losses.lines.begin(), report.losses.lines.end(), [](const auto& line) { return line.changed + line.dropped > 0; });
    if (lossy) out << toTable(report.losses);
    return out.str();
}

ordered_json toJson(const exchange::ImportReport& report) {
    ordered_json json{{"pictures", report.pictures}, {"missing", report.missing}, {"regions", report.regions}, {"captions", report.captions},
                      {"picture_captions", report.pictureCaptions}, {"findings", ordered_json::array()}, {"losses", toJson(report.losses)}};
    for (const Finding& finding : report.findings) {
        ordered_json mends = ordered_json::array();
        for (const formats::Correction mend : finding.mends) mends.push_back(formats::nameOf(mend));
        json["findings"].push_back({{"suspicious", finding.kind == Finding::Kind::Suspicious}, {"sentence", finding.sentence}, {"count", finding.count}, {"corrections", mends}});
    }
    return json;
}

} // namespace rb::cli
