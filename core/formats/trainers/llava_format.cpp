#include "core/formats/trainers/conversations.h"
#include "core/formats/trainers/dialect.h"
#include "core/formats/trainers/json_lines.h"
#include "core/formats/trainers/record_head.h"
#include "core/formats/trainers/trainers.h"

namespace rb::formats {
namespace {

bool recognises(const std::filesystem::path& path) {
    const RecordHead head = recordHeadOf(path);
    return head.keys.contains("image") && head.keys.contains("conversations");
}

Status read(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally) {
    ConversationReader reader(path, options, sink, tally);
    const Status status = readJsonObjects(path, [&reader](RecordFields& fields) { return reader.take(fields); });
    return status.ok() ? reader.finish() : status;
}

/// Hands `take` the entry of each picture that has a caption.
Status forEachEntry(const RecordSource& source, const std::function<Status(const Json&)>& take) {
    return source([&take](const PictureRecord& picture) -> Status {
        const Result<std::vector<Turn>> turns = turnsOf(picture);
        if (!turns.ok()) return turns.error();
        if (turns->empty()) return {};
        Json entry = {{"id", picture.id.empty() ? picture.path : picture.id}, {"image", picture.path}};
        addSize(entry, picture);
        entry["conversations"] = turnsJson(*turns, kFromValue);
        return take(entry);
    });
}

Status writeLines(const RecordSource& source, FileSink& sink) {
    return forEachEntry(source, [&sink](const Json& entry) {
        return sink.write(entry.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    });
}

Status writeList(const RecordSource& source, FileSink& sink) {
    JsonList list(sink);
    const Status written = forEachEntry(source, [&list](const Json& entry) { return list.add(entry); });
    return written.ok() ? list.end() : written;
}

Status write(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    const Result<std::string> dialect = dialectOf(llavaFormat(), options);
    if (!dialect.ok()) return dialect.error();
    return output.file(output.stem() + "." + *dialect, [&](FileSink& sink) {
        return *dialect == "json" ? writeList(source, sink) : writeLines(source, sink);
    });
}

} // namespace

const Format& llavaFormat() {
    static const Format kFormat{.name = "llava",
                                .title = "LLaVA conversations",
                                .output = Format::Output::File,
                                .suffix = ".json",
                                .dialects = {"json", "jsonl"},
                                .holds = kConversationsHold,
                                .recognises = recognises,
                                .read = read,
                                .write = write};
    return kFormat;
}

} // namespace rb::formats
