#pragma once

#include "ui/settings/setting.h"
#include "ui/theme/theme.h"

#include <QObject>

#include <functional>

class QAction;

namespace rb::ui {

class ImageView;
class LiveCaptions;
class MainActions;

/// The choices of the View menu that are remembered: colours, what the wheel does, which captions
/// stand on the picture. Applies the remembered ones when made.
class ViewChoices : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    ViewChoices(MainActions& actions, ImageView& view, LiveCaptions& live, QSettings& settings, QObject* parent);

private:
    void toggle(QAction& action, const Setting<bool>& setting, const std::function<void(bool)>& apply);
    void choice(const QList<QAction*>& actions, const Setting<int>& setting, const std::function<void(int)>& apply);
    void showTheme(ThemeChoice choice);

    MainActions& m_actions;
    QSettings& m_settings;
};

} // namespace rb::ui
