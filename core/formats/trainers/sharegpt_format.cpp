#include "core/formats/file_bytes.h"
#include "core/formats/json_head.h"
#include "core/formats/json_lines.h"
#include "core/formats/picture_files.h"
#include "core/formats/safe_path.h"
#include "core/formats/trainers/conversations.h"
#include "core/formats/trainers/trainers.h"

namespace rb::formats {
namespace {

using nlohmann::json;

constexpr const char* kShareGpt = "sharegpt"; ///< the format's name, also in `extra`
constexpr const char* kInfoFile = "dataset_info.json";

bool isDataSet(const json& entry) {
    return entry.is_object() && entry.value("formatting", json()) == "sharegpt" && entry.value("file_name", json()).is_string();
}

/// The files that a folder's dataset_info.json names.
Result<std::vector<std::filesystem::path>> filesOf(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / kInfoFile;
    const Result<std::string> bytes = readFile(file, std::uint64_t{16} << 20);
    if (!bytes.ok()) return bytes.error();
    const Result<json> info = parseJson(*bytes, file.string());
    if (!info.ok()) return info.error();
    std::vector<std::filesystem::path> files;
    for (const json& entry : *info) {
        if (!isDataSet(entry)) continue;
        const Result<std::string> name = safeRelativePath(entry["file_name"].get<std::string>(), file.string());
        if (!name.ok()) return name.error();
        files.push_back(folder / *name);
    }
    if (files.empty())
        return Error{ErrorCode::FileInvalid, file.string() + " must name a data set in sharegpt formatting, but names none."};
    return files;
}

bool recognises(const std::filesystem::path& path) {
    if (isFolder(path)) return jsonHead(path / kInfoFile).innerKeys.contains("formatting");
    const JsonHead head = jsonHead(path);
    const bool turns = head.innerKeys.contains("from") || head.innerKeys.contains("role");
    return (head.recordHas("messages") || head.recordHas("conversations")) && turns && !head.recordHas("image");
}

Status read(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally) {
    Result<std::vector<std::filesystem::path>> files = isFolder(path) ? filesOf(path) : std::vector{path};
    if (!files.ok()) return files.error();
    ConversationReader reader(kShareGpt, path, options, sink, tally);
    for (const std::filesystem::path& file : *files)
        if (Status done = reader.read(file); !done.ok()) return done;
    return reader.finish();
}

Json dataSetInfo(const std::string& stem, bool messages) {
    Json entry = {{"file_name", stem + ".jsonl"},
                  {"formatting", "sharegpt"},
                  {"columns", {{"messages", messages ? "messages" : "conversations"}, {"images", "images"}}}};
    if (messages)
        entry["tags"] = {{"role_tag", kRoleContent.role}, {"content_tag", kRoleContent.text}, {"user_tag", kRoleContent.user},
                         {"assistant_tag", kRoleContent.model}};
    return {{stem, std::move(entry)}};
}

Status write(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    const Result<std::string> dialect = dialectOf(shareGptFormat(), options.dialect);
    if (!dialect.ok()) return dialect.error();
    const bool messages = *dialect == "messages";
    const ConversationStyle style{kShareGpt, messages ? kRoleContent : kFromValue, messages ? "messages" : "conversations", true};
    Status written = output.file(output.stem() + ".jsonl", [&](FileSink& sink) {
        return eachConversation(source, style, [&sink](const Json& entry) { return writeLine(entry, sink); });
    });
    if (written.ok())
        written = output.file(kInfoFile,
                              dataSetInfo(output.stem(), messages).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    if (!written.ok() || !options.copyPictures) return written;
    return source([&output](const PictureRecord& picture) { return copyPicture(picture, picture.path, output); });
}

} // namespace

const Format& shareGptFormat() {
    static const Format kFormat{.name = kShareGpt, .title = "ShareGPT for LLaMA-Factory", .output = Format::Output::Folder, .suffix = "",
                                .dialects = {"conversations", "messages"}, .holds = conversationsHold(kShareGpt),
                                .recognises = recognises, .read = read, .write = write};
    return kFormat;
}

} // namespace rb::formats
