#pragma once

#include "core/formats/loss_tally.h"
#include "core/formats/records.h"

#include <optional>

namespace rb::formats {

/// What regions without a label are called where a format needs a name.
inline constexpr const char* kNoLabel = "region";

/// What a format, in one of its dialects, can hold of a record.
struct Holds {
    bool pictureCaptions = false;
    bool labels = false;
    bool needsLabels = false;        ///< true: regions without one are called kNoLabel
    bool captions = true;            ///< of regions
    bool severalCaptions = false;    ///< false: the first is kept
    enum class Text {
        Any,
        Trimmed,                     ///< without spaces and line breaks around it
        OneLine                      ///< line breaks become spaces
    } text = Text::Any;              ///< of captions
    bool captionlessRegions = true;  ///< false: regions without a caption are left out
    bool sameBoxes = true;           ///< false: regions of a picture with the same box become one
    bool crops = false;              ///< regions become pictures of their own; those outside the picture are left out
    bool polygons = false;           ///< false: their bounds are kept
    bool rotation = false;           ///< of turned boxes; false: their bounds are kept
    bool exactBoxes = true;          ///< false: coordinates are rounded
    bool wholePixels = false;        ///< where !exactBoxes: whole numbers of pixels stay as they are
    const char* rounding = "";       ///< why coordinates change, where !exactBoxes
    bool pictureSize = true;
    bool splits = false;
    bool (*holdsSplit)(const std::string& split) = nullptr; ///< where only some names are possible
    bool scores = false;             ///< of regions
    bool emptyPictures = true;       ///< pictures without any region or caption
    bool provenance = false;         ///< state, source, model, times of captions, blank ones, hidden and locked marks
    /// Names under which `extra` of a region, and of a picture, keeps what this format can write
    /// (extra_fields.h); "": none, "*": all.
    const char* regionFields = "";
    const char* pictureFields = "";
};

/// What is left of a picture in a format that holds this much, apart from the rounding of boxes; nothing
/// when the picture is left out. Exports write this, so that what is counted in `tally` is what happens.
/// Ids are each format's own and are not counted.
std::optional<PictureRecord> held(PictureRecord picture, const Holds& holds, LossTally& tally);

} // namespace rb::formats
