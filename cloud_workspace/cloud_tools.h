#pragma once

#include <QObject>

namespace rb::ui {
class MainActions;
}

namespace rb::cloud_workspace {

class CloudBinding;
class CloudPage;

/// Lets the window's tools and the cloud's own actions act on the view while a cloud is shown.
class CloudTools : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    CloudTools(ui::MainActions& actions, CloudPage& page, CloudBinding& binding, QObject* parent);

private:
    void connectTools();
    void connectPoints();
    void connectViews();

    ui::MainActions& m_actions;
    CloudPage& m_page;
    CloudBinding& m_binding;
};

} // namespace rb::cloud_workspace
