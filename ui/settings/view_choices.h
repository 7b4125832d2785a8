#pragma once

#include "ui/theme/theme.h"

#include <QObject>

class QSettings;

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
    void showTheme(ThemeChoice choice);

    MainActions& m_actions;
};

} // namespace rb::ui
