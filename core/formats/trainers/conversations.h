#pragma once

#include "core/formats/json_list.h"
#include "core/formats/trainers/bracket_boxes.h"
#include "core/formats/trainers/picture_size.h"

/// Conversations about one picture: a question with a box as fractions of the sides and its answer say
/// what a region shows, a question without a box what the whole picture shows.
namespace rb::formats {

struct Turn {
    bool asks = false;    ///< the user's, not the model's
    std::string text;
};

/// How a file names the parts of a turn.
struct TurnNames {
    const char* role;
    const char* text;
    const char* user;
    const char* model;
};
inline constexpr TurnNames kFromValue{"from", "value", "human", "gpt"};
inline constexpr TurnNames kRoleContent{"role", "content", "user", "assistant"};

/// How a file writes the record of a picture.
struct ConversationStyle {
    const char* format;  ///< its name, also in `extra`
    TurnNames names;
    const char* turns;   ///< key of the list of turns
    bool listsPictures;  ///< the picture stands in a list `images`; else in `image`, with an `id`
};

/// What a format of conversations holds; `format` is its name.
Holds conversationsHold(const char* format);

/// Hands `take` the entry of each picture that has a caption: the first one of the picture and of each region.
Status eachConversation(const RecordSource& source, const ConversationStyle& style, const std::function<Status(const Json&)>& take);

/// Reads records with `conversations` or `messages` and a picture in `image` or `images`.
class ConversationReader {
public:
    /// `format`: its name, also in `extra`. `path`: of the file, or of the folder of files.
    ConversationReader(const char* format, const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink,
                       LossTally& tally);
    Status read(const std::filesystem::path& file);
    /// A refusal when boxes had to be left out because not one picture was found.
    Status finish() const;

private:
    Status take(RecordFields& fields);
    std::string pictureOf(RecordFields& fields);
    std::vector<Turn> turnsOf(RecordFields& fields, Status& status) const;
    void takeAnswer(const Turn& question, const Turn& answer, RecordFields& fields, PictureRecord& picture);
    void addRegion(const std::string& caption, const Corners& fractions, RecordFields& fields, PictureRecord& picture);

    const char* m_format;
    std::filesystem::path m_path;
    PictureSizes m_sizes;
    const RecordSink& m_sink;
    LossTally& m_tally;
    bool m_sizeFound = false;
    Status m_missing;
};

} // namespace rb::formats
