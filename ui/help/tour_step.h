#pragma once

#include <QString>

namespace rb::ui {

class MainActions;

/// What the first steps show, in this order.
enum class TourStep { DrawBox, ReadCaption, ChooseWords, Accept, TakeBack, FindAndExport, Finished };
constexpr int kTourSteps = static_cast<int>(TourStep::Finished);

struct TourText {
    QString title;
    QString text;
};

/// What to tell at a step, with the keys that the actions have now.
TourText textOf(TourStep step, const MainActions& actions);

} // namespace rb::ui
