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

inline constexpr Holds kConversationsHold{.pictureCaptions = true, .exactBoxes = false, .emptyPictures = false,
                                          .rounding = "boxes are written as fractions of the sides with three decimals"};

/// The first caption of the picture and of each region; none when nothing has a caption.
Result<std::vector<Turn>> turnsOf(const PictureRecord& picture);
/// Without the size a reader of the fractions needs the picture itself.
void addSize(Json& entry, const PictureRecord& picture);
Json turnsJson(const std::vector<Turn>& turns, const TurnNames& names);

/// Reads records with `conversations` or `messages` and a picture in `image` or `images`.
class ConversationReader {
public:
    ConversationReader(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
    Status take(RecordFields& fields);
    /// A refusal when boxes had to be left out because not one picture was found.
    Status finish() const;

private:
    std::string pictureOf(RecordFields& fields);
    std::vector<Turn> turnsOf(RecordFields& fields, Status& status) const;
    void takeAnswer(const Turn& question, const Turn& answer, RecordFields& fields, PictureRecord& picture);
    void addRegion(const std::string& caption, const Corners& fractions, RecordFields& fields, PictureRecord& picture);

    std::filesystem::path m_path;
    PictureSizes m_sizes;
    const RecordSink& m_sink;
    LossTally& m_tally;
    bool m_sizeFound = false;
    Status m_missing;
};

} // namespace rb::formats
