#pragma once

#include <QObject>

class QSettings;
class QWidget;

namespace rb::ui {
class MainActions;
class UserDialogs;
}

namespace rb::cloud_workspace {

class CloudBinding;
class CloudMarking;
class CloudPage;

/// Lets the window's tools and the cloud's own actions act on the view while a cloud is shown.
class CloudTools : public QObject {
    Q_OBJECT

public:
    struct Parts {
        ui::MainActions& actions;
        CloudPage& page;
        CloudBinding& binding;
        CloudMarking& marking;
        ui::UserDialogs& dialogs;
        QSettings& settings;
    };
    /// All outlive this; `window` is the parent of the questions asked.
    CloudTools(const Parts& parts, QWidget& window);

private:
    void connectTools();
    void connectPoints();
    void connectViews();
    /// What is remembered of how clouds are looked at.
    void rememberLook();
    void askHowToMark();

    Parts m_parts;
    QWidget& m_window;
};

} // namespace rb::cloud_workspace
