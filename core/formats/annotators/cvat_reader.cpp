#include "core/formats/annotators/cvat.h"
#include "core/formats/annotators/cvat_shape.h"
#include "core/formats/extra_fields.h"
#include "core/formats/picture_files.h"
#include "core/formats/safe_path.h"
#include "core/formats/text_numbers.h"

#include <algorithm>
#include <map>

namespace rb::formats {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::string attributeOr(const XmlNode& node, const std::string& key) {
    const std::string* found = node.attribute(key);
    return found ? *found : std::string();
}

/// All attributes but the known ones and those that say nothing.
json marksOf(const XmlNode& node, std::initializer_list<std::string_view> known) {
    json marks = json::object();
    for (const auto& [key, value] : node.attributes) {
        const bool isKnown = std::find(known.begin(), known.end(), key) != known.end();
        const auto usual = cvatUsualMarks().find(key);
        if (!isKnown && !isCvatGeometry(key) && (usual == cvatUsualMarks().end() || *usual != value)) marks[key] = value;
    }
    return marks;
}

void put(json& extra, const char* key, json value) {
    if (!value.empty()) extra[key] = std::move(value);
}

/// Takes the captions among the attributes of an element; the others go to `extra`.
std::vector<CaptionRecord> takeAttributes(const XmlNode& node, json& extra) {
    std::map<std::size_t, std::string> captions;
    json others = json::object();
    for (const XmlNode& each : node.children) {
        if (each.name != "attribute") continue;
        const std::string name = attributeOr(each, "name");
        const std::optional<std::size_t> index = cvatCaptionIndex(name);
        if (index) captions[*index] = each.text;
        else others[name] = each.text;
    }
    put(extra, cvat_extra::kAttributes, std::move(others));
    std::vector<CaptionRecord> records;
    // CVAT writes every declared attribute: an empty caption is none.
    for (auto& [index, text] : captions)
        if (!text.empty()) records.emplace_back().text = std::move(text);
    return records;
}

json originalOf(const XmlNode& node) {
    json shape{{cvat_extra::kElement, node.name}};
    for (const auto& [key, value] : node.attributes)
        if (isCvatGeometry(key)) shape[key] = value;
    return shape;
}

class PictureReader {
public:
    PictureReader(XmlFile& file, const std::string& path, LossTally& tally) : m_file(file), m_path(path), m_tally(tally) {}

    /// Of the <image> that the file stands in.
    Result<PictureRecord> read() {
        if (Status head = readHead(m_file.head()); !head.ok()) return head.error();
        while (m_file.next()) {
            const XmlNode node = m_file.take();
            if (!m_file.status().ok()) break;
            if (Status read = readElement(node); !read.ok()) return read.error();
        }
        if (!m_file.status().ok()) return m_file.status().error();
        put(m_extra, cvat_extra::kTags, std::move(m_tags));
        m_picture.extra = extraUnder(kCvat, m_extra);
        return std::move(m_picture);
    }

private:
    Status readHead(const XmlNode& image) {
        const std::string place = m_path + ", line " + std::to_string(image.line);
        const Result<std::string> path = safeRelativePath(attributeOr(image, "name"), place);
        if (!path.ok()) return path.error();
        m_picture.path = *path;
        m_picture.id = attributeOr(image, "id");
        m_picture.split = attributeOr(image, "subset");
        put(m_extra, cvat_extra::kMarks, marksOf(image, {"id", "name", "subset"}));
        for (const auto& [key, side] : {std::pair("width", &m_picture.width), std::pair("height", &m_picture.height)}) {
            const std::string* text = image.attribute(key);
            if (!text) continue;
            const std::optional<int> pixels = sideIn(*text);
            if (!pixels)
                return Error{ErrorCode::FileInvalid, place + ": " + key +
                                                         " must be a picture's size from 1 to 1000000 pixels, but is \"" +
                                                         text->substr(0, 40) + "\"."};
            *side = *pixels;
        }
        return {};
    }

    Status readElement(const XmlNode& node) {
        if (node.name == "tag") {
            readTag(node);
            return {};
        }
        if (isCvatShape(node.name)) return readShape(node);
        m_tally.drop("regions", "skeletons and unknown shapes are not read", 1);
        return {};
    }

    void readTag(const XmlNode& node) {
        json tag{{cvat_extra::kLabel, attributeOr(node, "label")}};
        put(tag, cvat_extra::kMarks, marksOf(node, {"label"}));
        std::vector<CaptionRecord> captions = takeAttributes(node, tag);
        std::move(captions.begin(), captions.end(), std::back_inserter(m_picture.captions));
        m_tags.push_back(std::move(tag));
    }

    Status readShape(const XmlNode& node) {
        const Result<CvatShape> shape = cvatShape(node, m_path);
        if (!shape.ok()) return shape.error();
        RegionRecord region;
        region.label = attributeOr(node, "label");
        region.shape = shape->shape;
        json extra = json::object();
        put(extra, cvat_extra::kMarks, marksOf(node, {"label"}));
        region.captions = takeAttributes(node, extra);
        if (!shape->exact) extra[cvat_extra::kShape] = originalOf(node);
        if (node.name == "mask") extra[cvat_extra::kMaskPixels] = shape->maskPixels;
        region.extra = extraUnder(kCvat, extra);
        m_tally.keep("regions", shape->exact ? 1 : 0);
        m_tally.change("regions", "ellipses, masks, cuboids, lines and points become the boxes around them",
                       shape->exact ? 0 : 1);
        m_picture.regions.push_back(std::move(region));
        return {};
    }

    XmlFile& m_file;
    const std::string& m_path;
    LossTally& m_tally;
    PictureRecord m_picture;
    json m_extra = json::object();
    json m_tags = json::array();
};

/// CVAT's archives hold the pictures in images, or in a folder there for each subset.
std::vector<fs::path> pictureFolders(const fs::path& folder, const ReadOptions& options, const std::string& subset) {
    if (!options.media.empty()) return {options.media};
    std::vector<fs::path> folders{folder / "images", folder};
    if (const Result<std::string> safe = safeRelativePath(subset, {}); safe.ok())
        folders.insert(folders.begin(), folder / "images" / *safe);
    return folders;
}

} // namespace

Status readCvat(const fs::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally) {
    const fs::path file = isFolder(path) ? path / "annotations.xml" : path;
    const fs::path folder = file.parent_path();
    const std::string shown = file.string();
    XmlFile xml(file);
    xml.enter("annotations");
    while (xml.status().ok() && xml.next()) {
        const std::string name = xml.head().name;
        if (name == "track") tally.drop("tracks", "only CVAT's annotations of single pictures are read", 1);
        if (name != "image") {
            xml.skip();
            continue;
        }
        Result<PictureRecord> picture = PictureReader(xml, shown, tally).read();
        if (!picture.ok()) return picture.error();
        picture->file = findPicture(pictureFolders(folder, options, picture->split), picture->path);
        if (Status taken = sink(std::move(picture).value()); !taken.ok()) return taken;
    }
    return xml.status();
}

} // namespace rb::formats
