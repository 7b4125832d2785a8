#include "core/formats/extra_fields.h"
#include "core/formats/json_objects.h"
#include "core/formats/safe_path.h"
#include "core/formats/trainers/bracket_boxes.h"
#include "core/formats/trainers/caption_texts.h"
#include "core/formats/trainers/conversations.h"

namespace rb::formats {

using nlohmann::json;

namespace {

enum class Role { User, Model, Other };

Role roleOf(const std::string& name) {
    if (name == "human" || name == "user") return Role::User;
    if (name == "gpt" || name == "assistant") return Role::Model;
    return Role::Other;
}

/// A list with one path in it.
std::string onlyPath(RecordFields& fields, const json& list) {
    const json& only = list.front();
    if (!only.is_string()) {
        fields.refuse("images", "a list of paths");
        return {};
    }
    const Result<std::string> safe = safeRelativePath(only.get<std::string>(), fields.place());
    if (!safe.ok()) fields.refuse("images", "a list of relative paths that stay in the pictures' folder");
    return safe.ok() ? *safe : std::string();
}

} // namespace

ConversationReader::ConversationReader(const char* format, const std::filesystem::path& path, const ReadOptions& options,
                                       const RecordSink& sink, LossTally& tally)
    : m_format(format), m_path(path), m_sizes(path, options), m_sink(sink), m_tally(tally) {}

std::string ConversationReader::pictureOf(RecordFields& fields) {
    const char* const key = fields.has("image") ? "image" : "images";
    const json& named = fields.value(key);
    if (named.is_string()) return fields.path(key);
    if (named.is_array() && named.size() == 1) return onlyPath(fields, named);
    if (!named.is_null() && !named.is_array()) fields.refuse(key, "a path or a list of paths");
    m_tally.drop("conversations", named.empty() ? "they show no picture" : "they show several pictures", 1);
    return {};
}

std::vector<Turn> ConversationReader::turnsOf(RecordFields& fields, Status& status) const {
    const char* const key = fields.has("messages") ? "messages" : "conversations";
    const json& list = fields.value(key);
    if (!list.is_array()) fields.refuse(key, "a list of turns");
    std::vector<Turn> turns;
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
        RecordFields turn(list[i], fields.place() + ", turn " + std::to_string(i + 1));
        const TurnNames& names = turn.has(kRoleContent.role) ? kRoleContent : kFromValue;
        const Role role = roleOf(turn.text(names.role));
        const std::string text = turn.text(names.text);
        if (!turn.status().ok() && status.ok()) status = turn.status();
        if (role != Role::Other) turns.push_back({role == Role::User, text});
    }
    return turns;
}

void ConversationReader::addRegion(const std::string& caption, const Corners& at, RecordFields& fields, PictureRecord& picture) {
    if (picture.width == 0 || picture.height == 0) {
        const Result<PixelSize> size = m_sizes.of(fields, picture.path);
        if (!size.ok()) {
            if (m_missing.ok()) m_missing = size.error();
            m_tally.drop("regions", "their boxes are fractions of a picture that is missing", 1);
            return;
        }
        picture.width = size->width;
        picture.height = size->height;
    }
    m_sizeFound = true;
    const double width = picture.width;
    const double height = picture.height;
    RegionRecord region;
    region.shape = geometry::boxShape({at[0] * width, at[1] * height, (at[2] - at[0]) * width, (at[3] - at[1]) * height});
    region.captions.push_back(textCaption(caption));
    picture.regions.push_back(std::move(region));
}

void ConversationReader::takeAnswer(const Turn& question, const Turn& answer, RecordFields& fields, PictureRecord& picture) {
    const std::vector<Corners> boxes = fractionsIn(question.text);
    if (boxes.size() == 1) return addRegion(answer.text, boxes.front(), fields, picture);
    if (boxes.empty() && !fractionsIn(answer.text).empty()) return m_tally.drop("answers", "they are boxes, not captions", 1);
    if (!boxes.empty()) m_tally.change("captions", "an answer about several boxes is taken for the whole picture", 1);
    picture.captions.push_back(textCaption(answer.text));
}

Status ConversationReader::take(RecordFields& fields) {
    PictureRecord picture;
    picture.path = pictureOf(fields);
    picture.id = fields.id("id");
    if (picture.id == picture.path) picture.id.clear();
    picture.width = fields.side("width");
    picture.height = fields.side("height");
    picture.extra = extraUnder(m_format, fields.others({"id", "image", "images", "width", "height", "conversations", "messages"}));
    Status status;
    const std::vector<Turn> turns = turnsOf(fields, status);
    if (!status.ok() || !fields.status().ok() || picture.path.empty()) return status.ok() ? fields.status() : status;
    for (std::size_t i = 1; i < turns.size(); ++i)
        if (turns[i - 1].asks && !turns[i].asks) takeAnswer(turns[i - 1], turns[i], fields, picture);
    return m_sink(std::move(picture));
}

Status ConversationReader::read(const std::filesystem::path& file) {
    return readJsonObjects(file, [this](RecordFields& fields) { return take(fields); });
}

Status ConversationReader::finish() const {
    if (m_sizeFound || m_missing.ok()) return {};
    return Error{m_missing.error().code, m_path.string() +
                                             " writes boxes as fractions of pictures, but not one picture was found in " +
                                             m_sizes.folder().string() + ": name the pictures' folder."};
}

} // namespace rb::formats
