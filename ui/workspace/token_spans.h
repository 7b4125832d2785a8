#pragma once

#include "core/project/records.h"
#include "ui/image_view/canvas_region.h"

namespace rb::ui {

/// Where each token of a machine's caption stands in its text, and how sure the model was of it; nothing for a person's
/// words, and for captions whose tokens nobody kept.
std::vector<TokenSpan> tokenSpans(const project::Caption& caption);

} // namespace rb::ui
