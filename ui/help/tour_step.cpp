#include "ui/help/tour_step.h"

#include "ui/actions/main_actions.h"
#include "ui/keys/key_text.h"

#include <QCoreApplication>

namespace rb::ui {

namespace {

struct Tour {
    Q_DECLARE_TR_FUNCTIONS(rb::ui::Tour)
};

/// Its keys, or its name where a user took them away.
QString keyOf(const QAction* action) {
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    return QStringLiteral("<b>%1</b>").arg((keys.isEmpty() ? plainName(*action) : keys).toHtmlEscaped());
}

} // namespace

TourText textOf(TourStep step, const MainActions& a) {
    switch (step) {
    case TourStep::DrawBox:
        return {Tour::tr("Draw a box"), Tour::tr("Press %1 and drag over something in the picture.").arg(keyOf(a.boxTool))};
    case TourStep::ReadCaption:
        return {Tour::tr("Read its caption"),
                Tour::tr("The model writes it at the box and into the caption panel. It is a draft until you accept it.")};
    case TourStep::ChooseWords:
        return {Tour::tr("Choose the words"),
                Tour::tr("%1 to %2 show other wordings of the model; %3 lets you type your own.")
                    .arg(keyOf(a.alternatives.first()), keyOf(a.alternatives.last()), keyOf(a.editCaption))};
    case TourStep::Accept:
        return {Tour::tr("Accept it"),
                Tour::tr("%1 accepts the caption and goes to the next region.").arg(keyOf(a.acceptAndNext))};
    case TourStep::TakeBack:
        return {Tour::tr("Take it back"), Tour::tr("%1 takes back the last edit and %2 makes it again, also after a restart.")
                                              .arg(keyOf(a.undo), keyOf(a.redo))};
    case TourStep::FindAndExport:
        return {Tour::tr("Find and export"),
                Tour::tr("%1 finds regions and captions by their words. %2 writes captions for other programs.")
                    .arg(keyOf(a.find), keyOf(a.exportData))};
    case TourStep::Finished: break;
    }
    return {Tour::tr("That is all"), Tour::tr("Go on with pictures of your own: %1 opens them.").arg(keyOf(a.openPictures))};
}

} // namespace rb::ui
