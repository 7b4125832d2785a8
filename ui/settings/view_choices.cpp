#include "ui/settings/view_choices.h"

#include "ui/actions/main_actions.h"
#include "ui/image_view/image_view.h"
#include "ui/settings/remembered.h"
#include "ui/settings/window_settings.h"
#include "ui/workspace/live_captions.h"

#include <QApplication>

namespace rb::ui {

ViewChoices::ViewChoices(MainActions& actions, ImageView& view, LiveCaptions& live, QSettings& settings, QObject* parent)
    : QObject(parent), m_actions(actions) {
    const auto toggle = [&](QAction& action, const Setting<bool>& setting, const std::function<void(bool)>& apply) { remember(action, setting, settings, this, apply); };
    toggle(*actions.stayInDrawMode, settings::stayInDrawMode, [&view](bool on) { view.setStayInDrawMode(on); });
    toggle(*actions.wheelScrolls, settings::wheelScrolls, [&view](bool on) {
        view.setWheelAction(on ? ImageView::WheelAction::Scroll : ImageView::WheelAction::Zoom);
    });
    toggle(*actions.snapping, settings::snapping, [&view](bool on) { view.setSnapping(on); });
    toggle(*actions.liveCaptions, settings::liveCaptions, [&live](bool on) { live.setEnabled(on); });
    toggle(*actions.miniMap, settings::miniMap, [&view](bool on) { view.setMiniMapShown(on); });
    toggle(*actions.colorByLabel, settings::colorByLabel, [&view](bool on) {
        view.setColoring(on ? ImageView::Coloring::ByLabel : ImageView::Coloring::ByRegion);
    });
    connect(actions.showHidden, &QAction::toggled, &view, &ImageView::setShowHidden);
    rememberChoice({actions.systemTheme, actions.darkTheme, actions.lightTheme}, settings::theme, settings, this,
                   [this](int theme) { showTheme(static_cast<ThemeChoice>(theme)); });
    rememberChoice({actions.captionsAlways, actions.captionsOnHover, actions.captionsOfSelected}, settings::captionDisplay, settings, this,
                   [&view](int display) { view.setCaptionDisplay(static_cast<CaptionDisplay>(display)); });
}

void ViewChoices::showTheme(ThemeChoice choice) {
    const Theme theme = Theme::of(choice);
    theme.apply(*qApp);
    m_actions.applyTheme(theme);
}

} // namespace rb::ui
