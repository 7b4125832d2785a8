#pragma once

#include "core/formats/trainers/grounding_grid.h"
#include "core/formats/trainers/plain_text.h"

namespace rb::formats {

/// Marks around phrases and boxes.
struct GroundingTags {
    const char* phrase;
    const char* phraseEnd;
    const char* box;
    const char* boxEnd;
};
inline constexpr GroundingTags kKosmosTags{"<phrase>", "</phrase>", "<object>", "</object>"};
inline constexpr GroundingTags kQwenTags{"<ref>", "</ref>", "<box>", "</box>"};
inline constexpr GroundingTags kQwen2Tags{"<|object_ref_start|>", "<|object_ref_end|>", "<|box_start|>", "<|box_end|>"};

/// Moves over the boxes at the cursor and appends their numbers; false when there are none.
using SkipBoxes = bool (*)(TextCursor& cursor, std::vector<Corners>& boxes);

bool skipPatches(TextCursor& cursor, std::vector<Corners>& boxes);
bool skipQwenBoxes(TextCursor& cursor, std::vector<Corners>& boxes);
bool skipQwen2Boxes(TextCursor& cursor, std::vector<Corners>& boxes);
bool skipLocations(TextCursor& cursor, std::vector<Corners>& boxes);

/// One piece of a text: words, then perhaps a phrase with boxes.
struct GroundedPiece {
    std::string_view words;
    std::string_view phrase;
    std::vector<Corners> boxes; ///< empty: the text ends after the words
};

/// The next piece of a text that marks its phrases (kosmos2, qwen_vl, qwen2_vl).
GroundedPiece nextMarked(TextCursor& cursor, const GroundingTags& tags, SkipBoxes skipBoxes);
/// The next piece of a text where all words before a box are its phrase (shikra, florence2).
GroundedPiece nextPrefixed(TextCursor& cursor, std::string_view boxBegin, SkipBoxes skipBoxes);

} // namespace rb::formats
