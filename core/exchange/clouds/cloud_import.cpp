#include "core/exchange/clouds/cloud_import.h"

#include "core/clouds/cloud_reader.h"
#include "core/exchange/clouds/cloud_finder.h"
#include "core/media/image.h"
#include "core/project/links.h"
#include "core/project/region_edits.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace rb::exchange {
namespace {

namespace fs = std::filesystem;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

Status readable(const CloudFormat& format) {
    if (format.read) return {};
    return Error{ErrorCode::Unsupported, std::string(format.title) + " can be written, but not read."};
}

fs::path folderFor(const fs::path& path, const ImportOptions& options) { return QFile::encodeName(mediaFolder(path, options.reading)).toStdString(); }

/// Puts records into a project within one edit.
class CloudWriter {
public:
    CloudWriter(const project::Project& project, const ImportOptions& options) : m_project(project), m_options(options) {
        for (const project::Media& media : project.allMedia()) m_media.insert(project.filePath(media), media.id);
    }

    void write(project::Edit& edit, const PlacedCloud& cloud) {
        const CloudRecord& record = cloud.record;
        const project::Id media = mediaOf(edit, cloud);
        if (!m_counts.first) m_counts.first = media;
        const project::Id picture = cloud.picture ? linkPicture(edit, media, cloud) : 0;
        std::vector<project::Region> present = m_project.regionsOf(media);
        const std::vector<project::Caption> captions = m_project.captionsOf(media);
        writeCaptions(edit, media, 0, record.captions, captions);
        for (const CloudRegionRecord& each : record.regions) {
            const auto known = std::ranges::find_if(present, [&](const project::Region& r) { return r.cloud && r.cloud->box == each.shape.box && r.label == text(each.label); });
            if (known != present.end()) {
                ++m_counts.known;
                writeCaptions(edit, media, known->id, each.captions, captions);
                continue;
            }
            project::Region region;
            region.media = media;
            region.label = text(each.label);
            region.sourceId = text(each.id);
            project::setCloudShape(region, each.shape);
            region.id = edit.insert(region);
            ++m_counts.regions;
            if (picture && each.inPicture) linkRegion(edit, picture, region, *each.inPicture);
            writeCaptions(edit, media, region.id, each.captions, {});
        }
    }
    const ImportCounts& counts() const { return m_counts; }

private:
    project::Media placed(const QString& file) const {
        project::Media media;
        m_project.setFilePath(media, file);
        media.split = m_options.split;
        return media;
    }

    project::Id mediaOf(project::Edit& edit, const PlacedCloud& cloud) {
        if (const auto known = m_media.constFind(cloud.file); known != m_media.constEnd()) return *known;
        project::Media media = placed(cloud.file);
        media.kind = project::MediaKind::Cloud;
        ++m_counts.pictures;
        if (cloud.points) {
            media.pointCount = *cloud.points;
            media.byteSize = QFileInfo(cloud.file).size();
        } else ++m_counts.missing;
        const project::Id id = edit.insert(media);
        m_media.insert(cloud.file, id);
        return id;
    }

    /// The picture that was taken in the cloud.
    project::Id linkPicture(project::Edit& edit, project::Id media, const PlacedCloud& cloud) {
        const QString file = QFile::decodeName(fs::absolute(cloud.record.picture).string().c_str());
        if (const auto known = m_media.constFind(file); known != m_media.constEnd()) return *known;
        project::Media picture = placed(file);
        picture.byteSize = QFileInfo(file).size();
        picture.width = cloud.picture->shownWidth();
        picture.height = cloud.picture->shownHeight();
        picture.exifOrientation = cloud.picture->exifOrientation;
        project::setCameraLink(picture, {media, cloud.record.camera});
        const project::Id id = edit.insert(picture);
        m_media.insert(file, id);
        ++m_counts.pictures;
        return id;
    }

    /// The same thing as the picture shows it.
    void linkRegion(project::Edit& edit, project::Id picture, project::Region& region, const geometry::Box2& box) {
        project::Region shown;
        shown.media = picture;
        shown.label = region.label;
        shown.shape = geometry::boxShape(box);
        project::setPartner(shown, region.id);
        project::setPartner(region, edit.insert(shown));
        edit.update(region);
        ++m_counts.regions;
    }

    void writeCaptions(project::Edit& edit, project::Id media, project::Id region, const std::vector<std::string>& texts, const std::vector<project::Caption>& present) {
        int rank = static_cast<int>(std::ranges::count_if(present, [&](const project::Caption& c) { return c.region == region; }));
        for (const std::string& each : texts) {
            if (std::ranges::any_of(present, [&](const project::Caption& c) { return c.region == region && c.text == text(each); })) continue;
            project::Caption caption;
            caption.media = media;
            caption.region = region;
            caption.text = text(each);
            caption.state = m_options.captionState;
            caption.rank = rank++;
            edit.insert(caption);
            ++m_counts.captions;
        }
    }

    const project::Project& m_project;
    ImportOptions m_options;
    QHash<QString, project::Id> m_media; ///< by absolute path
    ImportCounts m_counts;
};

} // namespace

const CloudFormat* cloudFormatOf(const fs::path& path) {
    for (const CloudFormat& format : cloudFormats())
        if (format.recognises && format.recognises(path)) return &format;
    return nullptr;
}

Result<ImportReport> checkClouds(const CloudFormat& format, const fs::path& path, const ImportOptions& options) {
    if (Status good = readable(format); !good.ok()) return good.error();
    ImportReport report;
    CloudFinder finder(mediaFolder(path, options.reading));
    formats::LossTally tally;
    const Status read = format.read(path, folderFor(path, options), [&](CloudRecord record) -> Status {
        const QString file = finder.find(record.file);
        ++report.pictures;
        if (!QFileInfo::exists(file) && ++report.missing <= 5) report.firstMissing.append(file);
        report.regions += record.regions.size();
        report.pictureCaptions += record.captions.size();
        for (const CloudRegionRecord& region : record.regions) report.captions += region.captions.size();
        return {};
    }, tally);
    if (!read.ok()) return read.error();
    report.losses = tally.report();
    return report;
}

Error importStopped() { return {ErrorCode::Cancelled, "The import was stopped; the project is as it was."}; }

Result<std::vector<PlacedCloud>> readClouds(const CloudFormat& format, const fs::path& path, const ImportOptions& options, const std::stop_token& stop,
                                            const std::function<void(int)>& progress) {
    if (Status good = readable(format); !good.ok()) return good.error();
    CloudFinder finder(mediaFolder(path, options.reading));
    formats::LossTally tally;
    std::vector<PlacedCloud> clouds;
    const Status read = format.read(path, folderFor(path, options), [&](CloudRecord record) -> Status {
        if (stop.stop_requested()) return importStopped();
        PlacedCloud& placed = clouds.emplace_back(PlacedCloud{std::move(record), {}, {}, {}});
        placed.file = finder.find(placed.record.file);
        if (const auto header = clouds::readCloudHeader(QFile::encodeName(placed.file).toStdString()); header.ok()) placed.points = static_cast<qint64>(header->points);
        if (!placed.record.picture.empty())
            if (const auto header = media::readImageHeader(placed.record.picture); header.ok()) placed.picture = *header;
        if (progress) progress(static_cast<int>(clouds.size()));
        return {};
    }, tally);
    if (!read.ok()) return read.error();
    return clouds;
}

Result<ImportCounts> insertClouds(project::Project& project, const std::vector<PlacedCloud>& clouds, const fs::path& path, const ImportOptions& options) {
    CloudWriter writer(project, options);
    const Status done = project.edit(importName(path), [&](project::Edit& edit) {
        for (const PlacedCloud& cloud : clouds) writer.write(edit, cloud);
    });
    if (!done.ok()) return done.error();
    return writer.counts();
}

Result<ImportCounts> importClouds(project::Project& project, const CloudFormat& format, const fs::path& path, const ImportOptions& options) {
    const auto clouds = readClouds(format, path, options);
    if (!clouds.ok()) return clouds.error();
    return insertClouds(project, *clouds, path, options);
}

} // namespace rb::exchange
