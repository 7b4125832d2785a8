#pragma once

#include "core/formats/loss_report.h"

namespace rb::formats {

/// Counts while an export runs, so that the report cannot differ from what is written.
class LossTally {
public:
    /// Counts of one line; refer to it by name. Lines keep the order of their first mention.
    void keep(const char* what, int count = 1);
    void change(const char* what, const char* reason, int count = 1);
    void drop(const char* what, const char* reason, int count = 1);
    /// One more reason for what is counted already.
    void explain(const char* what, const char* reason);
    /// Counts one as kept, or as dropped for the reason.
    void keepOrDrop(const char* what, bool kept, const char* reason);

    const LossReport& report() const { return m_report; }

private:
    LossReport::Line& line(const char* what);

    LossReport m_report;
};

inline constexpr const char* kNotChosen = "rejected, blank, or a draft beside the chosen caption";

} // namespace rb::formats
