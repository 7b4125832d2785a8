#include "core/formats/trainers/conversations.h"
#include "core/formats/trainers/dialect.h"
#include "core/formats/trainers/file_bytes.h"
#include "core/formats/trainers/json_lines.h"
#include "core/formats/trainers/record_head.h"
#include "core/formats/trainers/trainers.h"

#include "core/formats/safe_path.h"

namespace rb::formats {
namespace {

using nlohmann::json;

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
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return recordHeadOf(path / kInfoFile).inner.contains("formatting");
    const RecordHead head = recordHeadOf(path);
    const bool turns = head.inner.contains("from") || head.inner.contains("role");
    return (head.keys.contains("messages") || head.keys.contains("conversations")) && turns && !head.keys.contains("image");
}

Status read(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally) {
    std::vector<std::filesystem::path> files{path};
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        Result<std::vector<std::filesystem::path>> named = filesOf(path);
        if (!named.ok()) return named.error();
        files = std::move(*named);
    }
    ConversationReader reader(path, options, sink, tally);
    for (const std::filesystem::path& file : files)
        if (Status done = readJsonObjects(file, [&reader](RecordFields& fields) { return reader.take(fields); }); !done.ok())
            return done;
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

Status writeLine(const PictureRecord& picture, bool messages, FileSink& sink) {
    const Result<std::vector<Turn>> turns = turnsOf(picture);
    if (!turns.ok()) return turns.error();
    if (turns->empty()) return {};
    Json line = {{messages ? "messages" : "conversations", turnsJson(*turns, messages ? kRoleContent : kFromValue)},
                 {"images", Json::array({picture.path})}};
    addSize(line, picture);
    return sink.write(line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

Status write(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    const Result<std::string> dialect = dialectOf(shareGptFormat(), options);
    if (!dialect.ok()) return dialect.error();
    const bool messages = *dialect == "messages";
    Status written = output.file(output.stem() + ".jsonl", [&](FileSink& sink) {
        return source([&](const PictureRecord& picture) { return writeLine(picture, messages, sink); });
    });
    if (written.ok())
        written = output.file(kInfoFile,
                              dataSetInfo(output.stem(), messages).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    if (!written.ok() || !options.copyPictures) return written;
    return source([&output](const PictureRecord& picture) { return copyPicture(picture, output); });
}

} // namespace

const Format& shareGptFormat() {
    static const Format kFormat{.name = "sharegpt",
                                .title = "ShareGPT for LLaMA-Factory",
                                .output = Format::Output::Folder,
                                .suffix = "",
                                .dialects = {"conversations", "messages"},
                                .holds = kConversationsHold,
                                .recognises = recognises,
                                .read = read,
                                .write = write};
    return kFormat;
}

} // namespace rb::formats
