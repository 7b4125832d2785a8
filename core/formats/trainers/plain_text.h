#pragma once

#include "core/formats/trainers/grounding.h"

namespace rb::formats {

/// Collects what a grounded text says beside its boxes, and where its phrases stand in that.
class PlainText {
public:
    void words(std::string_view text);
    /// Spaces around a phrase belong to the text around it.
    void phrase(std::string_view text, const std::vector<geometry::Box2>& boxes);
    /// Without spaces at its ends.
    GroundedText take();

private:
    GroundedText m_text;
};

} // namespace rb::formats
