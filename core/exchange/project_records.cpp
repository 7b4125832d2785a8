#include "core/exchange/project_records.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace rb::exchange {
namespace {

using formats::CaptionRecord;
using formats::PictureRecord;
using formats::RegionRecord;
using project::Caption;
using project::CaptionSource;
using project::CaptionState;

std::string utf8(const QString& text) { return text.toUtf8().toStdString(); }
QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

std::int64_t millis(const QDateTime& time) { return time.isValid() ? time.toMSecsSinceEpoch() : 0; }
QDateTime time(std::int64_t millis) { return millis ? QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC) : QDateTime(); }

CaptionRecord::State stateOf(CaptionState state) {
    switch (state) {
    case CaptionState::Accepted: return CaptionRecord::State::Accepted;
    case CaptionState::Rejected: return CaptionRecord::State::Rejected;
    case CaptionState::Draft: break;
    }
    return CaptionRecord::State::Draft;
}

CaptionRecord recordOf(const Caption& caption) {
    CaptionRecord record;
    record.text = utf8(caption.text);
    record.state = stateOf(caption.state);
    record.source = caption.source == CaptionSource::Model ? CaptionRecord::Source::Model : CaptionRecord::Source::Human;
    record.model = utf8(caption.model);
    record.adapter = utf8(caption.adapter);
    record.prompt = utf8(caption.prompt);
    if (!caption.options.isEmpty()) record.options = QJsonDocument(caption.options).toJson(QJsonDocument::Compact).toStdString();
    record.score = caption.score;
    record.tokenScores = caption.tokenScores;
    record.editedFrom = utf8(caption.editedFrom);
    record.author = utf8(caption.author);
    record.createdAt = millis(caption.createdAt);
    record.changedAt = millis(caption.changedAt);
    return record;
}

std::vector<Caption> chosen(const std::vector<Caption>& captions, CaptionChoice choice) {
    if (choice == CaptionChoice::All) return captions;
    const auto of = [&](CaptionState state) {
        std::vector<Caption> found;
        for (const Caption& caption : captions)
            if (caption.state == state && !caption.text.trimmed().isEmpty()) found.push_back(caption);
        return found;
    };
    std::vector<Caption> accepted = of(CaptionState::Accepted);
    if (!accepted.empty() || choice == CaptionChoice::AcceptedOnly) return accepted;
    std::vector<Caption> drafts = of(CaptionState::Draft);
    if (drafts.size() > 1) drafts.resize(1);
    return drafts;
}

/// Captions of one region, or of the whole picture, by rank.
std::vector<CaptionRecord> leaving(const std::vector<Caption>& captions, const char* what, CaptionChoice choice, formats::LossTally* tally) {
    std::vector<CaptionRecord> records;
    for (const Caption& caption : chosen(captions, choice)) records.push_back(recordOf(caption));
    const auto staying = static_cast<int>(captions.size() - records.size());
    if (tally) tally->drop(what, formats::kNotChosen, staying);
    return records;
}

} // namespace

PictureRecord recordOf(const project::Project& project, const project::Media& media, const ExportOptions& options, formats::LossTally* tally) {
    std::map<project::Id, std::vector<Caption>> byRegion;
    for (Caption& caption : project.captionsOf(media.id)) byRegion[caption.region].push_back(std::move(caption));
    PictureRecord record;
    record.path = utf8(media.path);
    record.id = utf8(media.sourceId);
    record.width = media.width;
    record.height = media.height;
    record.split = utf8(media.split);
    record.extra = utf8(media.extra);
    if (const QString file = project.filePath(media); QFileInfo::exists(file)) record.file = QFile::encodeName(file).toStdString();
    record.captions = leaving(byRegion[0], "picture captions", options.captions, tally);
    for (const project::Region& region : project.regionsOf(media.id)) {
        if (options.regions && !options.regions->contains(region.id)) continue;
        RegionRecord& each = record.regions.emplace_back();
        each.id = utf8(region.sourceId);
        each.shape = region.shape;
        each.label = utf8(region.label);
        each.score = region.score;
        each.captions = leaving(byRegion[region.id], "captions", options.captions, tally);
        each.hidden = region.hidden;
        each.locked = region.locked;
        each.extra = utf8(region.extra);
    }
    return record;
}

bool isChosen(const project::Media& media, const ExportOptions& options) {
    return (!options.media || options.media->contains(media.id)) && (options.split.empty() || utf8(media.split) == options.split);
}

Error exportStopped() { return {ErrorCode::Cancelled, "The export was stopped; nothing was written."}; }

formats::RecordSource recordsOf(const project::Project& project, const ExportOptions& options) {
    return [&project, options](const std::function<Status(const PictureRecord&)>& take) -> Status {
        int done = 0;
        for (const project::Media& media : project.allMedia()) {
            if (media.kind != project::MediaKind::Image || !isChosen(media, options)) continue;
            if (options.stop.stop_requested()) return exportStopped();
            if (Status taken = take(recordOf(project, media, options)); !taken.ok()) return taken;
            if (options.progress) options.progress(++done);
        }
        return {};
    };
}

Caption captionFrom(const CaptionRecord& record, CaptionState stateIfUnsaid) {
    Caption caption;
    caption.text = text(record.text);
    caption.state = stateIfUnsaid;
    if (record.state)
        caption.state = *record.state == CaptionRecord::State::Accepted   ? CaptionState::Accepted
                        : *record.state == CaptionRecord::State::Rejected ? CaptionState::Rejected
                                                                          : CaptionState::Draft;
    caption.source = record.source == CaptionRecord::Source::Model ? CaptionSource::Model : CaptionSource::Human;
    caption.model = text(record.model);
    caption.adapter = text(record.adapter);
    caption.prompt = text(record.prompt);
    caption.options = QJsonDocument::fromJson(QByteArray::fromStdString(record.options)).object();
    caption.score = record.score;
    caption.tokenScores = record.tokenScores;
    caption.editedFrom = text(record.editedFrom);
    caption.author = text(record.author);
    caption.createdAt = time(record.createdAt);
    caption.changedAt = time(record.changedAt);
    return caption;
}

project::Region regionFrom(const RegionRecord& record) {
    project::Region region;
    region.shape = record.shape;
    region.label = text(record.label);
    region.score = record.score;
    region.hidden = record.hidden;
    region.locked = record.locked;
    region.sourceId = text(record.id);
    region.extra = text(record.extra);
    return region;
}

} // namespace rb::exchange
