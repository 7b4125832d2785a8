#include "ui/workspace/token_spans.h"

#include "core/project/caption_edits.h"

#include <algorithm>
#include <cmath>

namespace rb::ui {

std::vector<TokenSpan> tokenSpans(const project::Caption& caption) {
    std::vector<TokenSpan> spans;
    const QStringList tokens = project::tokensOf(caption);
    const auto leading = static_cast<int>(tokens.join(QString()).indexOf(caption.text.trimmed()));
    int begin = -leading;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const auto length = static_cast<int>(tokens[i].size());
        const double confidence = std::exp(double(caption.tokenScores[static_cast<std::size_t>(i)]));
        spans.push_back({std::max(0, begin), length + std::min(0, begin), confidence});
        begin += length;
    }
    return spans;
}

} // namespace rb::ui
