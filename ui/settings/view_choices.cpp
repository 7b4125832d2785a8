#include "ui/settings/view_choices.h"

#include "ui/actions/main_actions.h"
#include "ui/image_view/image_view.h"
#include "ui/settings/window_settings.h"
#include "ui/workspace/live_captions.h"

#include <QApplication>

#include <algorithm>

namespace rb::ui {

ViewChoices::ViewChoices(MainActions& actions, ImageView& view, LiveCaptions& live, QSettings& settings, QObject* parent)
    : QObject(parent), m_actions(actions), m_settings(settings) {
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
    choice({actions.systemTheme, actions.darkTheme, actions.lightTheme}, settings::theme,
           [this](int theme) { showTheme(static_cast<ThemeChoice>(theme)); });
    choice({actions.captionsAlways, actions.captionsOnHover, actions.captionsOfSelected}, settings::captionDisplay,
           [&view](int display) { view.setCaptionDisplay(static_cast<CaptionDisplay>(display)); });
}

void ViewChoices::toggle(QAction& action, const Setting<bool>& setting, const std::function<void(bool)>& apply) {
    connect(&action, &QAction::toggled, this, [this, &setting, apply](bool on) {
        setting.write(m_settings, on);
        apply(on);
    });
    const bool present = setting.read(m_settings);
    action.setChecked(present);
    apply(present);
}

void ViewChoices::choice(const QList<QAction*>& actions, const Setting<int>& setting,
                         const std::function<void(int)>& apply) {
    const auto last = static_cast<int>(actions.size()) - 1;
    const int present = std::clamp(setting.read(m_settings), 0, last);
    for (int i = 0; i <= last; ++i)
        connect(actions[i], &QAction::triggered, this, [this, &setting, apply, i] {
            setting.write(m_settings, i);
            apply(i);
        });
    actions[present]->setChecked(true);
    apply(present);
}

void ViewChoices::showTheme(ThemeChoice choice) {
    const Theme theme = Theme::of(choice);
    theme.apply(*qApp);
    m_actions.applyTheme(theme);
}

} // namespace rb::ui
