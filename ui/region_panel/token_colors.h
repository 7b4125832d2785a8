#pragma once

#include "ui/image_view/canvas_region.h"

#include <QTextEdit>

class QPlainTextEdit;

namespace rb::ui {

struct Theme;

/// Marks of a text where the model was unsure, as on the canvas. Hand them to QPlainTextEdit::setExtraSelections(); they touch neither the text nor its undo.
QList<QTextEdit::ExtraSelection> tokenColors(const QPlainTextEdit& edit, const std::vector<TokenSpan>& tokens, const Theme& theme);

} // namespace rb::ui
