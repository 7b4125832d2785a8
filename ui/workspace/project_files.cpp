#include "ui/workspace/project_files.h"

#include "ui/counted_text.h"
#include "core/exchange/format_table.h"
#include "core/jobs/import_job.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/progress_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/import_progress_dialog.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/settings/window_settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QWidget>

namespace rb::ui {

static constexpr qsizetype kRemembered = 10, kToldRefusals = 3;

static const QString& projectEnding() {
    static const QString ending = QStringLiteral(".rbproject");
    return ending;
}

ProjectFiles::ProjectFiles(Workspace& workspace, UserDialogs& dialogs, QSettings& settings, QWidget& window)
    : QObject(&window), m_workspace(workspace), m_dialogs(dialogs), m_settings(settings), m_window(window) {
    connect(&workspace, &Workspace::projectChanged, this, &ProjectFiles::rememberProject);
    connect(&workspace, &Workspace::projectClosing, &m_background, &Background::stop); // what it finds belongs to this project
}

/// A file that is neither picture nor cloud and that a format recognises. Folders are taken for pictures.
static bool isAnnotations(const QString& path) {
    return QFileInfo(path).isFile() && !jobs::isMediaName(path) && exchange::formatOf(QFile::encodeName(path).toStdString()).ok();
}

void ProjectFiles::open(const QStringList& paths) {
    if (paths.isEmpty()) return;
    if (paths.size() == 1 && paths.first().endsWith(projectEnding())) openProject(paths.first());
    else if (paths.size() == 1 && isAnnotations(paths.first())) importData(paths.first());
    else addPictures(paths);
}

bool ProjectFiles::isOpen(const QString& path) const {
    return m_workspace.project() && QFileInfo(m_workspace.project()->path()) == QFileInfo(path);
}

void ProjectFiles::openProject(const QString& path) {
    // Opening it a second time would find our own lock and be read-only.
    if (isOpen(path)) return;
    auto opened = project::Project::open(path);
    if (opened.ok()) m_workspace.setProject(std::move(*opened));
    else m_workspace.report(opened.error());
}

void ProjectFiles::addPictures(const QStringList& paths) {
    if (paths.size() > 1 || QFileInfo(paths.first()).isDir()) Q_EMIT said(tr("Reading what the files say of themselves…"));
    const auto read = [paths](const project::Project& project, const std::stop_token& stop) { return jobs::readMedia(project, paths, stop); };
    m_background.read(m_workspace.project()->path(), read, [this](const Result<jobs::ReadMedia>& media) { insert(media); });
}

/// The first of many sentences, so that they can be read.
static Error refusal(const QStringList& sentences) {
    QStringList told = sentences.mid(0, kToldRefusals);
    const qsizetype more = sentences.size() - told.size();
    if (more > 0) told << counted(more, ProjectFiles::tr("%1 other file cannot be read, either."), ProjectFiles::tr("%1 other files cannot be read, either."));
    return {ErrorCode::FileInvalid, told.join(QLatin1Char(' ')).toStdString()};
}

void ProjectFiles::insert(const Result<jobs::ReadMedia>& media) {
    if (!media.ok()) return m_workspace.report(media.error());
    const Result<jobs::InsertedMedia> inserted = jobs::insertMedia(*m_workspace.project(), media->fresh);
    if (!inserted.ok()) return m_workspace.report(inserted.error());
    if (const project::Id shown = inserted->first ? inserted->first : media->firstKnown) m_workspace.setCurrentMedia(shown);
    if (!media->refused.isEmpty()) return m_workspace.report(refusal(media->refused));
    const QString where = tr("everything is kept in %1").arg(QDir::toNativeSeparators(m_workspace.project()->path()));
    if (inserted->added) Q_EMIT said(counted(inserted->added, tr("%1 file added"), tr("%1 files added")) + QStringLiteral("; ") + where);
    else Q_EMIT said(media->known ? tr("These files are in the project already") : tr("There are no pictures or clouds there"));
}

void ProjectFiles::choosePictures() { open(m_dialogs.choosePictures(&m_window)); }

void ProjectFiles::chooseFolder() {
    const QString folder = m_dialogs.chooseFolder(&m_window, tr("Open a folder of pictures"));
    if (!folder.isEmpty()) addPictures({folder});
}

void ProjectFiles::chooseProject() {
    const QString path = m_dialogs.chooseProject(&m_window);
    if (!path.isEmpty()) openProject(path);
}

void ProjectFiles::makeProject() {
    const QString suggestion = QDir::home().filePath(QStringLiteral("regions") + projectEnding());
    QString path = m_dialogs.chooseNewFile(&m_window, tr("New project"), suggestion, tr("Projects (*.rbproject)"));
    if (path.isEmpty()) return;
    if (!path.endsWith(projectEnding())) path += projectEnding();
    auto created = project::Project::create(path);
    if (created.ok()) m_workspace.setProject(std::move(*created));
    else m_workspace.report(created.error());
}

void ProjectFiles::findMoved() {
    const QString folder = m_dialogs.chooseFolder(&m_window, tr("Find moved pictures and clouds in a folder"));
    if (folder.isEmpty()) return;
    Q_EMIT said(tr("Looking for moved pictures…"));
    const auto look = [folder](const project::Project& project, const std::stop_token& stop) { return exchange::findMedia(project.database(), project.folder(), folder, stop); };
    m_background.read(m_workspace.project()->path(), look, [this](const Result<exchange::FoundMedia>& found) { relink(found); });
}

void ProjectFiles::relink(const Result<exchange::FoundMedia>& found) {
    if (!found.ok()) return m_workspace.report(found.error());
    if (found->files.isEmpty() && found->unfound.isEmpty()) return Q_EMIT said(tr("No picture or cloud is missing"));
    if (const Status relinked = exchange::relinkMedia(*m_workspace.project(), *found); !relinked.ok()) return m_workspace.report(relinked);
    const QString missing = counted(static_cast<int>(found->unfound.size()), tr("%1 is still missing"), tr("%1 are still missing"));
    Q_EMIT said(counted(static_cast<int>(found->files.size()), tr("%1 file found again"), tr("%1 files found again")) + QStringLiteral("; ") + missing);
    m_workspace.showAgain();
}

void ProjectFiles::exportData() {
    ExportDialog dialog(m_workspace.project()->path(), &m_window);
    if (!m_dialogs.run(dialog)) return;
    const bool folder = dialog.intoFolder();
    const QString suffix = dialog.suffix();
    const QString suggestion = QDir(m_workspace.project()->folder()).filePath(QStringLiteral("regions") + suffix);
    const QString filter = folder ? tr("New folder (*)") : QStringLiteral("*%1 (*%1)").arg(suffix);
    const QString path = m_dialogs.chooseNewFile(&m_window, folder ? tr("Export into a new folder") : tr("Export to"), suggestion, filter);
    if (path.isEmpty()) return;
    const Status written = carryOut(dialog.order(), path);
    if (written.ok()) Q_EMIT said(tr("Exported to %1").arg(QDir::toNativeSeparators(path)));
    else m_workspace.report(written);
}

Status ProjectFiles::carryOut(const exchange::ExportOrder& order, const QString& path) {
    ProgressDialog progress({tr("Exporting to %1").arg(QFileInfo(path).fileName()), tr("%1 pictures and clouds"),
                             tr("All files get their names together at the end: stopping leaves nothing behind.")}, &m_window);
    Status written = exchange::exportStopped();
    const auto write = [order, path](const std::stop_token& stop, const ProgressDialog::Count& count) -> Status {
        exchange::ExportOrder watched = order;
        watched.options.stop = stop;
        watched.options.progress = [count](int done) { *count = done; };
        const auto exported = exchange::carryOut(watched, path);
        return exported.ok() ? Status() : exported.error();
    };
    progress.start(write, [&](Status status) { written = std::move(status); });
    m_dialogs.run(progress);
    return written;
}

void ProjectFiles::chooseImport() {
    const QString path = m_dialogs.chooseAnnotations(&m_window);
    if (!path.isEmpty()) importData(path);
}

void ProjectFiles::importData(const QString& path) {
    ImportDialog dialog(path, m_dialogs, &m_window);
    if (!m_dialogs.run(dialog)) return;
    if (const auto* clouds = dialog.cloudFormat()) return importClouds(*clouds, path, dialog.options());
    if (!dialog.format()) return;
    Q_EMIT importStarting();
    jobs::ImportJob job(*m_workspace.project(), *dialog.format(), QFile::encodeName(path).toStdString(), dialog.options());
    ImportProgressDialog progress(job, QFileInfo(path).fileName(), &m_window);
    connect(&job, &jobs::ImportJob::failed, this, [this](const Error& error) { m_workspace.report(error); });
    connect(&job, &jobs::ImportJob::finished, this, [this](const exchange::ImportCounts& counts) {
        sayImported(counts);
    });
    job.start();
    m_dialogs.run(progress);
}

void ProjectFiles::importClouds(const exchange::CloudFormat& format, const QString& path, const exchange::ImportOptions& options) {
    Q_EMIT importStarting();
    const std::filesystem::path file = QFile::encodeName(path).toStdString();
    ProgressDialog progress({tr("Importing %1").arg(QFileInfo(path).fileName()), tr("%1 clouds"), tr("It is one edit: stopping leaves the project as it was, and so does undo later.")}, &m_window);
    Result<exchange::ImportCounts> counts = exchange::importStopped();
    const auto read = [&format, file, options](const std::stop_token& stop, const ProgressDialog::Count& count) {
        return exchange::readClouds(format, file, options, stop, [count](int clouds) { *count = clouds; });
    };
    progress.start(read, [&](const Result<std::vector<exchange::PlacedCloud>>& clouds) {
        if (clouds.ok()) counts = exchange::insertClouds(*m_workspace.project(), *clouds, file, options);
        else counts = clouds.error();
    });
    m_dialogs.run(progress);
    if (counts.ok()) sayImported(*counts);
    else m_workspace.report(counts.error());
}

void ProjectFiles::sayImported(const exchange::ImportCounts& counts) {
    if (counts.first) m_workspace.setCurrentMedia(counts.first);
    Q_EMIT said(tr("%1 new pictures, %2 regions and %3 captions imported").arg(counts.pictures).arg(counts.regions).arg(counts.captions));
}

void ProjectFiles::rememberProject() {
    const QString path = QFileInfo(m_workspace.project()->path()).absoluteFilePath();
    QStringList paths = settings::recentProjects.read(m_settings);
    paths.removeAll(path);
    paths.prepend(path);
    settings::recentProjects.write(m_settings, paths.mid(0, kRemembered));
}

QStringList ProjectFiles::recent() const {
    QStringList paths = settings::recentProjects.read(m_settings);
    paths.removeIf([this](const QString& path) { return isOpen(path) || !QFileInfo::exists(path); });
    return paths;
}

} // namespace rb::ui
