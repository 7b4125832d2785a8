#pragma once

#include "core/exchange/clouds/cloud_import.h"
#include "core/exchange/export_order.h"
#include "core/exchange/relink.h"
#include "core/jobs/media_import.h"
#include "ui/workspace/background.h"
#include "ui/workspace/workspace.h"

#include <QObject>
#include <QSettings>
#include <QStringList>

class QWidget;

namespace rb::ui {

class UserDialogs;

/// Opens, makes, fills and exports projects for the window, and remembers the latest ones.
/// Failures go to Workspace::failed.
class ProjectFiles : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of the questions asked. All outlive this.
    ProjectFiles(Workspace& workspace, UserDialogs& dialogs, QSettings& settings, QWidget& window);

    /// A project file is opened in place of the present one; pictures and folders are added to it, a file of
    /// annotations is imported after a look at it. Pictures come when their headers are read; nobody waits for that.
    void open(const QStringList& paths);
    void openProject(const QString& path);

    void choosePictures();
    void chooseFolder();
    void chooseProject();
    void makeProject();
    /// Looks for missing pictures and clouds in a folder, without waiting for it.
    void findMoved();
    void exportData();
    void chooseImport();
    /// Shows what a file or folder of annotations holds, and takes it in.
    void importData(const QString& path);

    /// Paths of projects opened lately that are still there, latest first, without the present one.
    QStringList recent() const;

Q_SIGNALS:
    /// Something went well.
    void said(const QString& sentence);
    /// Nothing else may edit the project from now on until the import ends.
    void importStarting();

private:
    bool isOpen(const QString& path) const;
    Status carryOut(const exchange::ExportOrder& order, const QString& path);
    void relink(const Result<exchange::FoundMedia>& found);
    void addPictures(const QStringList& paths);
    void insert(const Result<jobs::ReadMedia>& media);
    void importClouds(const exchange::CloudFormat& format, const QString& path, const exchange::ImportOptions& options);
    void sayImported(const exchange::ImportCounts& counts);
    void rememberProject();

    Workspace& m_workspace;
    UserDialogs& m_dialogs;
    QSettings& m_settings;
    QWidget& m_window;
    Background m_background;
};

} // namespace rb::ui
