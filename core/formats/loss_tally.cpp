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

void LossTally::addReason(LossReport::Line& line, const char* reason, int count) {
    if (count == 0 || line.reason.find(reason) != std::string::npos) return;
    if (!line.reason.empty()) line.reason += "; ";
    line.reason += reason;
}

void LossTally::keep(const char* what, int count) { line(what).kept += count; }

void LossTally::change(const char* what, const char* reason, int count) {
    line(what).changed += count;
    addReason(line(what), reason, count);
}

void LossTally::drop(const char* what, const char* reason, int count) {
    line(what).dropped += count;
    addReason(line(what), reason, count);
}

} // namespace rb::formats
