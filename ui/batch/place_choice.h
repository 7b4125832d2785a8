#pragma once

#include "core/jobs/batch_plan.h"

#include <QString>

#include <functional>

namespace rb::ui {

/// A choice of places to caption: "The 3 selected regions", "This picture", … `targets` is asked on another thread, of a
/// connection of its own.
struct PlaceChoice {
    QString name;
    std::function<std::vector<jobs::CaptionTarget>(const project::Project&)> targets;
};

} // namespace rb::ui
