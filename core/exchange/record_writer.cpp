#include "core/exchange/record_writer.h"

#include "core/exchange/project_records.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace rb::exchange {

using project::Id;

static constexpr std::size_t kRowsAPart = 5'000;

RecordWriter::RecordWriter(project::Project& project, const QString& editName, PictureFinder& finder, const ImportOptions& options)
    : m_project(project), m_finder(finder), m_options(options), m_parts(project, editName) {
    for (const project::Media& media : project.allMedia()) {
        m_media.insert(project.filePath(media), media.id);
        m_before.insert(media.id);
    }
}

Status RecordWriter::take(formats::PictureRecord record) {
    m_waitingRows += 1 + record.captions.size();
    for (const formats::RegionRecord& region : record.regions) m_waitingRows += 1 + region.captions.size();
    m_waiting.push_back(std::move(record));
    return m_waitingRows < kRowsAPart ? Status() : flush();
}

Status RecordWriter::flush() {
    if (m_waiting.empty()) return {};
    const Status status = m_parts.edit([this](project::Edit& edit) {
        for (const formats::PictureRecord& record : m_waiting) write(edit, record);
    });
    m_waiting.clear();
    m_waitingRows = 0;
    return status;
}

Status RecordWriter::finish() {
    const Status status = flush();
    return status.ok() ? m_parts.finish() : status;
}

void RecordWriter::write(project::Edit& edit, const formats::PictureRecord& record) {
    const FoundPicture& found = m_finder.find(record.path);
    const Id media = mediaOf(edit, record, found);
    if (!m_counts.first) m_counts.first = media;
    QStringList none;
    if (!record.captions.empty()) writeCaptions(edit, media, 0, record.captions, m_before.contains(media) ? presentOf(media).captions[0] : none);
    for (const formats::RegionRecord& region : record.regions) writeRegion(edit, media, region, found, record);
}

Id RecordWriter::mediaOf(project::Edit& edit, const formats::PictureRecord& record, const FoundPicture& found) {
    if (const auto known = m_media.constFind(found.file); known != m_media.constEnd()) return *known;
    project::Media media;
    m_project.setFilePath(media, found.file, QDir::cleanPath(QDir(m_finder.folder()).absolutePath()));
    media.byteSize = found.byteSize;
    media.width = found.size.width > 0 ? found.size.width : record.width;
    media.height = found.size.height > 0 ? found.size.height : record.height;
    media.exifOrientation = found.size.exifOrientation;
    media.split = record.split.empty() ? m_options.split : QString::fromStdString(record.split);
    media.sourceId = QString::fromStdString(record.id);
    media.extra = QString::fromStdString(record.extra);
    const Id id = edit.insert(media);
    m_media.insert(found.file, id);
    ++m_counts.pictures;
    m_counts.missing += found.there ? 0 : 1;
    return id;
}

RecordWriter::Present& RecordWriter::presentOf(Id media) {
    // Records of one picture follow each other, or nearly so: what was read long ago may go.
    constexpr std::size_t kMostRegions = 100'000;
    if (const auto known = m_present.find(media); known != m_present.end()) return known->second;
    if (m_presentRegions > kMostRegions) m_present.clear();
    if (m_present.empty()) m_presentRegions = 0;
    Present& present = m_present[media];
    present.regions = m_project.regionsOf(media);
    for (const project::Caption& caption : m_project.captionsOf(media)) present.captions[caption.region].append(caption.text);
    m_presentRegions += present.regions.size();
    return present;
}

void RecordWriter::writeRegion(project::Edit& edit, Id media, const formats::RegionRecord& record, const FoundPicture& found,
                               const formats::PictureRecord& picture) {
    project::Region region = regionFrom(record);
    region.media = media;
    region.shape = formats::corrected(region.shape, m_options.corrections, found.size, picture.width, picture.height);
    if (m_before.contains(media)) {
        Present& present = presentOf(media);
        const auto same = std::find_if(present.regions.begin(), present.regions.end(), [&](const project::Region& other) {
            return other.shape == region.shape && other.label == region.label;
        });
        if (same != present.regions.end()) {
            ++m_counts.known;
            return writeCaptions(edit, media, same->id, record.captions, present.captions[same->id]);
        }
    }
    ++m_counts.regions;
    QStringList none;
    writeCaptions(edit, media, edit.insert(region), record.captions, none);
}

void RecordWriter::writeCaptions(project::Edit& edit, Id media, Id region, const std::vector<formats::CaptionRecord>& captions,
                                 QStringList& present) {
    int rank = static_cast<int>(present.size());
    for (const formats::CaptionRecord& record : captions) {
        project::Caption caption = captionFrom(record, m_options.captionState);
        if (present.contains(caption.text)) continue;
        caption.media = media;
        caption.region = region;
        caption.rank = rank++;
        edit.insert(caption);
        present.append(caption.text);
        ++m_counts.captions;
    }
}

} // namespace rb::exchange
