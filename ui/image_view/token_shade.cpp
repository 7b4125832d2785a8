#include "ui/image_view/token_shade.h"

namespace rb::ui {

static constexpr double kSure = 0.7, kDoubtful = 0.4;

std::optional<TokenShade> tokenShade(double confidence, const Theme& theme) {
    if (confidence >= kSure) return std::nullopt;
    const bool doubtful = confidence < kDoubtful;
    TokenShade shade{doubtful ? theme.bad : theme.warn, doubtful ? theme.bad : theme.warn};
    shade.tint.setAlpha(doubtful ? 60 : 0);
    return shade;
}

} // namespace rb::ui
