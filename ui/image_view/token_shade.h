#pragma once

#include "ui/theme/theme.h"

#include <optional>

namespace rb::ui {

/// How a piece of a caption is marked that the model was unsure of.
struct TokenShade {
    QColor line; ///< beneath it
    QColor tint; ///< behind it; without alpha: none
};

/// Nothing for a token that the model was sure of. `confidence`: its probability, 0 to 1.
std::optional<TokenShade> tokenShade(double confidence, const Theme& theme);

} // namespace rb::ui
