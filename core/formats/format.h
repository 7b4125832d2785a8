#pragma once

#include "core/base/result.h"
#include "core/formats/holds.h"
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

/// One file format: a value in a table, with functions that know nothing but files and records.
struct Format {
    const char* name;              ///< on the command line: "coco"
    const char* title;             ///< in dialogs: "COCO instances and captions"
    enum class Output { None, File, Folder } output;
    const char* suffix;            ///< of a file output: ".json"
    std::vector<const char*> dialects;
    Holds holds;                   ///< of the first dialect; see holdsOf()
    /// A look at the name and the first bytes; may be asked of any file or folder.
    bool (*recognises)(const std::filesystem::path& path);
    /// A refusal is one sentence that names the file, the place in it, what was expected and found.
    /// Nothing is trusted: sizes, depth, paths and numbers are checked. Pictures are not opened,
    /// except where a format cannot be understood without their size (YOLO). What has no place in
    /// the records is counted in `tally`. nullptr: the format is only written.
    Status (*read)(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
    /// nullptr: the format is only read.
    Status (*write)(const RecordSource& source, const WriteOptions& options, OutputTree& output);
    /// Where dialects differ in what they hold, or in their suffix; `dialect` is one of `dialects`.
    Holds (*holdsIn)(const std::string& dialect) = nullptr;
    std::string (*suffixIn)(const std::string& dialect) = nullptr;
};

/// The dialect that is asked for, or the format's first one ("" where it has none); a refusal when it has no such.
Result<std::string> dialectOf(const Format& format, const std::string& asked);
/// What a dialect holds and how its file ends; an empty or unknown one is the first.
Holds holdsOf(const Format& format, const std::string& dialect);
std::string fileSuffix(const Format& format, const std::string& dialect);
/// A name for an export: "regions.jsonl", or of a folder "regions", with its dialect unless that is the first:
/// "regions-obb".
std::string outputName(const Format& format, const std::string& dialect, const std::string& stem);
/// The stem that a writer needs so that a file which the user called `fileName` gets that name: without the
/// suffix of any dialect; another suffix belongs to the name.
std::string stemOf(const Format& format, const std::string& fileName);

} // namespace rb::formats
