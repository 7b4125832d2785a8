#pragma once

#include "core/base/result.h"
#include "core/formats/loss_tally.h"
#include "core/formats/output_tree.h"
#include "core/formats/records.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace rb::formats {

/// Takes what a reader finds; a failure ends the reading with it.
using RecordSink = std::function<Status(PictureRecord record)>;
/// Gives every picture to `take`, one at a time, in the same order at every call, whole (one record
/// a picture). Ends with the first failure of `take`.
using RecordSource = std::function<Status(const std::function<Status(const PictureRecord&)>& take)>;

/// What a file leaves open.
struct ReadOptions {
    std::filesystem::path media;   ///< folder of the pictures; empty: the one that the format's habit names
    enum class Origin { Detect, Zero, One } origin = Origin::Detect; ///< number of the first pixel (Pascal VOC)
};

struct WriteOptions {
    /// A variant of the format ("x-anylabeling" of labelme, "qwen2_5_vl" of the grounding strings, …);
    /// empty: the first one of Format::dialects.
    std::string dialect;
    bool copyPictures = false;     ///< put the pictures beside their labels, where the format has a place
};

/// What a format can hold of a record; what it cannot is counted as lost by countLosses().
struct Holds {
    bool pictureCaptions = false;
    bool labels = false;
    bool captions = true;          ///< of regions
    bool severalCaptions = false;  ///< false: the first is kept
    bool polygons = false;         ///< false: their bounds are kept
    bool rotation = false;         ///< of turned boxes; false: their bounds are kept
    bool exactBoxes = true;        ///< false: coordinates are rounded
    bool pictureSize = true;
    bool splits = false;
    bool scores = false;           ///< of regions
    bool emptyPictures = true;     ///< pictures without any region or caption
    bool provenance = false;       ///< state, source, model, times of captions, hidden and locked marks, extra keys
    const char* rounding = "";     ///< why coordinates change, where !exactBoxes
};

/// One file format: a value in a table, with functions that know nothing but files and records.
struct Format {
    const char* name;              ///< on the command line: "coco"
    const char* title;             ///< in dialogs: "COCO instances and captions"
    enum class Output { None, File, Folder } output;
    const char* suffix;            ///< of a file output: ".json"
    std::vector<const char*> dialects;
    Holds holds;
    /// A look at the name and the first bytes; may be asked of any file or folder.
    bool (*recognises)(const std::filesystem::path& path);
    /// A refusal is one sentence that names the file, the place in it, what was expected and found.
    /// Nothing is trusted: sizes, depth, paths and numbers are checked. Pictures are not opened,
    /// except where a format cannot be understood without their size (YOLO). What has no place in
    /// the records is counted in `tally`. nullptr: the format is only written.
    Status (*read)(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
    /// nullptr: the format is only read.
    Status (*write)(const RecordSource& source, const WriteOptions& options, OutputTree& output);
};

/// Counts one picture as `holds` keeps it.
void countLosses(const PictureRecord& picture, const Holds& holds, LossTally& tally);

} // namespace rb::formats
