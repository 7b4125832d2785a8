#pragma once

#include "core/jobs/inference_thread.h"
#include "tests/ui/answering_dialogs.h"
#include "ui/main_window.h"
#include "ui/workspace/workspace.h"

#include <QDir>
#include <QSettings>
#include <QTemporaryDir>

namespace rb::cloud_workspace {
class CloudBinding;
class CloudPage;
}

namespace rb::ui {

/// The window over a copy of the sample project, with the embedded model, ready to be looked at: actions are run by
/// name, dialogs are photographed instead of waiting for somebody.
class Stage {
public:
    /// Pictures go into `folder` as `NAME_THEME.png`.
    Stage(const QString& folder, const QString& theme);

    MainWindow& window() { return *m_window; }
    Workspace& workspace() { return m_workspace; }
    QAction& action(const char* name);
    /// Runs an action; every dialog it opens is shown to `prepare`, photographed as `name`, and cancelled.
    void dialog(const QString& name, const char* action, const std::function<void(QDialog&)>& prepare = {});
    /// The same for a dialog that `open` opens otherwise.
    void dialogOf(const QString& name, const std::function<void()>& open, const std::function<void(QDialog&)>& prepare = {});
    /// A dialog of its own.
    void dialog(const QString& name, QDialog& dialog);
    void dock(const char* name);
    void photograph(const QString& name, QWidget& widget);
    void photograph(const QString& name) { photograph(name, *m_window); }

    /// What the next question for a file of annotations is answered with.
    void importFrom(const QString& path) { m_dialogs.annotations = path; }

    /// Until nothing is being read or captioned any more.
    void settle();
    /// Shows a cloud of the sample project, drawn to its last point.
    void showCloud(const QString& name);
    /// Draws a box on the picture with the mouse; the model captions it.
    void drawBox(QPointF from, QPointF to);

    QString fileOf(const QString& name) const { return m_folder.filePath(name); }
    const QStringList& pictures() const { return m_pictures; }

private:
    QTemporaryDir m_folder;
    QDir m_output;
    QString m_theme;
    QStringList m_pictures;
    jobs::InferenceThread m_inference;
    Workspace m_workspace;
    AnsweringDialogs m_dialogs;
    QSettings m_settings{fileOf(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<MainWindow> m_window;
    cloud_workspace::CloudBinding* m_clouds = nullptr;
    cloud_workspace::CloudPage* m_cloudPage = nullptr;
    bool m_modelIsOpen = false;
};

} // namespace rb::ui
