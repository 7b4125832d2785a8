#include "core/exchange/project_export.h"

#include "core/formats/staged_output.h"

#include <QFile>
#include <QFileInfo>

namespace rb::exchange {
namespace {

namespace fs = std::filesystem;

Result<formats::LossReport> lossesOf(const project::Project& project, const formats::Holds& holds, const ExportOptions& options) {
    formats::LossTally tally;
    int clouds = 0, elsewhere = 0;
    for (const project::Media& media : project.allMedia()) {
        if (media.kind != project::MediaKind::Image) {
            ++clouds;
            continue;
        }
        if (!isChosen(media, options)) continue;
        if (options.stop.stop_requested()) return exportStopped();
        formats::held(recordOf(project, media, options, &tally), holds, tally);
        elsewhere += media.root.isEmpty() ? 0 : 1;
    }
    tally.drop("point clouds", "the format is one of pictures", clouds);
    tally.drop("picture folders", "paths are relative to a folder that the format does not name", elsewhere);
    return tally.report();
}

/// The dialect to write.
Result<std::string> writable(const formats::Format& format, const formats::WriteOptions& writing) {
    if (format.write) return formats::dialectOf(format, writing.dialect);
    return Error{ErrorCode::Unsupported, std::string(format.title) + " can be read, but not written."};
}

/// What the format holds of each picture; pictures of which it holds nothing are left out.
formats::RecordSource heldOf(formats::RecordSource source, const formats::Holds& holds) {
    return [source = std::move(source), holds](const std::function<Status(const formats::PictureRecord&)>& take) {
        formats::LossTally uncounted; // writers may ask several times
        return source([&](const formats::PictureRecord& picture) -> Status {
            const std::optional<formats::PictureRecord> left = formats::held(picture, holds, uncounted);
            return left ? take(*left) : Status();
        });
    };
}

} // namespace

Status refuseTaken(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder, ignored) || (fs::is_directory(folder, ignored) && fs::is_empty(folder, ignored))) return {};
    return Error{ErrorCode::WriteFailed, folder.string() + " is not empty; choose a new folder, so that nothing there is replaced."};
}

Result<formats::LossReport> previewExport(const project::Project& project, const formats::Format& format, const ExportOptions& options,
                                          const formats::WriteOptions& writing) {
    const Result<std::string> dialect = writable(format, writing);
    if (!dialect.ok()) return dialect.error();
    return lossesOf(project, formats::holdsOf(format, *dialect), options);
}

Result<Exported> exportProject(const project::Project& project, const formats::Format& format, const QString& path,
                               const ExportOptions& options, const formats::WriteOptions& writing) {
    const Result<std::string> dialect = writable(format, writing);
    if (!dialect.ok()) return dialect.error();
    if (QFileInfo(path).canonicalFilePath() == project.path())
        return Error{ErrorCode::InvalidArgument, path.toStdString() + " is the project itself; choose another name for the export."};
    const fs::path target = fs::absolute(QFile::encodeName(path).toStdString());
    const bool isFolder = format.output == formats::Format::Output::Folder;
    if (isFolder)
        if (Status free = refuseTaken(target); !free.ok()) return free.error();
    const std::string name = target.filename().string();
    formats::StagedOutput output(isFolder ? target : target.parent_path(), isFolder ? name : formats::stemOf(format, name));
    const formats::Holds holds = formats::holdsOf(format, *dialect);
    if (Status written = format.write(heldOf(recordsOf(project, options), holds), writing, output); !written.ok()) return written.error();
    auto losses = lossesOf(project, holds, options);
    if (!losses.ok()) return losses.error();
    if (Status committed = output.commit(); !committed.ok()) return committed.error();
    return Exported{output.files(), std::move(*losses)};
}

} // namespace rb::exchange
