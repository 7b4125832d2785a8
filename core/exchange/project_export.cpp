#include "core/exchange/project_export.h"

#include "core/formats/staged_output.h"

#include <QFile>
#include <QFileInfo>

namespace rb::exchange {
namespace {

namespace fs = std::filesystem;

formats::LossReport lossesOf(const project::Project& project, const formats::Format& format, const ExportOptions& options) {
    formats::LossTally tally;
    int clouds = 0, elsewhere = 0;
    for (const project::Media& media : project.allMedia()) {
        if (media.kind != project::MediaKind::Image) {
            ++clouds;
            continue;
        }
        if (options.media && !options.media->contains(media.id)) continue;
        if (!options.split.empty() && media.split.toStdString() != options.split) continue;
        formats::countLosses(recordOf(project, media, options, &tally), format.holds, tally);
        elsewhere += media.root.isEmpty() ? 0 : 1;
    }
    tally.drop("point clouds", "the format is one of pictures", clouds);
    tally.drop("picture folders", "paths are relative to a folder that the format does not name", elsewhere);
    return tally.report();
}

Status writable(const formats::Format& format) {
    if (format.write) return {};
    return Error{ErrorCode::Unsupported, std::string(format.title) + " can be read, but not written."};
}

Status refuseTaken(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder, ignored) || (fs::is_directory(folder, ignored) && fs::is_empty(folder, ignored))) return {};
    return Error{ErrorCode::WriteFailed, folder.string() + " is not empty; choose a new folder, so that nothing there is replaced."};
}

} // namespace

Result<formats::LossReport> previewExport(const project::Project& project, const formats::Format& format, const ExportOptions& options) {
    if (Status good = writable(format); !good.ok()) return good.error();
    return lossesOf(project, format, options);
}

Result<Exported> exportProject(const project::Project& project, const formats::Format& format, const QString& path,
                               const ExportOptions& options, const formats::WriteOptions& writing) {
    if (Status good = writable(format); !good.ok()) return good.error();
    if (QFileInfo(path).canonicalFilePath() == project.path())
        return Error{ErrorCode::InvalidArgument, path.toStdString() + " is the project itself; choose another name for the export."};
    const fs::path target = fs::absolute(QFile::encodeName(path).toStdString());
    const bool isFolder = format.output == formats::Format::Output::Folder;
    if (isFolder)
        if (Status free = refuseTaken(target); !free.ok()) return free.error();
    formats::StagedOutput output(isFolder ? target : target.parent_path(), isFolder ? target.filename().string() : target.stem().string());
    if (Status written = format.write(recordsOf(project, options), writing, output); !written.ok()) return written.error();
    if (Status committed = output.commit(); !committed.ok()) return committed.error();
    return Exported{output.files(), lossesOf(project, format, options)};
}

} // namespace rb::exchange
