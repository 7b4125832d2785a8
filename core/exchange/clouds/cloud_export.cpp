#include "core/exchange/clouds/cloud_export.h"

#include "core/formats/staged_output.h"

#include <QFile>
#include <QFileInfo>

namespace rb::exchange {
namespace {

namespace fs = std::filesystem;
using project::Caption;
using project::CaptionState;

bool isChosen(const Caption& caption, CaptionChoice choice, bool hasAccepted) {
    if (caption.text.trimmed().isEmpty()) return false;
    if (choice == CaptionChoice::All) return true;
    if (caption.state == CaptionState::Accepted) return true;
    return choice == CaptionChoice::AcceptedElseDraft && !hasAccepted && caption.rank == 0 && caption.state == CaptionState::Draft;
}

std::vector<std::string> chosen(const std::vector<Caption>& all, project::Id region, CaptionChoice choice, formats::LossTally& tally) {
    bool hasAccepted = false;
    for (const Caption& caption : all) hasAccepted = hasAccepted || (caption.region == region && caption.state == CaptionState::Accepted);
    std::vector<std::string> texts;
    for (const Caption& caption : all) {
        if (caption.region != region) continue;
        if (isChosen(caption, choice, hasAccepted)) texts.push_back(caption.text.toStdString());
        else tally.drop("captions", formats::kNotChosen);
    }
    return texts;
}

CloudRecord recordOf(const project::Project& project, const project::Media& media, const ExportOptions& options, formats::LossTally& tally) {
    CloudRecord record;
    record.file = QFile::encodeName(project.filePath(media)).toStdString();
    record.name = QFileInfo(media.path).completeBaseName().toStdString();
    const std::vector<Caption> captions = project.captionsOf(media.id);
    record.captions = chosen(captions, 0, options.captions, tally);
    for (const project::Region& region : project.regionsOf(media.id)) {
        if (!region.cloud || (options.regions && !options.regions->contains(region.id))) continue;
        record.regions.push_back({std::to_string(record.regions.size()), *region.cloud, region.label.toStdString(), chosen(captions, region.id, options.captions, tally)});
    }
    return record;
}

Result<std::vector<CloudRecord>> recordsOfClouds(const project::Project& project, const ExportOptions& options, formats::LossTally& tally) {
    std::vector<CloudRecord> records;
    int pictures = 0;
    for (const project::Media& media : project.allMedia()) {
        if (!isChosen(media, options)) continue;
        if (options.stop.stop_requested()) return exportStopped();
        if (media.kind == project::MediaKind::Cloud) records.push_back(recordOf(project, media, options, tally));
        else ++pictures;
    }
    tally.drop("pictures", "the format is one of point clouds", pictures);
    return records;
}

} // namespace

const CloudFormat* cloudFormatNamed(const std::string& name) {
    for (const CloudFormat& format : cloudFormats())
        if (name == format.name) return &format;
    return nullptr;
}

Result<formats::LossReport> previewCloudExport(const project::Project& project, const CloudFormat& format, const ExportOptions& options) {
    formats::LossTally tally;
    formats::PreviewOutput nowhere;
    const auto records = recordsOfClouds(project, options, tally);
    if (!records.ok()) return records.error();
    if (Status written = format.write(*records, nowhere, tally); !written.ok()) return written.error();
    return tally.report();
}

Result<Exported> exportClouds(const project::Project& project, const CloudFormat& format, const QString& path, const ExportOptions& options) {
    const fs::path target = fs::absolute(QFile::encodeName(path).toStdString());
    const bool isFolder = format.output == formats::Format::Output::Folder;
    if (isFolder)
        if (Status free = refuseTaken(target); !free.ok()) return free.error();
    formats::StagedOutput output(isFolder ? target : target.parent_path(), target.filename().string());
    formats::LossTally tally;
    const auto records = recordsOfClouds(project, options, tally);
    if (!records.ok()) return records.error();
    if (Status written = format.write(*records, output, tally); !written.ok()) return written.error();
    if (Status committed = output.commit(); !committed.ok()) return committed.error();
    return Exported{output.files(), tally.report()};
}

} // namespace rb::exchange
