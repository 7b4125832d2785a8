#include "core/formats/loss_tally.h"

#include <algorithm>

namespace rb::formats {

LossReport::Line& LossTally::line(const char* what) {
    const auto found = std::find_if(m_report.lines.begin(), m_report.lines.end(),
                                    [what](const LossReport::Line& each) { return each.what == what; });
    if (found != m_report.lines.end()) return *found;
    m_report.lines.push_back({what, 0, 0, 0, {}});
    return m_report.lines.back();
}

void LossTally::explain(const char* what, const char* reason) {
    std::string& reasons = line(what).reason;
    if (reasons.find(reason) == std::string::npos) reasons += (reasons.empty() ? "" : "; ") + std::string(reason);
}

void LossTally::keep(const char* what, int count) { line(what).kept += count; }

void LossTally::change(const char* what, const char* reason, int count) {
    line(what).changed += count;
    if (count > 0) explain(what, reason);
}

void LossTally::drop(const char* what, const char* reason, int count) {
    line(what).dropped += count;
    if (count > 0) explain(what, reason);
}

void LossTally::keepOrDrop(const char* what, bool kept, const char* reason) {
    if (kept) keep(what);
    else drop(what, reason);
}

} // namespace rb::formats
