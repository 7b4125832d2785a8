#include "core/formats/json_head.h"
#include "core/formats/trainers/conversations.h"
#include "core/formats/trainers/trainers.h"

namespace rb::formats {
namespace {

constexpr ConversationStyle kStyle{"llava", kFromValue, "conversations", false};

bool recognises(const std::filesystem::path& path) {
    const JsonHead head = jsonHead(path);
    return head.recordHas("image") && head.recordHas("conversations");
}

Status read(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally) {
    ConversationReader reader(kStyle.format, path, options, sink, tally);
    const Status status = reader.read(path);
    return status.ok() ? reader.finish() : status;
}

Status writeList(const RecordSource& source, FileSink& sink) {
    JsonList list(sink);
    const Status written = eachConversation(source, kStyle, [&list](const Json& entry) { return list.add(entry); });
    return written.ok() ? list.end() : written;
}

Status write(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    const Result<std::string> dialect = dialectOf(llavaFormat(), options.dialect);
    if (!dialect.ok()) return dialect.error();
    return output.file(outputName(llavaFormat(), *dialect, output.stem()), [&](FileSink& sink) {
        if (*dialect == "json") return writeList(source, sink);
        return eachConversation(source, kStyle, [&sink](const Json& entry) { return writeLine(entry, sink); });
    });
}

} // namespace

const Format& llavaFormat() {
    static const Format kFormat{.name = kStyle.format, .title = "LLaVA conversations", .output = Format::Output::File, .suffix = ".json",
                                .dialects = {"json", "jsonl"}, .holds = conversationsHold(kStyle.format), .recognises = recognises,
                                .read = read, .write = write, .suffixIn = [](const std::string& dialect) { return "." + dialect; }};
    return kFormat;
}

} // namespace rb::formats
