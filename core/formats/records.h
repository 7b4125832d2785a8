#pragma once

#include "core/geometry/shape2.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What all formats are read into and written from: plain values, UTF-8 text, pixels from 0.
/// An empty text or a missing value means that the format says nothing about it.
namespace rb::formats {

struct CaptionRecord {
    enum class State { Draft, Accepted, Rejected };
    enum class Source { Human, Model };

    std::string text;                 ///< as it is in the file, line breaks and spaces included
    std::optional<State> state;
    std::optional<Source> source;
    std::string model, adapter, prompt;
    std::string options;              ///< decoding options, a JSON object as text
    std::optional<double> score;
    std::vector<float> tokenScores;
    std::string editedFrom, author;
    std::int64_t createdAt = 0, changedAt = 0; ///< milliseconds since 1970, UTC; 0: unknown

    friend bool operator==(const CaptionRecord&, const CaptionRecord&) = default;
};

/// A caption of which only the text is known.
inline CaptionRecord textCaption(std::string text) {
    CaptionRecord caption;
    caption.text = std::move(text);
    return caption;
}

struct RegionRecord {
    std::string id;                   ///< the format's own
    geometry::Shape2 shape;           ///< as stored: it may leave the picture or have no area
    std::string label;
    std::optional<double> score;      ///< of a detector, [0, 1]
    std::vector<CaptionRecord> captions;
    bool hidden = false, locked = false;
    /// What a format said beyond these fields, for writing that format again: a JSON object as text,
    /// see extra_fields.h.
    std::string extra;

    friend bool operator==(const RegionRecord&, const RegionRecord&) = default;
};

/// A picture and what is said about it. A reader may give several records of one picture (same
/// path), each with some of its regions; who takes them joins them.
struct PictureRecord {
    std::string path;                 ///< as the format names it, '/' between folders, never leaving its folder
    std::string id;                   ///< the format's own
    int width = 0, height = 0;        ///< pixels, as the format says; 0: it does not
    std::string split;                ///< "train", "val", "test", …
    std::vector<CaptionRecord> captions; ///< of the whole picture
    std::vector<RegionRecord> regions;
    std::string extra;                ///< as of a region
    /// Where the picture lies, for writers that copy or crop it; empty: it is missing.
    std::filesystem::path file;

    friend bool operator==(const PictureRecord&, const PictureRecord&) = default;
};

} // namespace rb::formats
