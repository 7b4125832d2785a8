#include "core/formats/datasets/caption_json.h"
#include "core/formats/datasets/coco_region.h"
#include "core/formats/datasets/datasets.h"
#include "core/formats/datasets/gathered_pictures.h"
#include "core/formats/datasets/refs_file.h"
#include "core/formats/extra_fields.h"
#include "core/formats/json_records.h"

#include <algorithm>

namespace rb::formats {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kRefcoco = "refcoco"; // also the key of what it keeps in extra

/// What a ref says about an annotation of instances.json.
struct Ref {
    std::string image, split, extra;
    std::vector<CaptionRecord> captions;
};
using Refs = std::unordered_map<std::string, std::vector<Ref>>; ///< by ann_id

bool isRefsFile(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with("refs") && name.ends_with(").p") && name.find('(') != std::string::npos;
}

/// The file itself, or the one of a folder whose splits are used most.
fs::path refsFile(const fs::path& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return path;
    for (const char* usual : {"refs(unc).p", "refs(umd).p", "refs(google).p"})
        if (fs::is_regular_file(path / usual, error)) return path / usual;
    std::vector<fs::path> found;
    for (fs::directory_iterator each(path, error), end; !error && each != end; each.increment(error))
        if (isRefsFile(each->path())) found.push_back(each->path());
    return found.empty() ? path / "refs(unc).p" : *std::min_element(found.begin(), found.end());
}

Status takeRef(const json& entry, std::size_t number, Refs& refs, LossTally& tally) {
    RecordFields fields(entry, "ref " + std::to_string(number));
    const std::string annotation = std::to_string(fields.integer("ann_id"));
    Ref ref{std::to_string(fields.integer("image_id")), fields.text("split"),
            extraUnder(kRefcoco, fields.others({"ann_id", "image_id", "category_id", "sentences"})), {}};
    if (!fields.value("sentences").is_array()) fields.refuse("sentences", "a list");
    if (!fields.status().ok()) return fields.status();
    for (const json& sentence : fields.value("sentences")) {
        RecordFields words(sentence, fields.place() + ", sentence " + std::to_string(ref.captions.size() + 1));
        ref.captions.push_back(textCaption(words.text("sent")));
        if (!words.status().ok()) return words.status();
    }
    tally.drop("raw sentences and their tokens", "a caption is the text alone", static_cast<int>(ref.captions.size()));
    refs[annotation].push_back(std::move(ref));
    return {};
}

Status takeAnnotation(RecordFields fields, const CocoTables& tables, Refs& refs, GatheredPictures& pictures, LossTally& tally) {
    const auto found = refs.find(fields.id("id"));
    if (found == refs.end()) return {};
    for (Ref& ref : found->second) {
        const CocoTables::Image* image = tables.image(ref.image);
        const bool same = image && fields.id("image_id") == ref.image;
        if (!same) fields.refuse("image_id", "that of the ref, " + ref.image + ", and in images");
        RegionRecord region = cocoRegion(fields, tables, tally);
        if (!fields.status().ok()) return fields.status();
        region.extra = std::move(ref.extra);
        region.captions = std::move(ref.captions);
        tally.keep("captions", static_cast<int>(region.captions.size()));
        PictureRecord picture = pictureOf(*image);
        picture.split = std::move(ref.split);
        picture.regions.push_back(std::move(region));
        if (Status added = pictures.add(std::move(picture)); !added.ok()) return added;
    }
    refs.erase(found);
    return {};
}

Status readRefcoco(const fs::path& path, const ReadOptions&, const RecordSink& sink, LossTally& tally) {
    const fs::path file = refsFile(path), instances = file.parent_path() / "instances.json";
    Refs refs;
    std::size_t count = 0;
    const Status read = readRefs(file, [&](const json& entry) { return takeRef(entry, ++count, refs, tally); });
    if (!read.ok()) return read;
    const Result<CocoTables> tables = readCocoTables(instances, [](PictureRecord) { return Status(); });
    if (!tables.ok()) return tables.error();
    GatheredPictures pictures(sink);
    std::size_t annotations = 0;
    const Status joined = readJsonRecords(instances, [&](const std::string& list, const json& entry) {
        if (list != "annotations") return Status();
        return takeAnnotation({entry, "annotation " + std::to_string(++annotations)}, *tables, refs, pictures, tally);
    });
    if (!joined.ok()) return joined;
    for (const auto& [annotation, left] : refs)
        tally.drop("regions", "instances.json has no annotation of their ann_id", static_cast<int>(left.size()));
    return pictures.flush();
}

bool recognisesRefcoco(const fs::path& path) {
    std::error_code ignored;
    return isRefsFile(path) || (fs::is_directory(path, ignored) && fs::is_regular_file(refsFile(path), ignored));
}

} // namespace

const Format& refcocoFormat() {
    static const Format kFormat{
        .name = kRefcoco,
        .title = "RefCOCO referring expressions",
        .output = Format::Output::None,
        .suffix = "",
        .dialects = {},
        .holds = {.labels = true, .severalCaptions = true, .polygons = true, .splits = true, .emptyPictures = false},
        .recognises = recognisesRefcoco,
        .read = readRefcoco,
        .write = nullptr,
    };
    return kFormat;
}

} // namespace rb::formats
