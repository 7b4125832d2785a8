#include "core/formats/annotators/voc.h"
#include "core/formats/annotators/xml_json.h"
#include "core/formats/extra_fields.h"
#include "core/formats/picture_files.h"
#include "core/formats/safe_path.h"
#include "core/formats/text_numbers.h"

#include <algorithm>

namespace rb::formats {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

struct Known {
    std::vector<std::string_view> names;
    std::vector<std::pair<std::string_view, std::string_view>> usual; ///< elements that say nothing
};

const Known kOfPicture{{"filename", "size", "object", "caption", kVocOrigin}, {{"segmented", "0"}, {"folder", ""}}};
const Known kOfObject{{"name", "bndbox", "robndbox", "polygon", "caption", "type"},
                      {{"pose", "Unspecified"}, {"truncated", "0"}, {"difficult", "0"}, {"occluded", "0"}}};

json othersOf(const XmlNode& node, const Known& known) {
    json others = json::object();
    for (const XmlNode& each : node.children) {
        const bool isKnown = std::find(known.names.begin(), known.names.end(), each.name) != known.names.end();
        const bool isUsual =
            std::find(known.usual.begin(), known.usual.end(),
                      std::pair<std::string_view, std::string_view>(each.name, trimmed(each.text))) != known.usual.end();
        if (!isKnown && !(isUsual && each.children.empty())) addJson(others, each);
    }
    return others;
}

std::vector<CaptionRecord> captionsOf(const XmlNode& node) {
    std::vector<CaptionRecord> captions;
    for (const XmlNode& each : node.children)
        if (each.name == "caption" && !each.text.empty()) captions.emplace_back().text = each.text;
    return captions;
}

Status readSize(const XmlNode& annotation, const std::string& path, PictureRecord& picture) {
    const XmlNode* size = annotation.child("size");
    if (!size) return {};
    for (const auto& [key, side] : {std::pair("width", &picture.width), std::pair("height", &picture.height)}) {
        const std::string text = size->textOf(key);
        // Some programs write 0 for what they do not know.
        if (text.empty() || text == "0") continue;
        const std::optional<int> pixels = sideIn(text);
        if (!pixels)
            return Error{ErrorCode::FileInvalid, path + ", line " + std::to_string(size->line) + ": " + key +
                                                     " must be a picture's size from 1 to 1000000 pixels, but is \"" +
                                                     text.substr(0, 40) + "\"."};
        *side = *pixels;
    }
    return {};
}

Status readObjects(const XmlNode& annotation, bool fromOne, const std::string& path, PictureRecord& picture, LossTally& tally) {
    for (const XmlNode& object : annotation.children) {
        if (object.name != "object") continue;
        const Result<geometry::Shape2> shape = vocShape(object, fromOne, path);
        if (!shape.ok()) return shape.error();
        RegionRecord region;
        region.shape = *shape;
        region.label = object.textOf("name");
        region.captions = captionsOf(object);
        region.extra = extraUnder(kVoc, othersOf(object, kOfObject));
        picture.regions.push_back(std::move(region));
        tally.keep("regions");
    }
    return {};
}

class Reader {
public:
    Reader(fs::path root, const ReadOptions& options, LossTally& tally)
        : m_root(std::move(root)), m_options(options), m_tally(tally) {
        if (!options.media.empty()) m_folders = {options.media};
        else m_folders = {m_root / ".." / "JPEGImages", m_root / "JPEGImages", m_root};
    }

    Status read(const fs::path& file, bool fromOne, const RecordSink& sink) {
        const Result<XmlNode> annotation = vocAnnotation(file);
        if (!annotation.ok()) return annotation.error();
        PictureRecord picture;
        if (Status read = readPicture(*annotation, file, fromOne, picture); !read.ok()) return read;
        return sink(std::move(picture));
    }

private:
    Status readPicture(const XmlNode& annotation, const fs::path& file, bool fromOne, PictureRecord& picture) {
        const Result<std::string> path = pathOf(annotation, file);
        if (!path.ok()) return path.error();
        picture.path = *path;
        picture.file = findPicture(m_folders, picture.path);
        if (Status read = readSize(annotation, file.string(), picture); !read.ok()) return read;
        picture.captions = captionsOf(annotation);
        picture.extra = extraUnder(kVoc, othersOf(annotation, kOfPicture));
        const std::string said = annotation.textOf(kVocOrigin);
        return readObjects(annotation, said.empty() ? fromOne : said == "1", file.string(), picture, m_tally);
    }

    /// Files of annotations stand in the same folders as their pictures.
    Result<std::string> pathOf(const XmlNode& annotation, const fs::path& file) const {
        Result<std::string> name = safeRelativePath(annotation.textOf("filename"), file.string());
        const std::string folder = pathBelow(m_root, file.parent_path());
        if (!name.ok() || folder.empty() || folder == "." || name->find('/') != std::string::npos) return name;
        return folder + "/" + *name;
    }

    fs::path m_root;
    const ReadOptions& m_options;
    LossTally& m_tally;
    std::vector<fs::path> m_folders;
};

Result<bool> countsFromOne(const std::vector<fs::path>& files, ReadOptions::Origin origin) {
    if (origin != ReadOptions::Origin::Detect) return origin == ReadOptions::Origin::One;
    VocOriginEvidence evidence;
    for (const fs::path& file : files) {
        const Result<XmlNode> annotation = vocAnnotation(file);
        if (!annotation.ok()) return annotation.error();
        addVocEvidence(*annotation, evidence);
        if (evidence.belowOne) break;
    }
    return evidence.fromOne();
}

} // namespace

Status readVoc(const fs::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally) {
    const fs::path root = !isFolder(path) ? path.parent_path() : isFolder(path / "Annotations") ? path / "Annotations" : path;
    const std::vector<fs::path> files = isFolder(path) ? filesBelow(root, {".xml"}) : std::vector{path};
    if (files.empty())
        return Error{ErrorCode::FileInvalid, path.string() + " was expected to hold Pascal VOC's XML files, but there is none."};
    const Result<bool> fromOne = countsFromOne(files, options.origin);
    if (!fromOne.ok()) return fromOne.error();
    Reader reader(root, options, tally);
    for (const fs::path& file : files)
        if (Status read = reader.read(file, *fromOne, sink); !read.ok()) return read;
    return {};
}

} // namespace rb::formats
